#pragma once
#include <string_view>

namespace khobao::reading {

/// Whether two normalised syllables, a space between, are also plain words where names are printed:
/// "hòa bình" is peace and a province (data/plain_pairs.txt).
bool is_plain_pair(std::string_view pair);

}  // namespace khobao::reading
