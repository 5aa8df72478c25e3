#include "searcher/reading/spelling/joined_syllables.h"

#include <algorithm>

#include "common/text/letters/syllable.h"
#include "common/text/letters/utf8.h"

namespace khobao::reading {
namespace {

constexpr size_t kMaxBytes = 48;
constexpr size_t kMaxSyllableLetters = 7;  // nghiêng

// The last syllable of a way to split what is in front of a place.
struct Step {
  std::string syllable;
  double chance = 0;
  uint64_t least_pair = UINT64_MAX;
  size_t from = 0;           // where the syllable begins
  size_t before = SIZE_MAX;  // place among the steps that end there
};

}  // namespace

Split split_syllables(const std::string& word,
                      const std::function<std::vector<std::string>(const std::string&)>& forms,
                      const std::function<uint64_t(const std::string&, const std::string&)>& pair,
                      const std::function<double(const std::string&, const std::string&)>& chance) {
  Split split;
  if (word.size() > kMaxBytes) return split;
  const std::u32string letters = text::to_code_points(word);
  std::vector<std::vector<Step>> ending(letters.size() + 1);
  for (size_t end = 1; end <= letters.size(); ++end) {
    for (size_t begin = end - std::min(end, kMaxSyllableLetters); begin < end; ++begin) {
      if ((begin > 0 && ending[begin].empty()) || (begin == 0 && end == letters.size())) continue;
      const std::u32string piece = letters.substr(begin, end - begin);
      if (!text::parse_syllable(piece)) continue;
      for (const std::string& form : forms(text::to_utf8(text::place_tone(piece)))) {
        Step best;
        best.syllable = form;
        best.from = begin;
        if (begin == 0) {
          best.chance = chance(form, "");
          ending[end].push_back(std::move(best));
          continue;
        }
        for (size_t before = 0; before < ending[begin].size(); ++before) {
          const Step& step = ending[begin][before];
          const uint64_t together = pair(step.syllable, form);
          if (together == 0) continue;
          const double total = step.chance + chance(form, step.syllable);
          if (best.before != SIZE_MAX && total <= best.chance) continue;
          best.chance = total;
          best.before = before;
          best.least_pair = std::min(step.least_pair, together);
        }
        if (best.before != SIZE_MAX) ending[end].push_back(std::move(best));
      }
    }
  }
  const auto& whole = ending.back();
  if (whole.empty()) return split;
  const auto best = std::max_element(
      whole.begin(), whole.end(), [](const Step& a, const Step& b) { return a.chance < b.chance; });
  split.chance = best->chance;
  split.least_pair = best->least_pair;
  for (const Step* step = &*best;;) {
    split.syllables.insert(split.syllables.begin(), step->syllable);
    if (step->from == 0) break;
    step = &ending[step->from][step->before];
  }
  return split;
}

}  // namespace khobao::reading
