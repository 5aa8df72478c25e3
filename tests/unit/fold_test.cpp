#include "common/text/fold.h"

#include <doctest/doctest.h>

#include "common/text/normalise.h"

using namespace khobao::text;

TEST_SUITE("text/fold") {
  TEST_CASE("marks and the bar of đ come off") {
    struct Case {
      const char *in, *want;
    };
    for (const Case& c : {Case{"đường", "duong"}, {"hòa", "hoa"}, {"nghiêng", "nghieng"}, {"ưỡn", "uon"},
                          {"covid", "covid"}, {"", ""}, {"señor", "senor"}, {"100/2019/nđ-cp", "100/2019/nd-cp"}}) {
      CAPTURE(c.in);
      CHECK(fold(c.in) == c.want);
      CHECK(fold(fold(c.in)) == fold(c.in));
    }
  }
}
