#pragma once
/// The data files of this folder as they are linked in; their form stands in their first lines.
#include <string_view>
#include <vector>

namespace khobao::data {

std::string_view numerals();
std::string_view numeral_cues();
std::string_view abbreviations();
std::string_view everyday();
/// Files of interchangeable spellings: foreign_*.tsv, places.tsv and spellings.tsv.
std::vector<std::string_view> spellings();

}  // namespace khobao::data
