#include "searcher/show/render/styled_text.h"

#include <doctest/doctest.h>

#include "common/text/letters/utf8.h"

using namespace khobao::searcher;
using namespace khobao::show;

namespace {

std::string rows_of(const std::vector<std::string>& rows) {
  std::string out;
  for (const std::string& row : rows) out += row + '|';
  return out;
}

}  // namespace

TEST_CASE("styled text: lines are wrapped between words, and what does not fit is told") {
  struct Case {
    const char* name;
    std::string in;
    size_t columns, most_lines;
    std::string want;
  };
  const Case cases[] = {
      {"fits", "Cầu mới", 20, 2, "Cầu mới|"},
      {"two lines", "Cầu mới ở Hà Nội", 9, 4, "Cầu mới ở|Hà Nội|"},
      {"cut between words", "Cầu mới ở Hà Nội thông xe", 9, 2, "Cầu mới ở|Hà Nội…|"},
      {"a word longer than the line", "Nghiêngngả", 4, 9, "Nghi|êngn|gả|"},
      {"a cut word keeps its ellipsis inside", "Nghiêngngả", 4, 1, "Ngh…|"},
      {"no width, no wrapping", "Cầu mới ở Hà Nội", 0, 1, "Cầu mới ở Hà Nội|"},
      {"nothing", "", 10, 2, ""},
      {"wide characters take two columns", "中文字", 4, 3, "中文|字|"},
      {"marks take none", "Ca\u0302\u0300u mo\u031B\u0301i", 7, 1,
       "Ca\u0302\u0300u mo\u031B\u0301i|"},
      {"spaces at the end", "Cầu   ", 3, 1, "Cầu|"},
  };
  for (const Case& c : cases) {
    SUBCASE(c.name) {
      const auto rows = Stylist(false).wrapped({{c.in, Style::plain}}, c.columns, c.most_lines);
      CHECK(rows_of(rows) == c.want);
      for (const std::string& row : rows)
        if (c.columns != 0) CHECK(khobao::text::display_columns(row) <= c.columns);
    }
  }
}

TEST_CASE("styled text: matches are coloured, or stand between asterisks") {
  const std::string text = "Cầu mới ở Hà Nội";  // Hà Nội is bytes 14 to 23
  const size_t begin = text.find("Hà Nội");
  const std::vector<Span> spans = {{begin, text.size()}};
  CHECK(Stylist(false).line(Stylist(false).highlighted(text, spans, Style::plain)) ==
        "Cầu mới ở *Hà Nội*");
  CHECK(Stylist(true).line(Stylist(true).highlighted(text, spans, Style::plain)) ==
        "Cầu mới ở \033[1;31mHà Nội\033[0m");
}

TEST_CASE("styled text: a style that goes over a line's end is closed and opened again") {
  const std::string text = "ở Hà Nội";
  const std::vector<Span> spans = {{text.find("Hà"), text.size()}};
  const Stylist stylist(true);
  CHECK(rows_of(stylist.wrapped(stylist.highlighted(text, spans, Style::plain), 5, 3)) ==
        "ở \033[1;31mHà\033[0m|\033[1;31mNội\033[0m|");
}

TEST_CASE("styled text: control characters of articles reach no terminal") {
  const Stylist stylist(true);
  CHECK(stylist.line(stylist.highlighted("a\033]0;x\a", {}, Style::plain)).find("\033]") ==
        std::string::npos);
}
