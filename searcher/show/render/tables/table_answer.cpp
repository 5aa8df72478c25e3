#include "searcher/show/render/tables/table_answer.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <ostream>

#include "common/language/figures.h"
#include "common/language/say.h"
#include "common/text/letters/byte_order_mark.h"
#include "common/text/letters/printable.h"
#include "common/text/letters/utf8.h"
#include "searcher/filter/field_word.h"
#include "searcher/show/date_steps.h"
#include "searcher/show/render/page_words.h"
#include "searcher/show/render/styled_text.h"

namespace khobao::show {
namespace {

using searcher::LineOf;
using searcher::Table;
using searcher::TableLine;
using searcher::TableSide;
using Json = nlohmann::ordered_json;

constexpr size_t kWidestHead = 18;  // columns of a name above a column of counts
constexpr size_t kNarrowestName = 12;
constexpr size_t kApart = 2;

std::string cut_to(const std::string& name, size_t columns) {
  if (columns == 0 || text::display_columns(name) <= columns) return name;
  const auto lines = Stylist(false).wrapped({{name, Style::plain}}, columns, 1);
  return lines.empty() ? "" : lines.front();
}

std::string blanks(size_t columns, size_t taken) {
  return std::string(columns > taken ? columns - taken : 0, ' ');
}

std::string on_right(const std::string& s, size_t columns) {
  return blanks(columns, text::display_columns(s)) + s;
}

Message all() { return say("all"); }

Message side_name(const TableSide& side) {
  if (side.step == searcher::DateStep::own) return filter::field_word(side.field);
  return say("date, a {} each", step_word(side.step));
}

class Page {
 public:
  Page(const Table& table, size_t columns, Language language, std::ostream& out)
      : table_(table),
        columns_(columns),
        language_(language),
        all_(all().in(language)),
        out_(out),
        widest_(text::display_columns(all_)) {}

  void print() {
    for (const TableLine& column : table_.columns) {
      heads_.push_back(cut_to(named(column, table_.column_side, table_.more_columns), kWidestHead));
      widths_.push_back(wide_enough(heads_.back(), column.total));
    }
    heads_.push_back(all_);
    widths_.push_back(wide_enough(all_, table_.total));
    for (const TableLine& row : table_.rows) {
      names_.push_back(named(row, table_.row_side, table_.more_rows));
      widest_ = std::max(widest_, text::display_columns(names_.back()));
    }
    if (columns_ > 0) widest_ = std::min(widest_, std::max(kNarrowestName, columns_ / 3));
    // What is too wide for the window is broken into pieces under each other.
    for (size_t begin = 0; begin < heads_.size();) {
      size_t end = begin, taken = kApart + widest_;
      do {
        taken += kApart + widths_[end++];
      } while (end < heads_.size() && (columns_ == 0 || taken + kApart + widths_[end] <= columns_));
      if (begin > 0) out_ << '\n';
      piece(begin, end);
      begin = end;
    }
  }

 private:
  std::string named(const TableLine& line, const TableSide& side, uint64_t more) const {
    const std::string name = text::printable(line_name(line, side).in(language_));
    return line.of == LineOf::others ? name + " (" + std::to_string(more) + ")" : name;
  }

  static size_t wide_enough(const std::string& head, uint64_t most) {
    return std::max(text::display_columns(head), std::to_string(most).size());
  }

  void piece(size_t begin, size_t end) {
    line("", begin, end, [&](size_t column) { return heads_[column]; });
    for (size_t row = 0; row < names_.size(); ++row) {
      line(names_[row], begin, end, [&](size_t column) {
        return std::to_string(column < table_.columns.size() ? table_.cells[row][column]
                                                             : table_.rows[row].total);
      });
    }
    line(all_, begin, end, [&](size_t column) {
      return std::to_string(column < table_.columns.size() ? table_.columns[column].total
                                                           : table_.total);
    });
  }

  template <class Cell>
  void line(const std::string& name, size_t begin, size_t end, Cell cell) {
    const std::string shown = columns_ > 0 ? cut_to(name, widest_) : name;
    out_ << std::string(kApart, ' ') << shown << blanks(widest_, text::display_columns(shown));
    for (size_t column = begin; column < end; ++column)
      out_ << std::string(kApart, ' ') << on_right(cell(column), widths_[column]);
    out_ << '\n';
  }

  const Table& table_;
  size_t columns_;
  Language language_;
  std::string all_;
  std::ostream& out_;
  std::vector<std::string> heads_, names_;
  std::vector<size_t> widths_;
  size_t widest_;
};

std::string of_name(LineOf of) {
  switch (of) {
    case LineOf::value: return "value";
    case LineOf::others: return "others";
    case LineOf::none: return "none";
  }
  return "";
}

Json side_json(const TableSide& side, const std::vector<TableLine>& lines, uint64_t more) {
  Json json_lines = Json::array();
  for (const TableLine& line : lines) {
    json_lines.push_back({{"of", of_name(line.of)},
                          {"value", line.of == LineOf::value ? Json(line.value) : Json(nullptr)},
                          {"total", line.total}});
  }
  const std::string step = step_name(side.step);
  return {{"field", archive::field(side.field).name},
          {"step", step.empty() ? Json(nullptr) : Json(step)},
          {"more_values", more},
          {"lines", json_lines}};
}

}  // namespace

Message line_name(const TableLine& line, const TableSide& side) {
  const bool date = archive::field(side.field).kind == archive::FieldKind::date;
  if (line.of == LineOf::value) return date ? date_shown(line.value) : Message(line.value);
  if (line.of == LineOf::others) return say("others");
  return date ? say("undated") : say("none");
}

void render_table_text(const searcher::SearchResponse& response, const TableOptions& options,
                       std::ostream& out) {
  const Table& table = *response.table;
  const auto paragraph = [&](const Message& message) {
    const std::string text = text::printable(message.in(options.language));
    for (const std::string& row :
         Stylist(false).wrapped({{text, Style::plain}}, options.columns, SIZE_MAX))
      out << row << '\n';
  };
  for (const query::Warning& warning : response.warnings)
    paragraph(say("warning: {}", warning.message));
  for (const Message& note : response.notes) paragraph(note);
  const Message match = articles_match(table.total);
  paragraph(say("{}; rows: {}; columns: {}",
                response.unread > 0 ? say("at least {}", match) : match, side_name(table.row_side),
                side_name(table.column_side)));
  if (response.undated_hidden > 0)
    paragraph(say_count(response.undated_hidden, "{} more matches but has no date",
                        "{} more match but have no date"));
  if (!response.interpreted.empty()) paragraph(say("read as: {}", response.interpreted));
  if (table.total > 0) Page(table, options.columns, options.language, out).print();
}

void render_table_json(const searcher::SearchResponse& response, std::ostream& out) {
  const Table& table = *response.table;
  Json warnings = Json::array();
  for (const query::Warning& warning : response.warnings)
    warnings.push_back({{"message", warning.message}, {"at_byte", warning.at_byte}});
  const Json json = {{"schema_version", 1},
                     {"query", response.query},
                     {"interpreted", response.interpreted},
                     {"generation", response.generation},
                     {"total", {{"value", table.total}, {"exact", response.unread == 0}}},
                     {"undated_hidden", response.undated_hidden},
                     {"rows", side_json(table.row_side, table.rows, table.more_rows)},
                     {"columns", side_json(table.column_side, table.columns, table.more_columns)},
                     {"cells", table.cells},
                     {"warnings", warnings},
                     {"notes", response.notes}};
  out << text::printable_json(json.dump(-1, ' ', false, Json::error_handler_t::replace)) << '\n';
}

void render_table_csv(const searcher::SearchResponse& response, const TableOptions& options,
                      std::ostream& out) {
  const Table& table = *response.table;
  if (options.byte_order_mark) out << text::kUtf8Mark;
  out << archive::field(table.row_side.field).name;
  for (const TableLine& column : table.columns)
    out << ',' << text::csv_cell(line_name(column, table.column_side));
  out << ',' << all() << "\r\n";
  for (size_t row = 0; row < table.rows.size(); ++row) {
    out << text::csv_cell(line_name(table.rows[row], table.row_side));
    for (const uint64_t count : table.cells[row]) out << ',' << count;
    out << ',' << table.rows[row].total << "\r\n";
  }
  out << all();
  for (const TableLine& column : table.columns) out << ',' << column.total;
  out << ',' << table.total << "\r\n";
}

}  // namespace khobao::show
