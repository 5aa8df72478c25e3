#pragma once
/// The year of a report whose dateline prints none, weighed from the years, months and days that
/// the rest of the article names.
#include <span>

#include "common/text/dates/calendar.h"
#include "indexer/read/dates/day_mention.h"

namespace khobao::read {

/// The latest year that the article names, or the one after it, where enough speaks for it being
/// that of `report` (a day without year); 0 where too little does, or something against it:
///
///   1/7  with "6 tháng cuối năm 2020"                  -> 2020
///   18/4 with "20/4/1970 - 20/4/2025"                  -> 2025
///   22/4 with "từ tháng 9.2024 đến nay"                -> 2025
///   16/4 with "Hội nghị Trung ương 11 khóa XIII"       -> 2025, as data/dated_events.tsv says
///   16/12 with "năm 2024, triển khai nhiệm vụ năm 2025" -> 2024, plans being for the next year
///   10/5 with "năm 2015" or "tháng 1-2016"             -> 0: years of history
///   26/6 with "từ ngày 22/10/2016"                     -> 0: later than the report would be
///
/// `title_paragraph`: the number that mentions in the title carry. `trial`: the article tells a
/// trial (tells_trial), and the days in it may be those of the crime.
int year_of_report(const DayMention& report, std::span<const DayMention> mentions,
                   size_t title_paragraph, bool trial);

}  // namespace khobao::read
