#include "indexer/read/lines/title.h"

#include <algorithm>

#include "common/text/letters/char_class.h"
#include "common/text/letters/utf8.h"
#include "common/text/tokenizer.h"
#include "indexer/read/forms/html/html_headline.h"
#include "indexer/read/lines/clean.h"
#include "indexer/read/lines/credits/person_name.h"
#include "indexer/read/lines/credits/source.h"
#include "indexer/read/lines/furniture.h"
#include "indexer/read/lines/line_words.h"

namespace khobao::read {
namespace {

constexpr size_t kLongestTitleWords = 36;
constexpr size_t kMaxTitleBytes = 320;
constexpr size_t kTextWords = 34;      // a line this long is text whatever it ends with
constexpr size_t kSentenceWords = 12;  // a sentence this long is text
constexpr size_t kFullTitleWords = 4;  // shorter ones may be a section's name
constexpr size_t kMaxHeadLines = 40;
constexpr size_t kMaxMadeTitleChars = 110;

bool is_part_of_page(LineRole role) {
  return role == LineRole::furniture || role == LineRole::date || role == LineRole::clock ||
         role == LineRole::related || role == LineRole::section || role == LineRole::author;
}

bool is_text(std::string_view line) {
  const size_t words = count_words(line);
  if (words >= kTextWords || read_head_tag(line).end > 0) return true;
  const bool full_stop = ends_sentence(line) && !line.ends_with('?') && !line.ends_with('!');
  return full_stop && words >= kSentenceWords;
}

// Broken lines go on in lower case.
bool goes_on(std::string_view line) {
  size_t pos = 0;
  const char32_t c = text::next_code_point(line, pos);
  if (text::classify(c) != text::CharClass::letter || is_upper(c)) return false;
  return pos >= line.size() || !is_upper(text::next_code_point(line, pos));  // "iPhone"
}

bool is_title_like(std::string_view line, bool set_apart) {
  if (line.size() > kMaxTitleBytes || line.ends_with(':') || line.ends_with(';') ||
      line.ends_with(','))
    return false;
  const size_t words = count_words(line);
  if (words < 2 || words > kLongestTitleWords || goes_on(line)) return false;
  if (line.ends_with('.') && !line.ends_with("..") && !set_apart) return false;
  return !is_byline_name(line) || words >= 3;
}

// Names of sites and portals over the title: "CỔNG THÔNG TIN ĐIỆN TỬ XÃ MÂY".
bool is_banner(std::string_view line) {
  const std::string words = comparison_form(line);
  for (std::string_view banner : {"cổng thông tin", "trang thông tin", "báo điện tử", "cổng tttđt",
                                  "chuyên trang", "cổng giao tiếp"}) {
    if (words.starts_with(banner)) return true;
  }
  return false;
}

// "BẢN TIN NỘI BỘ" over a day and the headline below it: what the paper is called.
bool is_masthead(std::span<const Line> lines, std::span<const LineRole> roles, size_t i) {
  constexpr size_t kMostWords = 6;
  if (i > 1 || i + 2 >= lines.size() || roles[i + 1] != LineRole::date) return false;
  const std::string_view below = lines[i + 2].text;
  return count_words(lines[i].text) <= kMostWords && is_all_capitals(lines[i].text) &&
         !is_text(below) && is_title_like(below, false) && !is_byline_name(below) &&
         count_words(below) >= kFullTitleWords && lines[i + 2].blank_before &&
         i + 3 < lines.size() && lines[i + 3].blank_before;
}

// True where a date line follows, or where the page's only blank line does: a headline then, even
// one with a full stop.
bool is_set_apart(std::span<const Line> lines, std::span<const LineRole> roles, size_t i) {
  if (i + 1 >= lines.size()) return false;
  if (roles[i + 1] == LineRole::date) return true;
  if (i > 0 || !lines[1].blank_before || read_head_tag(lines[0].text).end > 0) return false;
  for (size_t n = 2; n < lines.size(); ++n) {
    if (lines[n].blank_before) return false;
  }
  return lines.size() > 2;
}

}  // namespace

namespace {

// "Article 3", "Bài 12", "untitled", "xa-may-mo-cho-phien", "trang-1.html": what programs call a
// file.
bool is_made_up(std::string_view heading) {
  const std::string form = comparison_form(heading);
  for (std::string_view name : {"article #", "article", "bài #", "bài viết #", "bài báo #", "tin #",
                                "page #", "document #", "news #", "untitled", "no title", "#",
                                "không tiêu đề", "trang #", "bài viết", "nội dung"}) {
    if (form == name) return true;
  }
  const bool one_word = heading.find(' ') == std::string_view::npos;
  return one_word && (heading.find_first_of("-_/.") != std::string_view::npos);
}

size_t find_title_line(std::span<const Line> lines, std::span<const LineRole> roles) {
  const size_t text = find_text(lines, roles, 0);
  if (text == 0 || lines.size() < 2) return kNoLine;
  const size_t head = std::min(text, kMaxHeadLines);
  size_t date = kNoLine, first = kNoLine, first_full = kNoLine, above_date = kNoLine;
  for (size_t i = 0; i < head; ++i) {
    if (roles[i] == LineRole::date && date == kNoLine) {
      date = i;
      above_date = first_full;
    }
    if (is_part_of_page(roles[i]) || roles[i] == LineRole::caption || lines[i].is_link()) continue;
    const bool set_apart = is_set_apart(lines, roles, i);
    if (i + 1 < lines.size() && !lines[i + 1].blank_before && goes_on(lines[i + 1].text)) continue;
    if (!is_title_like(lines[i].text, set_apart) || is_banner(lines[i].text) ||
        is_masthead(lines, roles, i))
      continue;
    if (first == kNoLine) first = i;
    if (count_words(lines[i].text) >= kFullTitleWords && first_full == kNoLine) first_full = i;
    // Of several lines in front of the date the one next to it is the title.
    if (set_apart && i + 1 < lines.size() && count_words(lines[i].text) >= kFullTitleWords)
      return lines[i].text.ends_with('.') ? first_full : i;
  }
  if (above_date != kNoLine) return above_date;
  return first_full != kNoLine ? first_full : first;
}

}  // namespace

size_t find_text(std::span<const Line> lines, std::span<const LineRole> roles, size_t first) {
  for (size_t i = first; i < lines.size(); ++i) {
    if (is_part_of_page(roles[i]) || lines[i].is_link()) continue;
    const bool heading = lines[i].mark == Mark::heading && !read_head_tag(lines[i].text).end;
    if (heading || roles[i] == LineRole::title) continue;
    const bool set_apart = is_set_apart(lines, roles, i);
    if (is_text(lines[i].text) && !(set_apart && is_title_like(lines[i].text, true))) return i;
  }
  return lines.size();
}

Headline printed_headline(const Page& page, std::span<const LineRole> roles) {
  const std::vector<Line>& lines = page.lines;
  for (size_t i = 0; i < lines.size(); ++i) {
    const Line& line = lines[i];
    if (line.mark != Mark::heading || is_part_of_page(roles[i]) || line.is_link()) continue;
    if (is_made_up(line.text) || read_head_tag(line.text).end > 0) continue;
    std::string title = without_site_name(line.text, page.stated.source);
    if (!title.empty()) return {std::move(title), i};
  }
  const size_t line = find_title_line(lines, roles);
  return line == kNoLine ? Headline{} : Headline{lines[line].text, line};
}

std::string make_title(std::string_view text) {
  if (const HeadTag tag = read_head_tag(text); tag.end > 0) text.remove_prefix(tag.end);
  // The tokenizer knows which full stops end sentences ("TP. Hồ Chí Minh" holds none).
  std::vector<text::Token> tokens;
  text::Tokenizer().tokenize(text::prefix_bytes(text, 4 * kMaxMadeTitleChars), tokens);
  size_t sentence = text.size();
  for (const text::Token& token : tokens) {
    constexpr size_t kShortestBytes = 20;  // a shorter first sentence is a heading of its own
    if (token.gap == text::Gap::none || token.begin_byte <= kShortestBytes) continue;
    sentence = text.rfind(' ', token.begin_byte);
    break;
  }
  size_t end = 0;
  for (size_t chars = 0; end < text.size() && chars < kMaxMadeTitleChars; ++chars) {
    if (end == sentence) {
      return std::string(
          trim(text.substr(0, end - (text[end - 1] == '.' && text[end - 2] != '.' ? 1 : 0))));
    }
    text::next_code_point(text, end);
  }
  if (end == text.size()) {
    if (text.ends_with('.') && !text.ends_with("..")) text.remove_suffix(1);
    return std::string(text);
  }
  const size_t space = text.rfind(' ', end);
  if (space != std::string_view::npos && space > end / 2) end = space;
  std::string title(trim(text.substr(0, end)));
  while (title.ends_with(',') || title.ends_with(';') || title.ends_with(':')) title.pop_back();
  return title + "…";
}

}  // namespace khobao::read
