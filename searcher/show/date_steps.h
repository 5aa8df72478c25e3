#pragma once
/// The steps of the date facet: how a day is counted, and which days a value holds.
///
///   2020-07-02   year 2020   month 2020-07   week 2020-W27 (from Monday, ISO 8601)   day 2020-07-02
#include <string>

#include "common/text/dates/day_span.h"
#include "searcher/request.h"

namespace khobao::show {

/// The value that `day` is counted under; `step` is not `own`.
std::string date_value(text::Day day, searcher::DateStep step);

/// The step of a value; `own` for what is none, such as "undated".
searcher::DateStep step_of(const std::string& value);

/// The value after `value`; "" at the end of the calendar, or where it is none.
std::string next_date_value(const std::string& value);

/// "day", "week", "month", "year"; "" for `own`.
std::string step_name(searcher::DateStep step);

/// The step in which a span of days is read best: days within two months, months within four years.
searcher::DateStep fitting_step(text::Day first, text::Day last);

}  // namespace khobao::show
