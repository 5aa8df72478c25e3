#pragma once
#include <string>
#include <string_view>

namespace khobao::text {

/// `s` as an error quotes it: the beginning of what is longer than a line, cut between letters, and
/// an ellipsis.
std::string shortened(std::string_view s);

}  // namespace khobao::text
