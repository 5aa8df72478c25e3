#include "searcher/show/render/histogram.h"

#include <doctest/doctest.h>

#include <sstream>

#include "common/text/letters/utf8.h"

using namespace khobao::searcher;
using namespace khobao::show;

namespace {

std::string values_of(const std::vector<FacetCount>& counts) {
  std::string out;
  for (const FacetCount& c : counts) out += c.value + ":" + std::to_string(c.count) + " ";
  return out;
}

}  // namespace

TEST_CASE("histogram: the scale is four round steps") {
  const std::pair<uint64_t, uint64_t> cases[] = {
      {0, 4}, {1, 4}, {4, 4}, {5, 8}, {9, 20}, {21, 40}, {41, 80}, {81, 200}, {1999, 2000}};
  for (const auto& [most, scale] : cases) CHECK(histogram_scale(most) == scale);
  CHECK(histogram_scale(UINT64_MAX / 2) > 0);
}

TEST_CASE("histogram: gaps are filled with the calendar's days, months and years") {
  CHECK(values_of(without_gaps({{"2020-02-28", 1}, {"2020-03-01", 2}})) ==
        "2020-02-28:1 2020-02-29:0 2020-03-01:2 ");
  CHECK(values_of(without_gaps({{"2020-11", 1}, {"2021-02", 2}, {"undated", 3}})) ==
        "2020-11:1 2020-12:0 2021-01:0 2021-02:2 undated:3 ");
  CHECK(values_of(without_gaps({{"2019", 1}, {"2021", 2}})) == "2019:1 2020:0 2021:2 ");
  CHECK(values_of(without_gaps({{"0001", 1}, {"2021", 2}})) == "0001:1 2021:2 ");
  CHECK(values_of(without_gaps({{"undated", 3}})) == "undated:3 ");
  CHECK(values_of(without_gaps({})).empty());
}

TEST_CASE("histogram: bars begin in one column, over the scale") {
  std::ostringstream out;
  print_facet(
      {.field = khobao::archive::FieldId::date, .counts = {{"2020-06", 10}, {"2020-08", 4}}}, 0,
      khobao::Language::english, out);
  CHECK(out.str() ==
        "by date, a month a line\n"
        "  2020-06  10  ████████████████████\n"
        "  2020-07   0\n"
        "  2020-08   4  ████████\n"
        "               0         5         10        15        20\n");
  out.str("");
  print_facet({.field = khobao::archive::FieldId::organisation,
               .counts = {{"Hội Ong", 4}, {"Đội Cầu Mây Sông Kon", 1}},
               .more_values = 3,
               .without = 1},
              0, khobao::Language::english, out);
  CHECK(out.str() ==
        "by org\n"
        "  Hội Ong               4  ████████████████████████████████████████\n"
        "  Đội Cầu Mây Sông Kon  1  ██████████\n"
        "  and 3 more values: --facet-limit 5\n"
        "  1 article has none\n");
}

TEST_CASE("histogram: in a window, bars take the room that there is, and long values are cut") {
  for (const size_t columns : {40, 80, 120, 300}) {
    CAPTURE(columns);
    std::ostringstream out;
    print_facet({.field = khobao::archive::FieldId::organisation,
                 .counts = {{"Hội Ong", 4000},
                            {"Ban Quản lý Dự án Đầu tư Xây dựng Công trình Giao thông và Thuỷ lợi "
                             "huyện Sông Kon",
                             1}}},
                columns, khobao::Language::english, out);
    print_facet({.field = khobao::archive::FieldId::date, .counts = {{"2020", 4000}, {"2023", 1}}},
                columns, khobao::Language::english, out);
    std::istringstream lines(out.str());
    for (std::string line; std::getline(lines, line);) {
      CAPTURE(line);
      CHECK(khobao::text::display_columns(line) <= columns);
    }
  }
}
