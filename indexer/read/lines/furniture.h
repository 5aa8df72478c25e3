#pragma once
/// What stands on a page and is no part of its article: menus, counters, share buttons, headings of
/// other articles. The rules are data/furniture.tsv.
///
///   "467 lượt xem"        -> furniture
///   "Tin cùng chuyên mục" -> heading of related articles
///   "[img]", "</div>"     -> furniture
///   "Ông Tư đọc báo."     -> none
#include <string>
#include <string_view>
#include <vector>

namespace khobao::read {

enum class FurnitureKind : unsigned char {
  none,
  furniture,
  related,  ///< heads a list of other articles
};

FurnitureKind furniture_kind(std::string_view line);

/// Lines after which no article goes on, where prose stands in front of them.
enum class LastLine : unsigned char {
  none,
  comments,  ///< "Bình luận (8)", "Ý kiến bạn đọc"
  masthead,  ///< "Cơ quan chủ quản: …", "Bản quyền thuộc …"
};

LastLine last_line(std::string_view line);
/// The same, with its comparison_form().
LastLine last_line(std::string_view line, const std::string& words);

/// A line of program code or markup that an extractor left: "<?php", "var x = {", "});".
bool is_code(std::string_view line);

/// True for "Đồng Dao 24h Đồng Dao 24h": the same words twice, how menus print a section's name.
bool is_doubled(std::string_view line);

/// Cuts furniture off from the front and the end of a text and inline teasers out of it, appending
/// what was cut to `furniture`. Cheap where there is none.
///
///   "Lưu bài viết Đêm qua, …  [Bão Mây vào bờ trong đêm]  Theo đài …" -> "Đêm qua, … Theo đài …"
void cut_inline_furniture(std::string& text, std::vector<std::string>& furniture);

}  // namespace khobao::read
