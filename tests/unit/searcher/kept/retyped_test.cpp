#include "searcher/kept/retyped.h"

#include <doctest/doctest.h>

#include "common/cli/parse.h"

using namespace khobao;

namespace {

struct Values {
  bool flag = false;
  size_t limit = 10;
  std::string sort = "relevance";
  std::vector<std::string> orgs, facets, words;
};

cli::CommandLine line_of(Values& v) {
  return {.program = "searcher",
          .summary = "",
          .commands = {},
          .options = {{.name = "QUERY", .into = &v.words},
                      {.name = "--flag", .into = &v.flag},
                      {.name = "--limit", .other_names = "-n", .value = "N", .into = &v.limit},
                      {.name = "--sort", .value = "ORDER", .into = &v.sort},
                      {.name = "--org", .value = "NAME", .into = &v.orgs},
                      {.name = "--facets", .value = "F", .into = &v.facets, .comma_list = true}},
          .notes = nullptr};
}

}  // namespace

TEST_CASE("retyped: options by their first names with their values, then the words") {
  Values given, none;
  REQUIRE(cli::parse(line_of(given), {"bão", "-n5", "--flag", "--org", "bộ y tế", "--org=!sở",
                                      "--facets", "org,date", "-lụt"}));
  const std::vector<std::string> again = kept::retyped(line_of(given), line_of(none));
  CHECK(again == std::vector<std::string>{"--flag", "--limit=5", "--org=bộ y tế", "--org=!sở",
                                          "--facets=org", "--facets=date", "--", "bão", "-lụt"});
  Values read;
  REQUIRE(cli::parse(line_of(read), again));
  CHECK(kept::retyped(line_of(read), line_of(none)) == again);
}

TEST_CASE("retyped: what is as it was before typing is left out") {
  Values given, none;
  REQUIRE(cli::parse(line_of(given), {"--sort", "relevance"}));
  CHECK(kept::retyped(line_of(given), line_of(none)).empty());
}
