#pragma once
#include <string>
#include <string_view>

namespace khobao::read {

/// The text with HTML's named and numeric character references decoded ("&quot;", "&#7879;"); what
/// is no reference stays. Not recursive: "&amp;quot;" gives "&quot;".
std::string decode_entities(std::string_view text);

}  // namespace khobao::read
