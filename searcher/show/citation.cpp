#include "searcher/show/citation.h"

#include <algorithm>

#include "common/language/say.h"
#include "common/text/dates/calendar.h"
#include "searcher/show/render/hit_facts.h"

namespace khobao::show {
namespace {

std::string_view trimmed(std::string_view s) {
  while (s.starts_with(' ')) s.remove_prefix(1);
  while (s.ends_with(' ')) s.remove_suffix(1);
  return s;
}

}  // namespace

std::vector<std::string_view> sentences_of(std::string_view paragraph,
                                           text::Tokenizer& tokenizer) {
  std::vector<text::Token> tokens;
  tokenizer.tokenize(paragraph, tokens);
  std::vector<std::string_view> sentences;
  size_t begin = 0, before = 0;  // of the sentence; the end of the token before
  const auto add = [&](size_t end) {
    const std::string_view sentence = trimmed(paragraph.substr(begin, end - begin));
    if (!sentence.empty()) sentences.push_back(sentence);
    begin = end;
  };
  for (const text::Token& token : tokens) {
    if (token.gap != text::Gap::none && before > 0) {
      // The marks that end a sentence touch it; those that open the next one touch that.
      const size_t space = paragraph.find(' ', before);
      if (space < token.begin_byte) add(space);
    }
    before = token.end_byte;
  }
  add(paragraph.size());
  return sentences;
}

Message citation(const archive::Article& a, const std::string& sentence) {
  Message source;
  const auto add = [&](const Message& part) {
    if (!part.empty()) source += (source.empty() ? "" : ", ") + part;
  };
  constexpr size_t kDayChars = 10;
  const text::Day day = text::parse_day(std::string_view(a.published).substr(
      0, std::min(kDayChars, a.published.size())));
  add(a.author);
  add(a.display_title.empty() ? "" : "“" + a.display_title + "”");
  add(a.outlet);
  add(day.year == 0 ? say("undated") : day_shown(day));
  add(a.url.empty() ? a.path : a.url);
  return "“" + sentence + "” (" + source + ")";
}

}  // namespace khobao::show
