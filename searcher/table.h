#pragma once
/// A table of two facets, as plain data: how many matches have each pair of their values.
///
///   --table source,date:month      2020-06  2020-07  undated    all
///     Báo Sông Kôn                      12        0        1     13
///     Đồng Mây Online                    3       30        0     33
///     others                             1        0        0      1
///     all                               15       30        1     46
///
/// An article of several values stands under each of them, so the lines of organisations, people,
/// places, authors and documents add up to more than all. Under "others" it is counted once, where
/// it has any of the values that have no line of their own.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/archive/fields.h"

namespace khobao::searcher {

/// What one value of the date facet spans; `own`: days, months or years, by the span of all matches.
enum class DateStep : unsigned char { own, day, week, month, year };

struct TableSide {
  archive::FieldId field;
  DateStep step = DateStep::own;  ///< of dates
};

struct TableRequest {
  TableSide rows, columns;
};

/// What a line of a table holds.
enum class LineOf : unsigned char {
  value,
  others,  ///< the values that the limit left out
  none,    ///< articles without a value; of dates, the undated ones
};

struct TableLine {
  LineOf of = LineOf::value;
  std::string value;   ///< as people read it; "" unless `of` is a value
  uint64_t total = 0;  ///< matches of the whole line
  bool operator==(const TableLine&) const = default;
};

struct Table {
  TableSide row_side, column_side;  ///< `step` is never `own` where any match is dated
  /// Values, most first (dates ascending, gaps left out), then others and none where they hold any.
  std::vector<TableLine> rows, columns;
  uint64_t more_rows = 0, more_columns = 0;  ///< values that stand under others
  std::vector<std::vector<uint64_t>> cells;  ///< by row, then by column
  uint64_t total = 0;                        ///< matches
};

}  // namespace khobao::searcher
