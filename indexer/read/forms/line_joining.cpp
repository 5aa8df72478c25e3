#include "indexer/read/forms/line_joining.h"

#include <algorithm>

#include "common/text/letters/char_class.h"
#include "common/text/letters/utf8.h"
#include "indexer/read/dates/date_line.h"
#include "indexer/read/lines/line_words.h"

namespace khobao::read {
namespace {

constexpr size_t kShortestBrokenChars = 25;  // shorter lines are menu entries, names, verses
constexpr size_t kNarrowestChars = 40, kWidestChars = 130;  // of text filled to a width
constexpr size_t kRaggedChars = 12;     // the next word did not fit: words are shorter
constexpr size_t kFewestFullLines = 3;  // of a text that is said to be filled
constexpr size_t kFullPercent = 80;     // of the lines that another follows

size_t chars_of(std::string_view line) {
  return static_cast<size_t>(std::count_if(line.begin(), line.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

// A word in small letters begins: no numbering ("a)", "b."), no name like iPhone.
bool begins_small(std::string_view line) {
  size_t pos = 0;
  const char32_t first = text::next_code_point(line, pos);
  if (text::classify(first) != text::CharClass::letter || is_upper(first)) return false;
  if (pos >= line.size()) return true;
  const char32_t second = text::next_code_point(line, pos);
  return second != ')' && second != '.' && second != '/' && second != '@' && !is_upper(second);
}

// The line breaks off after a letter, a figure, a comma or a hyphen, not at the end of anything.
bool breaks_off(std::string_view line) {
  if (line.ends_with(',') || line.ends_with('-')) return true;
  size_t begin = line.size() - 1, pos = 0;
  while (begin > 0 && (static_cast<unsigned char>(line[begin]) & 0xC0) == 0x80) --begin;
  line.remove_prefix(begin);
  const char32_t last = text::next_code_point(line, pos);
  return text::classify(last) != text::CharClass::separator || last == '"' || last == ')' ||
         last == 0x201D || last == '%';
}

// Marks, and keys with their values, begin a line of their own.
bool begins_entry(std::string_view line) {
  constexpr size_t kLongestKeyBytes = 40;
  if (std::string_view("*#[!|>-+").find(line.front()) != std::string_view::npos) return true;
  const size_t colon = line.find(": ");
  return colon != std::string_view::npos && colon < kLongestKeyBytes &&
         count_words(line.substr(0, colon)) <= 4;
}

bool is_date_alone(std::string_view line) {
  const auto date = read_date_line(line);
  return date && (date->pure || date->announced || date->updated);
}

// The width to which the text is filled; 0 where it is not.
size_t filled_width(const std::vector<std::string_view>& lines) {
  std::vector<size_t> followed;
  for (size_t i = 0; i + 1 < lines.size(); ++i) {
    if (!lines[i].empty() && !lines[i + 1].empty()) followed.push_back(chars_of(lines[i]));
  }
  if (followed.size() < kFewestFullLines) return 0;
  const size_t width = *std::max_element(followed.begin(), followed.end());
  if (width < kNarrowestChars || width > kWidestChars) return 0;
  const auto full =
      static_cast<size_t>(std::count_if(followed.begin(), followed.end(), [&](size_t chars) {
        return chars + kRaggedChars >= width;
      }));
  return full >= kFewestFullLines && full * 100 >= followed.size() * kFullPercent ? width : 0;
}

}  // namespace

std::vector<bool> continued_lines(const std::vector<std::string_view>& lines) {
  std::vector<bool> continued(lines.size(), false);
  const size_t width = filled_width(lines);
  for (size_t i = 1; i < lines.size(); ++i) {
    const std::string_view before = lines[i - 1], line = lines[i];
    if (before.empty() || line.empty() || !breaks_off(before)) continue;
    if (is_date_alone(line) || is_date_alone(before)) continue;
    const size_t chars = chars_of(before);
    const bool full = width > 0 && chars + kRaggedChars >= width;
    continued[i] = (full && !begins_entry(line)) ||
                   (chars >= kShortestBrokenChars && begins_small(line)) ||
                   (i >= 2 && continued[i - 1] && begins_small(line));
  }
  return continued;
}

void append_continuation(std::string& line, std::string_view continuation) {
  const bool broken_word = line.ends_with('-') && line.size() >= 2 &&
                           line[line.size() - 2] != ' ' && begins_small(continuation);
  if (!broken_word && !line.empty()) line += ' ';
  line += continuation;
}

}  // namespace khobao::read
