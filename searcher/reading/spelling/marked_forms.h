#pragma once
/// Words that are no syllables, with the marks that the archive gives them.
///
///   cdv -> cđv      hlong -> hlơng      kpa -> kpă
#include <string>
#include <string_view>
#include <vector>

#include "common/archive/statistics.h"

namespace khobao::reading {

/// The archive's words with the letters of `word`, a word of plain letters, and at least one mark,
/// whether the vocabulary holds them or not; at most one of them with a tone. None for words with
/// more than kMostMarkable letters that take marks, which would be looked up too many times.
std::vector<std::string> marked_forms(std::string_view word, const archive::Statistics& statistics);

inline constexpr size_t kMostMarkable = 5;

/// True for an abbreviation by its looks: consonants alone. Syllables and foreign words have vowels.
bool is_consonants(std::string_view word);

}  // namespace khobao::reading
