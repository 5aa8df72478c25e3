#include "searcher/reading/equivalents/letter_habits.h"

#include "common/text/letters/syllable.h"
#include "common/text/letters/utf8.h"

namespace khobao::reading {
namespace {

// Below 1, so that the spelling typed comes first.
constexpr double kHabitWeight = 0.9;

}  // namespace

std::string with_other_i(const std::string& word) {
  auto syllable = text::parse_syllable(text::to_code_points(word));
  if (!syllable || !syllable->coda.empty()) return {};
  const std::u32string& onset = syllable->onset;
  const bool habit = onset == U"qu" ||
                     (onset.size() == 1 &&
                      std::u32string_view(U"hklmst").find(onset[0]) != std::u32string_view::npos);
  if (!habit || (syllable->vowels != U"i" && syllable->vowels != U"y")) return {};
  syllable->vowels = syllable->vowels == U"i" ? U"y" : U"i";
  return text::to_utf8(text::spell(*syllable));
}

void find_letter_habits(std::span<const std::string> words, std::vector<query::Equivalent>& out) {
  for (size_t i = 0; i < words.size(); ++i) {
    std::string other = with_other_i(words[i]);
    if (other.empty()) continue;
    out.push_back({.begin = i, .end = i + 1, .words = {std::move(other)}, .weight = kHabitWeight});
  }
}

}  // namespace khobao::reading
