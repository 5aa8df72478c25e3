#include "searcher/query/name_dashes.h"

#include <doctest/doctest.h>

#include "searcher/query/parser.h"
#include "tests/support/fake_interpreter.h"

using namespace khobao::query;
using namespace khobao::test;

TEST_CASE("name dashes: inside a name of the archive no dash excludes") {
  const FakeStatistics statistics({{{"rịa", "vũng"}, 90}, {{"lúa", "gạo"}, 40}, {{"rang", "tháp"}, 95}},
                                  {});
  struct Case {
    std::string name, query, tree;
    bool warned;
  };
  for (const Case& c : {
           Case{"a province", "Bà Rịa -Vũng Tàu", "all(Bà, Rịa, Vũng, Tàu)", true},
           Case{"in small letters", "bà rịa -vũng tàu", "all(bà, rịa, vũng, tàu)", true},
           Case{"in front of it", "mưa ở Phan Rang -Tháp Chàm", "all(mưa, ở, Phan, Rang, Tháp, Chàm)",
                true},
           Case{"two words that stand side by side", "lúa -gạo", "all(lúa, not(gạo))", false},
           Case{"two names", "Vũng Tàu -Côn Đảo", "all(Vũng, Tàu, not(Côn), Đảo)", false},
           Case{"an operator", "Bà Rịa NOT Vũng", "all(Bà, Rịa, not(Vũng))", false},
           Case{"a phrase", "Bà Rịa -\"Vũng Tàu\"", "all(Bà, Rịa, not(phrase(Vũng Tàu)))", false},
           Case{"nothing in front", "-Vũng Tàu", "all(not(Vũng), Tàu)", false},
       }) {
    CAPTURE(c.name);
    auto parsed = parse(c.query);
    REQUIRE(parsed);
    std::vector<Warning> warnings;
    mend_name_dashes(parsed->root, c.query, statistics, warnings);
    CHECK(to_string(parsed->root) == c.tree);
    CHECK(warnings.empty() != c.warned);
  }
}

TEST_CASE("name dashes: a name typed without accents is known by how it is read") {
  const FakeStatistics statistics({{{"rịa", "vũng"}, 90}}, {});
  FakeInterpreter interpreter({{"ba", {{"bà", 1}}}, {"ria", {{"rịa", 1}}}, {"vung", {{"vũng", 1}}}}, {});
  for (const bool read : {false, true}) {
    CAPTURE(read);
    auto parsed = parse("ba ria -vung tau");
    REQUIRE(parsed);
    std::vector<Warning> warnings;
    mend_name_dashes(parsed->root, "ba ria -vung tau", statistics, warnings,
                     read ? &interpreter : nullptr);
    CHECK(to_string(parsed->root) == (read ? "all(ba, ria, vung, tau)" : "all(ba, ria, not(vung), tau)"));
    CHECK(warnings.size() == (read ? 1 : 0));
  }
}
