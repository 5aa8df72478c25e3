#pragma once
/// Days as people type them in options and in the date field of queries; the forms are those of
/// day_span.h, and days, months and quarters without a year.
///
///   2020-07   31/12/2020   quý 3/2020   6 tháng đầu năm 2020   hôm qua   tuần trước   last month
///   2/7   ->   2026-07-02, the newest that has come, with a note that says so
///   2020-13   ->   "2020 has no month 13"
#include <string>
#include <vector>

#include "common/base/message.h"
#include "common/base/result.h"
#include "common/text/dates/day_span.h"
#include "searcher/request.h"

namespace khobao::filter {

struct TypedDays {
  text::DaySpan span;
  Message note;  ///< which year was taken where none was typed
};

/// The days that `value` means. The error's message goes on after "'VALUE'": " is not a date",
/// ": 2020 has no month 13". `today`: year 0 where relative days and those without a year mean
/// nothing.
Result<TypedDays> read_days(const std::string& value, text::Day today);

/// What was typed for --date, --from and --to; "" where an option was not given.
struct TypedRange {
  std::string on, from, to;
};

struct ReadRange {
  searcher::DateRange range;
  std::vector<Message> notes;
};

/// The days that all three let through, both ends included, so that "2020" as `to` ends on 31
/// December. A usage error names the option, the value and what is wrong; also where the end lies
/// before the beginning.
Result<ReadRange> date_range(const TypedRange& typed, text::Day today);

/// A span's ends as Slot::published has them.
searcher::DateRange range_of(const text::DaySpan& span);

}  // namespace khobao::filter
