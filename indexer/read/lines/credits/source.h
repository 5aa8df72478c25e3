#pragma once
/// The outlet that the opening of an article names: the tag in front of its lede, or the agency
/// whose report it retells.
///
///   "VHO - Sáng 16.12, tại Huế, …"              -> tag VHO
///   "(mayxanh.vn) - Tối 30/3, …"                -> tag mayxanh.vn
///   "Theo AFP, ngày 8/2, …", "Reuters/AP đưa tin ngày 10/5, …", "Theo tờ The Sun, …" -> credit
///   "Theo Sở Y tế, …", "ĐÀ NẴNG - Mưa lớn …"    -> neither
#include <string>
#include <string_view>

namespace khobao::read {

struct HeadTag {
  std::string_view name;  ///< as printed, without brackets; "" where the line has none
  size_t end = 0;         ///< byte at which the text after tag and dash begins
};

HeadTag read_head_tag(std::string_view line);

/// The source credited in the first sentence of a paragraph, as printed; "" where none.
std::string opening_credit(std::string_view paragraph);

}  // namespace khobao::read
