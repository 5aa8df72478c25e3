#pragma once
/// The values of the date field: days, months, years and ranges of them.
///
///   2020        2020-07      2/7/2020      quý 3/2020      hôm qua      (see date_bounds.h)
///   2020-07..2020-09         2020..        ..2/7/2020      none, không
#include <string>

#include "common/base/message.h"
#include "common/base/result.h"
#include "common/text/dates/calendar.h"
#include "searcher/request.h"

namespace khobao::filter {

struct DateField {
  searcher::DateRange range;
  bool undated = false;  ///< "none": articles without a date
  Message note;          ///< which year was taken where none was typed
};

/// A query error where the value has none of the forms above. `today`: as read_days() has it.
Result<DateField> read_date_field(const std::string& value, text::Day today);

}  // namespace khobao::filter
