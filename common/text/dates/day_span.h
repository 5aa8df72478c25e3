#pragma once
/// The days that a query, an option or a field means: a day, a month, a quarter, half a year, a
/// year, or a range of those. Typed with marks or without; either end of a range may be open.
///
///   2020   năm 2020   2020-07   7/2020   tháng 7 năm 2020   thang 7/2020   Jul 2020
///   2020-07-02   2/7/2020   ngày 2 tháng 7 năm 2020   20200702
///   quý 3/2020   quý III năm 2020   Q3 2020   2020-Q3   6 tháng đầu năm 2020   nửa cuối năm 2020
///   2020-W27 (a week from Monday, as ISO 8601 counts them)
///   2020-07..2020-09   7/2020 - 9/2020   từ 2019 đến 3/2020   từ 2/7/2020   ..2020   2020..
///   hôm nay   hôm qua   tuần này   tuần trước   tháng này   tháng trước   quý này   năm nay
///   năm ngoái   7 ngày qua   (these only where the caller says what day it is)
#include <optional>
#include <string_view>

#include "common/text/dates/calendar.h"

namespace khobao::text {

struct DaySpan {
  Day first;  ///< year 0: open
  Day last;   ///< included; year 0: open

  bool operator==(const DaySpan&) const = default;
};

/// The span that the whole of `text` names; nullopt where it names none, or an empty one (last
/// before first). `today`: for "hôm nay" and its like, year 0 where they are not to be read.
std::optional<DaySpan> read_day_span(std::string_view text, Day today = {});

}  // namespace khobao::text
