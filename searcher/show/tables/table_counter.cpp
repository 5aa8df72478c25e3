#include "searcher/show/tables/table_counter.h"

#include <algorithm>
#include <unordered_map>

#include "common/archive/facets/name_order.h"
#include "common/archive/schema.h"
#include "searcher/show/date_steps.h"

namespace khobao::show {
namespace {

using searcher::LineOf;
using searcher::TableLine;
using searcher::TableSide;

bool is_date(archive::FieldId field) {
  return archive::field(field).kind == archive::FieldKind::date;
}

text::Day as_day(uint64_t yyyymmdd) {
  const int day = static_cast<int>(yyyymmdd);
  return {day / 10'000, day / 100 % 100, day % 100};
}

// One side of a table: its lines, and on which of them a value stands.
struct Lines {
  std::vector<TableLine> lines;
  std::unordered_map<uint64_t, size_t> line_of;  // of values with a line of their own
  size_t others = SIZE_MAX, none = SIZE_MAX;     // where there are such lines
  uint64_t more = 0;
  searcher::DateStep step = searcher::DateStep::own;

  size_t add(LineOf of, std::string value) {
    lines.push_back({of, std::move(value), 0});
    return lines.size() - 1;
  }
};

using Counts = std::unordered_map<uint64_t, uint64_t>;

// Every step's values by their first days, ascending.
Lines lines_of_dates(const Counts& days, searcher::DateStep step) {
  Lines out;
  if (days.empty()) return out;
  std::vector<uint64_t> sorted;
  for (const auto& entry : days) sorted.push_back(entry.first);
  std::sort(sorted.begin(), sorted.end());
  out.step = step != searcher::DateStep::own
                 ? step
                 : fitting_step(as_day(sorted.front()), as_day(sorted.back()));
  for (const uint64_t day : sorted) {
    std::string value = date_value(as_day(day), out.step);
    const bool same = !out.lines.empty() && out.lines.back().value == value;
    out.line_of[day] = same ? out.lines.size() - 1 : out.add(LineOf::value, std::move(value));
  }
  return out;
}

// The values of most matches, most first; equal counts by name, so that no order depends on hashes.
Lines lines_of_names(const Counts& counts, archive::FieldId field, size_t limit,
                     const archive::FacetNames& names) {
  std::vector<std::pair<uint64_t, uint64_t>> sorted;  // count, id
  for (const auto& [id, count] : counts) sorted.emplace_back(count, id);
  const size_t shown = std::min(limit, sorted.size());
  Lines out;
  out.more = sorted.size() - shown;
  if (shown == 0) return out;
  std::nth_element(sorted.begin(), sorted.begin() + static_cast<long>(shown - 1), sorted.end(),
                   std::greater<>());
  const uint64_t least = sorted[shown - 1].first;
  struct Named {
    uint64_t count, id;
    std::string name;
  };
  std::vector<Named> named;
  for (const auto& [count, id] : sorted) {
    if (count >= least)
      named.push_back({count, id, archive::shown_value(field, names.name(field, id))});
  }
  const archive::NameOrder order(field);
  std::partial_sort(named.begin(), named.begin() + static_cast<long>(shown), named.end(),
                    [&](const Named& a, const Named& b) {
                      return a.count != b.count ? a.count > b.count : order.less(a.name, b.name);
                    });
  named.resize(shown);
  for (Named& one : named) out.line_of[one.id] = out.add(LineOf::value, std::move(one.name));
  return out;
}

Lines lines_of(const std::vector<uint64_t>& values, bool any_without, const TableSide& side,
               size_t limit, const archive::FacetNames& names) {
  Counts counts;
  for (const uint64_t value : values) ++counts[value];
  Lines lines = is_date(side.field) ? lines_of_dates(counts, side.step)
                                    : lines_of_names(counts, side.field, limit, names);
  if (lines.more > 0) lines.others = lines.add(LineOf::others, "");
  if (any_without) lines.none = lines.add(LineOf::none, "");
  return lines;
}

// The lines that a match stands on, each once.
void find_lines(const Lines& side, const uint64_t* begin, const uint64_t* end,
                std::vector<size_t>& found) {
  found.clear();
  if (begin == end) found.push_back(side.none);
  for (; begin != end; ++begin) {
    const auto line = side.line_of.find(*begin);
    found.push_back(line == side.line_of.end() ? side.others : line->second);
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
}

bool any_without(const std::vector<size_t>& ends) {
  size_t before = 0;
  for (const size_t end : ends) {
    if (end == before) return true;
    before = end;
  }
  return false;
}

}  // namespace

void TableCounter::read(const Xapian::Document& document, archive::FieldId field, Values& to) {
  const archive::FieldRow& row = archive::field(field);
  const std::string value = document.get_value(static_cast<Xapian::valueno>(*row.slot));
  if (is_date(field)) {
    constexpr size_t kDayDigits = 8;
    uint64_t day = 0;
    for (size_t i = 0; value.size() >= kDayDigits && i < kDayDigits; ++i)
      day = day * 10 + static_cast<uint64_t>(value[i] - '0');
    if (day > 0) to.values.push_back(day);
  } else {
    for (size_t i = 0; i < archive::facet_id_count(value); ++i)
      to.values.push_back(archive::facet_id_at(value, i));
  }
  to.ends.push_back(to.values.size());
}

void TableCounter::operator()(const Xapian::Document& document, double) {
  read(document, request_.rows.field, rows_);
  read(document, request_.columns.field, columns_);
}

searcher::Table TableCounter::table(size_t limit) const {
  Lines rows =
      lines_of(rows_.values, any_without(rows_.ends), request_.rows, limit, names_);
  Lines columns =
      lines_of(columns_.values, any_without(columns_.ends), request_.columns, limit, names_);
  searcher::Table table{.row_side = {request_.rows.field, rows.step},
                        .column_side = {request_.columns.field, columns.step},
                        .rows = {},
                        .columns = {},
                        .more_rows = rows.more,
                        .more_columns = columns.more,
                        .cells = {},
                        .total = rows_.ends.size()};
  table.cells.assign(rows.lines.size(), std::vector<uint64_t>(columns.lines.size()));
  std::vector<size_t> of_row, of_column;
  size_t row_begin = 0, column_begin = 0;
  for (size_t match = 0; match < rows_.ends.size(); ++match) {
    find_lines(rows, rows_.values.data() + row_begin, rows_.values.data() + rows_.ends[match],
               of_row);
    find_lines(columns, columns_.values.data() + column_begin,
               columns_.values.data() + columns_.ends[match], of_column);
    row_begin = rows_.ends[match];
    column_begin = columns_.ends[match];
    for (const size_t column : of_column) ++columns.lines[column].total;
    for (const size_t row : of_row) {
      ++rows.lines[row].total;
      for (const size_t column : of_column) ++table.cells[row][column];
    }
  }
  table.rows = std::move(rows.lines);
  table.columns = std::move(columns.lines);
  return table;
}

}  // namespace khobao::show
