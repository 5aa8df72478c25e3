#include "searcher/cli/terminal/last_answer.h"

#include <doctest/doctest.h>

using namespace khobao::searcher;

TEST_CASE("last answer: numbers mean the hits of the page that was shown") {
  const LastAnswer page{.dbs = {"/a"}, .first_rank = 11, .ids = {"a.txt", "b.txt", ""}};
  REQUIRE(id_of_hit("#11", page));
  CHECK(*id_of_hit("#11", page) == "a.txt");
  CHECK(*id_of_hit("#12", page) == "b.txt");
  for (const char* wrong :
       {"#1", "#10", "#13", "#14", "#", "#x", "#11x", "#-1", "#99999999999999999999999"}) {
    const auto id = id_of_hit(wrong, page);
    REQUIRE(!id);
    CHECK(id.error().message == std::string("the last answer has no hit ") + wrong);
    CHECK(id.error().hint == "it showed #11 to #13");
  }
}
