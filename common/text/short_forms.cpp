#include "common/text/short_forms.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "common/text/letters/char_class.h"
#include "common/text/letters/normalise.h"
#include "common/text/letters/syllable.h"
#include "common/text/letters/utf8.h"

namespace khobao::text {
namespace {

constexpr std::array<std::string_view, 6> kScholars = {"ts", "gs", "ths", "pgs", "tskh", "bs"};
// "GS. TS", "TS - BS": what lies between titles and in front of names.
constexpr size_t kMostMarks = 3;

bool is_upper(char32_t c) { return u_isupper(static_cast<UChar32>(c)) != 0; }
bool is_lower(char32_t c) { return u_islower(static_cast<UChar32>(c)) != 0; }

bool has_small_letter(std::string_view word) {
  for (size_t pos = 0; pos < word.size();) {
    if (is_lower(next_code_point(word, pos))) return true;
  }
  return false;
}

// "ĐẦU", not "BCH".
bool is_shouted_syllable(std::string_view word) {
  return count_code_points(word) > 1 && is_capitals(word) &&
         parse_syllable(to_code_points(normalise_word(word))).has_value();
}

// The word that begins after spaces and marks.
std::string_view first_word(std::string_view s) {
  size_t pos = 0;
  for (size_t marks = 0; marks < kMostMarks && pos < s.size(); ++marks) {
    size_t behind = pos;
    const char32_t c = next_code_point(s, behind);
    if (c == '\n' || classify(c) != CharClass::separator) break;
    pos = behind;
  }
  return s.substr(pos, run_end(s, pos) - pos);
}

}  // namespace

bool is_scholar(std::string_view surface, std::string_view term) {
  size_t pos = 0;
  return !surface.empty() && is_upper(next_code_point(surface, pos)) &&
         std::find(kScholars.begin(), kScholars.end(), term) != kScholars.end();
}

size_t behind_title(std::string_view s, size_t end) {
  size_t pos = end;
  for (size_t marks = 0; marks <= kMostMarks && pos < s.size(); ++marks) {
    size_t behind = pos;
    const char32_t c = next_code_point(s, behind);
    if (classify(c) != CharClass::separator) return marks > 0 ? pos : end;
    if (c != ' ' && c != '.' && c != ',' && c != '-' && c != '/' && c != 0xA0) return end;
    pos = behind;
  }
  return end;
}

bool begins_name(std::string_view word) {
  size_t pos = 0;
  if (word.empty() || !is_upper(next_code_point(word, pos))) return false;
  pos = skip_marks(word, pos);
  return pos >= word.size() || is_lower(next_code_point(word, pos));
}

bool is_capitals(std::string_view word) {
  bool letters = false;
  for (size_t pos = 0; pos < word.size();) {
    const char32_t c = next_code_point(word, pos);
    if (is_lower(c)) return false;
    letters = letters || is_upper(c);
  }
  return letters;
}

bool is_central(std::string_view before, std::string_view behind) {
  if (is_shouted_syllable(before)) return false;
  const std::string_view next = first_word(behind);
  return has_small_letter(before) || has_small_letter(next) || (!before.empty() && next.empty());
}

size_t signs_end(std::string_view s, size_t begin, size_t end) {
  size_t pos = end;
  if (pos < s.size() && s[pos] == '#' && end - begin == 1) {
    ++pos;
  } else {
    while (pos < s.size() && s[pos] == '+' && pos - end < kMostSigns) ++pos;
  }
  if (pos == end || pos == s.size()) return pos;
  size_t behind = pos;
  const char32_t c = next_code_point(s, behind);
  if (c == '+' || c == '#') return end;
  return classify(c) == CharClass::separator || (c >= '0' && c <= '9') || is_upper(c)
             ? pos
             : end;
}

}  // namespace khobao::text
