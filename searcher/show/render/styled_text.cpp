#include "searcher/show/render/styled_text.h"

#include <algorithm>

#include "common/text/letters/printable.h"
#include "common/text/letters/utf8.h"

namespace khobao::show {
namespace {

constexpr std::string_view kEllipsis = "…";

// What shows as one: a character with its marks, or nothing of a width that could be cut.
struct Cell {
  std::string bytes;
  size_t columns;
  Style style;
  bool space() const { return bytes == " "; }
};

const char* escape_of(Style style) {
  switch (style) {
    case Style::title: return "\033[1m";
    case Style::match:
    case Style::title_match: return "\033[1;31m";
    case Style::dim: return "\033[2m";
    case Style::plain: break;
  }
  return "";
}

std::vector<Cell> cells_of(const std::vector<Piece>& pieces) {
  std::vector<Cell> cells;
  for (const Piece& piece : pieces) {
    size_t pos = 0;
    while (pos < piece.text.size()) {
      const size_t begin = pos;
      text::next_code_point(piece.text, pos);
      std::string bytes = piece.text.substr(begin, pos - begin);
      const size_t columns = text::display_columns(bytes);
      if (columns == 0 && !cells.empty()) {
        cells.back().bytes += bytes;
      } else {
        cells.push_back({std::move(bytes), columns, piece.style});
      }
    }
  }
  return cells;
}

using Cells = std::vector<Cell>::const_iterator;

std::string printed(Cells begin, Cells end, bool color, std::string_view behind) {
  while (end != begin && (end - 1)->space()) --end;
  std::string line;
  Style style = Style::plain;
  for (Cells cell = begin; cell != end; ++cell) {
    if (color && cell->style != style) {
      if (style != Style::plain) line += "\033[0m";
      line += escape_of(cell->style);
      style = cell->style;
    }
    line += cell->bytes;
  }
  line += behind;
  if (style != Style::plain) line += "\033[0m";
  return line;
}

// Where a line that begins at `begin` ends: after the last word that fits, or inside a word that
// is longer than a line.
Cells line_end(Cells begin, Cells end, size_t columns) {
  size_t taken = 0;
  Cells fits = begin, last_space = end;
  while (fits != end && taken + fits->columns <= columns) {
    if (fits->space()) last_space = fits;
    taken += fits->columns;
    ++fits;
  }
  if (fits == end || fits->space()) return fits;
  if (last_space != end && last_space != begin) return last_space;
  return fits == begin ? fits + 1 : fits;
}

}  // namespace

std::vector<Piece> Stylist::highlighted(std::string_view text,
                                        const std::vector<searcher::Span>& spans,
                                        Style base) const {
  const Style match = base == Style::title ? Style::title_match : Style::match;
  std::vector<Piece> pieces;
  size_t at = 0;
  for (const searcher::Span& span : spans) {
    pieces.push_back({text::printable(text.substr(at, span.begin_byte - at)), base});
    std::string marked =
        text::printable(text.substr(span.begin_byte, span.end_byte - span.begin_byte));
    if (!color_) marked = "*" + marked + "*";
    pieces.push_back({std::move(marked), match});
    at = span.end_byte;
  }
  pieces.push_back({text::printable(text.substr(at)), base});
  return pieces;
}

std::string Stylist::line(const std::vector<Piece>& pieces) const {
  const std::vector<Cell> cells = cells_of(pieces);
  return printed(cells.begin(), cells.end(), color_, "");
}

std::vector<std::string> Stylist::wrapped(const std::vector<Piece>& pieces, size_t columns,
                                          size_t most_lines) const {
  if (columns == 0) return {line(pieces)};
  const std::vector<Cell> cells = cells_of(pieces);
  std::vector<std::string> lines;
  Cells at = cells.begin();
  while (at != cells.end() && lines.size() < most_lines) {
    Cells end = line_end(at, cells.end(), columns);
    const bool cut = lines.size() + 1 == most_lines &&
                     std::any_of(end, cells.end(), [](const Cell& c) { return !c.space(); });
    if (cut) end = line_end(at, cells.end(), columns - std::min<size_t>(columns, 1));
    lines.push_back(
        printed(at, end, color_, cut && (end - 1)->bytes != kEllipsis ? kEllipsis : ""));
    at = std::find_if(end, cells.end(), [](const Cell& c) { return !c.space(); });
  }
  return lines;
}

}  // namespace khobao::show
