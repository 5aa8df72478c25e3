#include "searcher/show/snippet.h"

#include <algorithm>
#include <string_view>

#include "common/text/letters/utf8.h"
#include "searcher/query/words/word_data.h"
#include "searcher/show/snippet_window.h"

namespace khobao::show {

using text::Token;

/// An occurrence of a word, or of one of its syllables.
struct SnippetMaker::Match {
  searcher::Span span;  ///< in the sentence
  size_t word = 0;
  bool whole = false;
};

/// A sentence of one paragraph and what it holds of the query.
struct SnippetMaker::Sentence {
  std::string_view text;
  size_t paragraph = 0;
  size_t offset = 0;           ///< in the paragraph
  std::vector<Match> matches;  ///< ascending and apart, once they are chosen
  double score = 0;
};

namespace {

constexpr std::string_view kSnippetEllipsis = "…";
constexpr size_t kNone = SIZE_MAX;

// A word counts 1, each further syllable of it kSyllable more; grammar words next to nothing; a
// syllable of a word that the article does not hold kStray.
constexpr double kSyllable = 0.7;
constexpr double kFunctionWord = 0.2;
constexpr double kStray = 0.5;
// Words of the query that follow each other in the sentence, too.
constexpr double kNeighbours = 0.7;
// A second sentence is worth its place from so much of the query that the first one lacks.
constexpr double kLeastGain = 0.5;

double weight_of(const std::vector<query::Form>& forms) {
  if (forms.empty()) return 0;
  const auto& terms = forms.front().terms;
  if (terms.size() == 1 && query::is_function_word(terms.front())) return kFunctionWord;
  return 1 + kSyllable * static_cast<double>(terms.size() - 1);
}

// Neighbours with one space between are one highlight: they are read as one word.
void add_highlight(std::string_view text, searcher::Span span,
                   std::vector<searcher::Span>& highlights) {
  if (!highlights.empty() && span.begin_byte == highlights.back().end_byte + 1 &&
      text[highlights.back().end_byte] == ' ') {
    highlights.back().end_byte = span.end_byte;
  } else {
    highlights.push_back(span);
  }
}

std::string_view trimmed_by(std::string_view s, size_t& shift) {
  shift = 0;
  while (!s.empty() && s.front() == ' ') {
    s.remove_prefix(1);
    ++shift;
  }
  while (!s.empty() && s.back() == ' ') s.remove_suffix(1);
  return s;
}

}  // namespace

SnippetMaker::SnippetMaker(std::vector<std::vector<query::Form>> words, size_t max_chars,
                           text::Tokenizer& tokenizer)
    : max_chars_(std::max<size_t>(max_chars, 20)), tokenizer_(tokenizer) {
  for (size_t word = 0; word < words.size(); ++word) {
    weights_.push_back(weight_of(words[word]));
    for (const query::Form& form : words[word]) {
      FormOf found{.word = word, .terms = {}};
      for (const std::string& term : form.terms) {
        const size_t index = terms_.emplace(term, terms_.size()).first->second;
        forms_by_first_.resize(terms_.size());
        words_of_term_.resize(terms_.size());
        if (words_of_term_[index].empty() || words_of_term_[index].back() != word)
          words_of_term_[index].push_back(word);
        found.terms.push_back(index);
      }
      if (!found.terms.empty()) forms_by_first_[found.terms.front()].push_back(std::move(found));
    }
  }
}

searcher::Snippet SnippetMaker::make(const archive::Article& article) {
  std::vector<Sentence> sentences;
  read(article, sentences);
  if (sentences.empty()) return {};
  choose_matches(sentences);
  size_t best = 0;
  for (size_t i = 0; i < sentences.size(); ++i) {
    score(sentences[i]);
    // News puts first things first: earlier sentences win ties.
    if (sentences[i].score > sentences[best].score) best = i;
  }
  return cut(sentences, best);
}

void SnippetMaker::read(const archive::Article& article, std::vector<Sentence>& sentences) {
  for (size_t p = 0; p < article.paragraphs.size(); ++p)
    read_paragraph(article.paragraphs[p].text, p, sentences);
}

void SnippetMaker::read_paragraph(std::string_view paragraph, size_t number,
                                  std::vector<Sentence>& sentences) {
  tokens_.clear();
  tokenizer_.tokenize(paragraph, tokens_);
  const size_t first = sentences.size();
  size_t begin = 0;
  for (size_t t = 1; t <= tokens_.size(); ++t) {
    if (t < tokens_.size() && tokens_[t].gap == text::Gap::none) continue;
    // A quotation mark or bracket in front of the next sentence belongs to it.
    size_t end = t == tokens_.size() ? paragraph.size() : tokens_[t].begin_byte;
    while (t < tokens_.size() && end > begin && paragraph[end - 1] != ' ' &&
           paragraph[end - 1] != '\n')
      --end;
    sentences.push_back({.text = paragraph.substr(begin, end - begin),
                         .paragraph = number,
                         .offset = begin,
                         .matches = {},
                         .score = 0});
    begin = end;
  }
  if (sentences.size() > first) find_words(sentences, first);
}

std::vector<searcher::Span> SnippetMaker::highlights(std::string_view line) {
  std::vector<Sentence> sentences;
  read_paragraph(line, 0, sentences);
  choose_matches(sentences);
  std::vector<searcher::Span> spans;
  for (const Sentence& sentence : sentences) {
    for (const Match& match : sentence.matches) {
      add_highlight(
          line, {sentence.offset + match.span.begin_byte, sentence.offset + match.span.end_byte},
          spans);
    }
  }
  return spans;
}

// Every form at every place of the paragraph, and every single syllable.
void SnippetMaker::find_words(std::vector<Sentence>& sentences, size_t first_sentence) {
  size_t sentence = first_sentence;
  const auto note = [&](size_t begin, size_t end, size_t word, bool whole) {
    while (sentence + 1 < sentences.size() && begin >= sentences[sentence + 1].offset) ++sentence;
    Sentence& in = sentences[sentence];
    if (begin < in.offset || end > in.offset + in.text.size()) return;
    in.matches.push_back({{begin - in.offset, end - in.offset}, word, whole});
  };
  std::vector<size_t> parts;  // indexes of tokens that take a place
  std::vector<size_t> term_of(tokens_.size(), kNone);
  // A compound of one part, such as "C++", is one of a form's words as its part is.
  const auto holds = [&](size_t part, size_t term) {
    const bool compound = parts[part] > 0 && tokens_[parts[part] - 1].parts == 1;
    return term_of[parts[part]] == term || (compound && term_of[parts[part] - 1] == term);
  };
  for (size_t t = 0; t < tokens_.size(); ++t) {
    if (const auto found = terms_.find(tokens_[t].term); found != terms_.end())
      term_of[t] = found->second;
    if (tokens_[t].parts == 0) parts.push_back(t);
  }
  size_t next_part = 0;
  for (size_t t = 0; t < tokens_.size(); ++t) {
    const Token& token = tokens_[t];
    if (token.parts == 0) ++next_part;
    if (term_of[t] == kNone) continue;
    for (const FormOf& form : forms_by_first_[term_of[t]]) {
      if (token.parts > 1 && form.terms.size() > 1) continue;
      size_t end_byte = token.end_byte, held = 1;
      for (size_t part = next_part + token.parts; held < form.terms.size() && part < parts.size(); ++part) {
        const Token& next = tokens_[parts[part]];
        // The gap in front of a compound stands at the compound.
        const bool gap =
            next.gap != text::Gap::none || (parts[part] > 0 && tokens_[parts[part] - 1].parts > 0 &&
                                            tokens_[parts[part] - 1].gap != text::Gap::none);
        if (gap || !holds(part, form.terms[held])) break;
        const Token& whole = tokens_[parts[part] - (parts[part] > 0 ? 1 : 0)];
        end_byte = whole.parts == 1 ? whole.end_byte : next.end_byte;
        ++held;
      }
      if (held == form.terms.size()) note(token.begin_byte, end_byte, form.word, true);
    }
    for (const size_t word : words_of_term_[term_of[t]])
      note(token.begin_byte, token.end_byte, word, false);
  }
}

// Whole words where the article holds any, else their syllables; longer ones before shorter.
void SnippetMaker::choose_matches(std::vector<Sentence>& sentences) const {
  std::vector<bool> held(weights_.size(), false);
  for (const Sentence& sentence : sentences) {
    for (const Match& match : sentence.matches) {
      if (match.whole) held[match.word] = true;
    }
  }
  const bool any_held = std::find(held.begin(), held.end(), true) != held.end();
  for (Sentence& sentence : sentences) {
    auto& matches = sentence.matches;
    std::erase_if(matches, [&](const Match& m) { return !m.whole && any_held; });
    std::stable_sort(matches.begin(), matches.end(), [](const Match& a, const Match& b) {
      return a.span.begin_byte != b.span.begin_byte ? a.span.begin_byte < b.span.begin_byte
                                                    : a.span.end_byte > b.span.end_byte;
    });
    std::vector<Match> apart;
    for (const Match& match : matches) {
      if (apart.empty() || match.span.begin_byte >= apart.back().span.end_byte)
        apart.push_back(match);
    }
    matches = std::move(apart);
  }
}

void SnippetMaker::score(Sentence& sentence) const {
  std::vector<bool> seen(weights_.size(), false);
  const auto& matches = sentence.matches;
  for (size_t i = 0; i < matches.size(); ++i) {
    const Match& match = matches[i];
    if (!seen[match.word])
      sentence.score += match.whole ? weights_[match.word] : std::min(kStray, weights_[match.word]);
    seen[match.word] = true;
    if (i == 0) continue;
    const bool next = match.word == matches[i - 1].word + 1 ||
                      (!match.whole && match.word == matches[i - 1].word);
    const size_t between = match.span.begin_byte - matches[i - 1].span.end_byte;
    if (next && between <= 3) sentence.score += kNeighbours;
  }
  if (!matches.empty() && sentence.text.size() > 40) sentence.score += 0.1;
}

// The sentence that is shown beside the best one; kNone where there is no room for any.
size_t SnippetMaker::companion(const std::vector<Sentence>& sentences, size_t best) const {
  const size_t taken = text::count_code_points(sentences[best].text);
  const auto fits = [&](size_t i) {
    return taken + 3 + text::count_code_points(sentences[i].text) <= max_chars_;
  };
  std::vector<bool> shown(weights_.size(), false);
  for (const Match& match : sentences[best].matches) shown[match.word] = true;
  size_t found = kNone;
  double most = kLeastGain;
  for (size_t i = 0; i < sentences.size(); ++i) {
    if (i == best || sentences[i].matches.empty()) continue;
    std::vector<bool> counted = shown;
    double gain = 0;
    for (const Match& match : sentences[i].matches) {
      if (match.whole && !counted[match.word]) gain += weights_[match.word];
      counted[match.word] = true;
    }
    // Of equals the one that follows the best, so that the two read on.
    if ((gain > most || (gain == most && i == best + 1)) && fits(i)) {
      most = gain;
      found = i;
    }
  }
  if (found != kNone) return found;
  const size_t next = best + 1;
  const bool reads_on = next < sentences.size() &&
                        sentences[next].paragraph == sentences[best].paragraph && fits(next);
  return reads_on ? next : kNone;
}

searcher::Snippet SnippetMaker::cut(const std::vector<Sentence>& sentences, size_t best) const {
  searcher::Snippet snippet;
  const auto append = [&](const Sentence& sentence, searcher::Span window) {
    size_t shift = 0;
    const std::string_view text = trimmed_by(
        sentence.text.substr(window.begin_byte, window.end_byte - window.begin_byte), shift);
    const size_t base = snippet.text.size();
    const size_t origin = window.begin_byte + shift;
    snippet.text += text;
    for (const Match& match : sentence.matches) {
      if (!match.whole) continue;  // a stray syllable is no word of the query
      if (match.span.begin_byte < origin || match.span.end_byte > origin + text.size()) continue;
      add_highlight(snippet.text,
                    {base + match.span.begin_byte - origin, base + match.span.end_byte - origin},
                    snippet.highlights);
    }
  };
  const Sentence& first = sentences[best];
  if (text::count_code_points(first.text) > max_chars_) {
    std::vector<searcher::Span> matches;
    for (const Match& match : first.matches) matches.push_back(match.span);
    const searcher::Span window = densest_window(first.text, matches, max_chars_ - 2);
    if (window.begin_byte > 0 || best > 0) snippet.text += kSnippetEllipsis;
    append(first, window);
    if (window.end_byte < first.text.size() || best + 1 < sentences.size())
      snippet.text += kSnippetEllipsis;
    return snippet;
  }
  std::vector<size_t> shown{best};
  if (const size_t second = companion(sentences, best); second != kNone) shown.push_back(second);
  std::sort(shown.begin(), shown.end());
  if (shown.front() > 0) snippet.text += kSnippetEllipsis;
  for (size_t i = 0; i < shown.size(); ++i) {
    const Sentence& sentence = sentences[shown[i]];
    if (i > 0) {
      const bool reads_on =
          shown[i] == shown[i - 1] + 1 && sentence.paragraph == sentences[shown[i - 1]].paragraph;
      snippet.text += reads_on ? " " : " … ";
    }
    append(sentence, {0, sentence.text.size()});
  }
  if (shown.back() + 1 < sentences.size()) snippet.text += kSnippetEllipsis;
  return snippet;
}

std::vector<std::vector<query::Form>> shown_words(const query::PlanNode& root) {
  std::vector<std::vector<query::Form>> words;
  if (!root.forms.empty()) words.push_back(root.forms);
  for (const query::PlanNode& child : root.children) {
    // What is excluded twice is wanted.
    const bool excluded = child.type == query::PlanNode::Type::no;
    const query::PlanNode& inner = excluded ? child.children.front() : child;
    if (excluded && inner.type != query::PlanNode::Type::no) continue;
    for (auto& forms : shown_words(excluded ? inner.children.front() : child))
      words.push_back(std::move(forms));
  }
  return words;
}

}  // namespace khobao::show
