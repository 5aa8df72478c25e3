#pragma once
#include <string>
#include <string_view>

namespace khobao::text {

/// Every letter as a capital: "35-ct/tw" -> "35-CT/TW".
std::string upper_case(std::string_view s);

}  // namespace khobao::text
