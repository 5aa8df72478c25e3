#pragma once
/// Who wrote an article, as the lines between its headline and its text say.
///
///   "Lê Na"   "LÊ NA - TRẦN MẪN"   "Tác giả: Lê Na"   "By Lê Na"   "Lê Na và 1 tác giả khác"
///   "Lê Na - 05/03/2026 08:47"   "Lê Na Thứ tư, 04/03/2026 19:00 (GMT+7)"   -> Lê Na …
///   "Thể thao | 05/03/2026"   "Hà Nội"   "Báo Mây"                          -> none
#include <string>
#include <string_view>

namespace khobao::read {

/// The name that the line is, without what announces it or follows it; "" where it is no name.
std::string head_byline(std::string_view line);

/// The name in front of a date on one line; "" where there is none. `date_begin`: byte at which
/// date and time begin.
std::string byline_before_date(std::string_view line, size_t date_begin);

/// A stated author as a name: without "Theo", "Bởi", "By", without addresses; "" where what is
/// stated is an outlet, a desk ("Ban biên tập", "PV") or an account.
std::string person_stated(std::string_view stated);

/// True for "PV", "P.V", "Ban biên tập" and the like: nobody in particular.
bool is_desk(std::string_view author);

}  // namespace khobao::read
