#pragma once
/// Numerals after words that count something, in digits, Roman letters and words:
///
///   đại hội 13    ->   đại hội xiii, đại hội lần thứ xiii, đại hội lần thứ mười ba …
///   quý III       ->   quý 3, quý ba
///
/// Cues and numerals stand in data/numeral_cues.tsv and data/numerals.tsv; without a cue a number
/// is what it is, and "năm" after a cue is a year unless "thứ" or "tháng" stands before it.
#include <span>
#include <string>
#include <vector>

#include "searcher/query/interpreter.h"

namespace khobao::reading {

/// Appends the other forms of every numeral with its cue.
void find_numerals(std::span<const std::string> words, std::vector<query::Equivalent>& out);

}  // namespace khobao::reading
