#include <doctest/doctest.h>

#include <vector>

#include "searcher/reposts/first_printing.h"

using namespace khobao::reposts;

TEST_CASE("first printing: by date, by hour, by credit, or not known") {
  constexpr uint64_t kA = 1, kB = 2, kAgency = 9;
  struct Case {
    const char* name;
    std::vector<Printing> printings;
    int want;  // -1: not known
    FirstBy by = FirstBy::date;
  };
  const Case cases[] = {
      {"the earlier day", {{"20200703", kA, {}}, {"20200702", kB, {}}}, 1, FirstBy::date},
      {"an hour of an earlier day", {{"202007022359", kA, {}}, {"20200703", kB, {}}}, 0,
       FirstBy::date},
      {"the earlier hour", {{"202007020843", kA, {}}, {"202007020842", kB, {}}}, 1, FirstBy::hour},
      {"one hour alone is not known to be the earlier",
       {{"202007020843", kA, {}}, {"20200702", kB, {}}},
       -1},
      {"the same hour, one credits the other",
       {{"202007020843", kA, {kB}}, {"202007020843", kB, {}}},
       1,
       FirstBy::credit},
      {"the same day, one credits the other", {{"20200702", kA, {}}, {"20200702", kB, {kA}}}, 0,
       FirstBy::credit},
      {"both credit an agency", {{"20200702", kA, {kAgency}}, {"20200702", kB, {kAgency}}}, -1},
      {"each credits the other", {{"20200702", kA, {kB}}, {"20200702", kB, {kA}}}, -1},
      {"one undated", {{"", kA, {}}, {"20200702", kB, {}}}, -1},
      {"one undated that credits the other", {{"", kA, {kB}}, {"20200702", kB, {}}}, 1,
       FirstBy::credit},
      {"nothing known", {{"", 0, {}}, {"", 0, {}}}, -1},
      {"midnight is no hour", {{"202007020000", kA, {}}, {"202007020800", kB, {}}}, -1},
      {"several credits, one of them the other",
       {{"20200702", kA, {kAgency, kB}}, {"20200702", kB, {kAgency}}},
       1,
       FirstBy::credit},
      {"hours before credits", {{"202007020700", kA, {kB}}, {"202007020800", kB, {}}}, 0,
       FirstBy::hour},
      {"none", {}, -1},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const auto first = first_printing(c.printings);
    CHECK(first.has_value() == (c.want >= 0));
    if (!first || c.want < 0) continue;
    CHECK(first->printing == static_cast<size_t>(c.want));
    CHECK(first->by == c.by);
  }
}
