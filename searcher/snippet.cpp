#include "searcher/snippet.h"

#include <algorithm>
#include <string_view>

#include "common/text/char_class.h"
#include "common/text/utf8.h"

namespace khobao::searcher {

using text::Token;

/// A sentence of one paragraph and the query's terms in it.
struct SnippetMaker::Sentence {
  std::string_view text;
  size_t paragraph = 0;
  std::vector<Span> matches;  ///< into `text`
  std::vector<size_t> terms;  ///< which term each match is
  double score = 0;
};

namespace {

constexpr std::string_view kEllipsis = "…";

// Distinct terms count most; terms side by side, which make a word, come next; earlier sentences
// win ties because news puts first things first.
double score_of(const std::vector<Span>& matches, const std::vector<size_t>& terms,
                std::string_view sentence) {
  std::vector<size_t> distinct = terms;
  std::sort(distinct.begin(), distinct.end());
  distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
  double score = static_cast<double>(distinct.size());
  for (size_t i = 1; i < matches.size(); ++i) {
    const bool next = terms[i] == terms[i - 1] + 1;
    const size_t between =
        matches[i].begin_byte - std::min(matches[i].begin_byte, matches[i - 1].end_byte);
    if (next && between <= 3) score += 0.7;
  }
  return score + (sentence.size() > 40 ? 0.1 : 0);
}

// Trims spaces and what was left of a cut sentence's punctuation.
std::string_view trimmed(std::string_view s, size_t& shift) {
  shift = 0;
  while (!s.empty() && s.front() == ' ') {
    s.remove_prefix(1);
    ++shift;
  }
  while (!s.empty() && s.back() == ' ') s.remove_suffix(1);
  return s;
}

// The window of `sentence`, at most `max_chars` code points and cut between words, that holds the
// most matches.
Span densest_window(std::string_view sentence, const std::vector<Span>& matches, size_t max_chars) {
  std::vector<size_t> word_begins{0};  // bytes where a cut may begin
  std::vector<size_t> chars_at{0};     // code points in front of each
  size_t chars = 0;
  for (size_t pos = 0; pos < sentence.size(); ++chars) {
    const bool space = sentence[pos] == ' ';
    text::next_code_point(sentence, pos);
    if (space) {
      word_begins.push_back(pos);
      chars_at.push_back(chars + 1);
    }
  }
  word_begins.push_back(sentence.size());
  chars_at.push_back(chars);
  Span best{0, sentence.size()};
  size_t best_count = 0, end = 0;
  bool found = false;
  for (size_t begin = 0; begin + 1 < word_begins.size(); ++begin) {
    end = std::max(end, begin + 1);
    while (end + 1 < word_begins.size() && chars_at[end + 1] - chars_at[begin] <= max_chars) ++end;
    const Span window{word_begins[begin], word_begins[end]};
    size_t count = 0;
    for (const Span& m : matches)
      count += m.begin_byte >= window.begin_byte && m.end_byte <= window.end_byte;
    if (!found || count > best_count) {
      best = window;
      best_count = count;
      found = true;
    }
    if (end + 1 == word_begins.size()) break;
  }
  return best;
}

}  // namespace

SnippetMaker::SnippetMaker(std::vector<std::string> terms, size_t max_chars)
    : terms_(std::move(terms)), max_chars_(std::max<size_t>(max_chars, 20)) {}

Snippet SnippetMaker::make(const archive::Article& article) {
  std::vector<Sentence> sentences;
  std::vector<Token> tokens;
  for (size_t p = 0; p < article.paragraphs.size(); ++p) {
    const std::string_view paragraph = article.paragraphs[p].text;
    tokens.clear();
    tokenizer_.tokenize(paragraph, tokens);
    size_t begin = 0;
    for (size_t t = 0; t <= tokens.size(); ++t) {
      const bool ends = t == tokens.size() || (t > 0 && tokens[t].gap != text::Gap::none);
      if (ends) {
        // A quotation mark or bracket in front of the next sentence belongs to it.
        size_t end = t == tokens.size() ? paragraph.size() : tokens[t].begin_byte;
        while (t < tokens.size() && end > begin && paragraph[end - 1] != ' ' &&
               paragraph[end - 1] != '\n')
          --end;
        Sentence& last = sentences.emplace_back();
        last.paragraph = p;
        last.text = paragraph.substr(begin, end - begin);
        begin = end;
      }
    }
    // Matches go to the sentence they lie in; compounds stand over their parts and win over them.
    for (const Token& token : tokens) {
      const auto found = std::find(terms_.begin(), terms_.end(), token.term);
      if (found == terms_.end()) continue;
      for (auto s = sentences.rbegin(); s != sentences.rend() && s->paragraph == p; ++s) {
        const auto offset = static_cast<size_t>(s->text.data() - paragraph.data());
        if (token.begin_byte < offset || token.end_byte > offset + s->text.size()) continue;
        const Span span{token.begin_byte - offset, token.end_byte - offset};
        if (!s->matches.empty() && span.begin_byte < s->matches.back().end_byte) break;
        s->matches.push_back(span);
        s->terms.push_back(static_cast<size_t>(found - terms_.begin()));
        break;
      }
    }
  }
  if (sentences.empty()) return {};
  size_t best = 0;
  for (size_t i = 0; i < sentences.size(); ++i) {
    sentences[i].score = score_of(sentences[i].matches, sentences[i].terms, sentences[i].text);
    if (!sentences[i].matches.empty() &&
        (sentences[best].matches.empty() || sentences[i].score > sentences[best].score))
      best = i;
  }
  return cut(sentences, best);
}

Snippet SnippetMaker::cut(const std::vector<Sentence>& sentences, size_t best) const {
  Snippet snippet;
  const auto append = [&](const Sentence& sentence, Span window) {
    size_t shift = 0;
    const std::string_view text = trimmed(
        sentence.text.substr(window.begin_byte, window.end_byte - window.begin_byte), shift);
    const size_t base = snippet.text.size();
    const size_t origin = window.begin_byte + shift;
    snippet.text += text;
    for (const Span& match : sentence.matches) {
      if (match.begin_byte < origin || match.end_byte > origin + text.size()) continue;
      const Span span{base + match.begin_byte - origin, base + match.end_byte - origin};
      // Neighbours with one space between are one highlight: they are read as one word.
      if (!snippet.highlights.empty() &&
          span.begin_byte == snippet.highlights.back().end_byte + 1 &&
          snippet.text[snippet.highlights.back().end_byte] == ' ') {
        snippet.highlights.back().end_byte = span.end_byte;
      } else {
        snippet.highlights.push_back(span);
      }
    }
  };
  const auto length = [](const Sentence& s) { return text::count_code_points(s.text); };
  const Sentence& first = sentences[best];
  if (length(first) > max_chars_) {
    const Span window = densest_window(first.text, first.matches, max_chars_ - 2);
    if (window.begin_byte > 0 || best > 0) snippet.text += kEllipsis;
    append(first, window);
    if (window.end_byte < first.text.size() || best + 1 < sentences.size())
      snippet.text += kEllipsis;
    return snippet;
  }
  if (best > 0) snippet.text += kEllipsis;
  append(first, {0, first.text.size()});
  size_t next = best + 1;
  if (next < sentences.size() && sentences[next].paragraph == first.paragraph &&
      length(first) + length(sentences[next]) < max_chars_) {
    snippet.text += ' ';
    append(sentences[next], {0, sentences[next].text.size()});
    ++next;
  }
  if (next < sentences.size()) snippet.text += kEllipsis;
  return snippet;
}

}  // namespace khobao::searcher
