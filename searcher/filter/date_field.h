#pragma once
/// The values of the date field: days, months, years and ranges of them.
///
///   2020        2020-07      2020-07-02      2/7/2020      7/2020
///   2020-07..2020-09         2020..          ..2/7/2020    none, không
#include <string>

#include "common/base/result.h"
#include "searcher/request.h"

namespace khobao::filter {

struct DateField {
  searcher::DateRange range;
  bool undated = false;  ///< "none": articles without a date
};

/// A query error where the value has none of the forms above.
Result<DateField> read_date_field(const std::string& value);

}  // namespace khobao::filter
