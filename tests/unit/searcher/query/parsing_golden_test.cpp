// Replays tests/golden/parsing.test: a query (\e for an empty one), its tree, its plan, and each
// warning with the byte it points to.
#include <doctest/doctest.h>

#include "searcher/query/parser.h"
#include "searcher/query/plan.h"
#include "tests/support/golden.h"

using namespace khobao;

TEST_CASE("golden: parsing") {
  test::check_golden("parsing.test", [](const std::string& line) -> std::string {
    const auto parsed = query::parse(line == "\\e" ? "" : line);
    if (!parsed) return "error " + parsed.error().message + "\n";
    std::string out = query::to_string(parsed->root) + "\nplan " +
                      query::to_string(query::make_plan(parsed->root).root) + "\n";
    for (const query::Warning& warning : parsed->warnings) {
      out += "warning " + std::to_string(warning.at_byte) + ": " + warning.message + "\n";
    }
    return out;
  });
}
