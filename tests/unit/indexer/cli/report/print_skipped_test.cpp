#include "indexer/cli/report/print_skipped.h"

#include <doctest/doctest.h>

#include <sstream>

using namespace khobao;

TEST_CASE("skipped inputs: those that are not named are counted") {
  std::istringstream in;
  std::ostringstream out, err;
  const cli::Environment environment{.in = in, .out = out, .err = err, .variable = {}};
  indexer::print_skipped({}, 1, environment);
  indexer::print_skipped({}, 2, environment);
  CHECK(err.str() == "indexer: skipped 1 more input\nindexer: skipped 2 more inputs\n");
}
