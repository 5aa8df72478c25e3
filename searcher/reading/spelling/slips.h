#pragma once
/// The words that a mistyped one may have been, one slip of the keyboard away.
///
///   quôc hộii     a letter twice        quôcd    the key beside Telex's s
///   quóoc         Telex left as typed   hoj      a neighbour of i
#include <limits>
#include <string>
#include <vector>

namespace khobao::reading {

struct Slip {
  std::string word;  ///< what may have been meant; not necessarily a word
  double cost = 0;   ///< how much less likely than typing right, as a negative natural logarithm
};

/// Every word one slip away from `word` (normalised), each at its lowest cost, in alphabetical
/// order; none for words under two or over 24 letters. Some 1,000 for an accented syllable.
///
/// `known_letters`: no word that anybody looks for goes on as `word` does after so many of its
/// letters, so that slips in what follows the next one are left out; of words without accents
/// alone, of which a slip changes nothing in front of it.
std::vector<Slip> slips_of(const std::string& word,
                           size_t known_letters = std::numeric_limits<size_t>::max());

}  // namespace khobao::reading
