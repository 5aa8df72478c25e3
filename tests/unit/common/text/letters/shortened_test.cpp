#include "common/text/letters/shortened.h"

#include <doctest/doctest.h>

using khobao::text::shortened;

TEST_CASE("shortened: what errors quote is cut between letters") {
  CHECK(shortened("lúa gạo") == "lúa gạo");
  CHECK(shortened(std::string(100, 'x')) == std::string(100, 'x'));
  CHECK(shortened(std::string(99, 'x') + "ắắ") == std::string(99, 'x') + "…");
  CHECK(shortened(std::string(500, 'x')) == std::string(100, 'x') + "…");
}
