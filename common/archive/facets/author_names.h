#pragma once
/// The authors that a byline names, one by one, as they are filtered and counted by.
///
///   "LAN HỒ;TTXVN"                          ->   Lan Hồ, TTXVN
///   "Lan Hồ - Trần Mai và Đ.Nhạn (ghi)"     ->   Lan Hồ, Trần Mai, Đ.Nhạn
///   "HỒNG QUANG;ẢNH: D.TIẾN"                ->   Hồng Quang, D.TIẾN
#include <string>
#include <string_view>
#include <vector>

namespace khobao::archive {

/// In the order printed, without repeats. Remarks in brackets and words such as "theo" and "ảnh:"
/// are no part of a name. A name all in capitals is written as names are; single words (TTXVN) and
/// words with dots (M.V) stay as printed.
std::vector<std::string> author_names(std::string_view byline);

}  // namespace khobao::archive
