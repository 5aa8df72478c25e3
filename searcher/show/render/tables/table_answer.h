#pragma once
/// Tables of two facets for people and programs.
///
///   46 articles match; rows: source, columns: date, a month each
///                      2020-06  2020-07  undated  all
///     Báo Sông Kôn          12        0        1   13
///     others (3)             1        0        0    1
///     all                   15       30        1   46
#include <iosfwd>
#include <string>

#include "searcher/request.h"

namespace khobao::show {

struct TableOptions {
  size_t columns = 0;  ///< of the window, into which wide tables are broken; 0: one piece
  Language language = Language::english;
  bool byte_order_mark = false;
};

/// All three want a response that holds a table.
void render_table_text(const searcher::SearchResponse& response, const TableOptions& options,
                       std::ostream& out);

/// One object: schema_version, query, interpreted, generation, total, rows and columns {field,
/// step, more_values, lines [{of: value|others|none, value, total}]}, cells [row][column],
/// warnings, notes.
void render_table_json(const searcher::SearchResponse& response, std::ostream& out);

/// The names of rows, a column of counts for each line of the other facet, and all; sums last.
void render_table_csv(const searcher::SearchResponse& response, const TableOptions& options,
                      std::ostream& out);

/// What people call a line: its value, "others", and "none", of dates "undated".
Message line_name(const searcher::TableLine& line, const searcher::TableSide& side);

}  // namespace khobao::show
