#pragma once
/// A word whose spaces were left out, as the syllables that the archive writes side by side.
///
///   quochoi -> quốc hội      daihoidang -> đại hội đảng      tậpđoàn -> tập đoàn
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace khobao::reading {

struct Split {
  std::vector<std::string> syllables;  ///< two or more; none where the word is no such thing
  double chance = 0;                   ///< natural logarithm
  uint64_t least_pair = 0;             ///< how often the rarest two of them stand side by side
};

/// The likeliest split of `word` (normalised) into Vietnamese syllables of which every two
/// neighbours stand side by side in the archive. `forms`: the readings of a piece, few; `pair`: how
/// often two stand side by side; `chance`: natural logarithm of a word's chance after another, ""
/// for none. Words over 48 bytes are not split.
Split split_syllables(const std::string& word,
                      const std::function<std::vector<std::string>(const std::string&)>& forms,
                      const std::function<uint64_t(const std::string&, const std::string&)>& pair,
                      const std::function<double(const std::string&, const std::string&)>& chance);

}  // namespace khobao::reading
