#pragma once
/// Events whose day is known although the text does not print it; see data/dated_events.tsv.
///
///   "kỷ niệm 75 năm Ngày Thương binh - Liệt sĩ"        -> 2022-07-27
///   "Kỳ họp thứ 9, Quốc hội khóa XV"                   -> 2025-05-05
///   "Hội nghị Trung ương 11 khóa XIII"                 -> 2025-04-10
///   "Tết Nguyên đán Ất Tỵ"                             -> 2025-01-29
#include <string_view>
#include <vector>

#include "indexer/read/dates/day_mention.h"

namespace khobao::read {

/// Appends a bounded mention of the day of each event that `text`, paragraph number `paragraph`,
/// names. Linear.
void find_events(std::string_view text, size_t paragraph, std::vector<DayMention>& out);

}  // namespace khobao::read
