#pragma once
/// Other ways of writing the same Vietnamese.
#include <string>
#include <string_view>

namespace khobao::test {

/// In NFD: letters and marks apart.
std::string decomposed(std::string_view text);

/// With the tone marks of open oa, oe, uy on the other vowel: hòa <-> hoà. Other words stay.
std::string tones_swapped(std::string_view text);

}  // namespace khobao::test
