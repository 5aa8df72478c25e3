// Mistyped options, commands and values find the one that was meant; what is far from all finds none.
#include "common/cli/nearest.h"

#include <doctest/doctest.h>

using namespace khobao;

TEST_CASE("nearest: slips of the keyboard and beginnings") {
  const std::vector<std::string> known = {"--limit", "--list",  "--literal", "--facets",
                                          "--from",  "--format", "--sort",    "--snippet-chars"};
  struct Case {
    const char *typed, *want;
  };
  for (const Case& c : {Case{"--limt", "--limit"}, Case{"--limti", "--limit"},
                        Case{"--Limit", "--limit"}, Case{"--facet", "--facets"},
                        Case{"--faects", "--facets"}, Case{"--fro", "--from"},
                        Case{"--form", "--from"}, Case{"--fromat", "--format"},
                        Case{"--sorted", "--sort"}, Case{"--snip", "--snippet-chars"},
                        Case{"--snippet_chars", "--snippet-chars"}, Case{"--li", ""},
                        Case{"--jobs", ""}, Case{"--x", ""}, Case{"--", ""}, Case{"", ""}}) {
    CAPTURE(c.typed);
    CHECK(cli::nearest(c.typed, known) == c.want);
  }
  CHECK(cli::nearest("jsno", {"text", "json", "jsonl"}) == "json");
  CHECK(cli::nearest("xml", {"text", "json", "jsonl"}) == "");
}
