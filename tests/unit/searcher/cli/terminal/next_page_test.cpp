#include "searcher/cli/terminal/next_page.h"

#include <doctest/doctest.h>

using namespace khobao::searcher;

TEST_CASE("next page: the command keeps all that was typed but the offset") {
  struct Case {
    const char* name;
    std::vector<std::string> in;
    std::string want;
  };
  const Case cases[] = {
      {"plain", {"khánh", "thành"}, "searcher khánh thành --offset 10"},
      {"an offset before", {"--offset", "5", "cầu"}, "searcher cầu --offset 10"},
      {"an offset with its value", {"--offset=5", "cầu"}, "searcher cầu --offset 10"},
      {"in front of the end of options", {"--", "-tàu"}, "searcher --offset 10 -- -tàu"},
      {"after it everything is a word", {"--", "--offset"}, "searcher --offset 10 -- --offset"},
      {"quoted", {"\"đại hội\" -covid"}, "searcher '\"đại hội\" -covid' --offset 10"},
      {"single quotes", {"l'été"}, "searcher 'l'\\''été' --offset 10"},
  };
  for (const Case& c : cases) {
    SUBCASE(c.name) { CHECK(next_page_command(c.in, 10) == c.want); }
  }
}

TEST_CASE("next page: a hit is opened from the index that was named") {
  CHECK(open_hit_command({"cầu"}, 1) == "searcher --show '#1'");
  CHECK(open_hit_command({"--db", "báo cũ", "cầu"}, 11) == "searcher --db 'báo cũ' --show '#11'");
  CHECK(open_hit_command({"cầu", "--db=bao"}, 1) == "searcher --db bao --show '#1'");
  CHECK(open_hit_command({"--", "--db"}, 1) == "searcher --show '#1'");
}
