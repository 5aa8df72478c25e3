#include "common/base/utc_time.h"

#include <doctest/doctest.h>

using namespace khobao;

TEST_CASE("utc time: minutes and days as clocks in Vietnam show them") {
  CHECK(vietnamese_minute("2026-11-22T01:30:11Z") == "2026-11-22 08:30");
  CHECK(vietnamese_minute("2026-12-31T17:00:00Z") == "2027-01-01 00:00");
  CHECK(vietnamese_minute("2026-12-31") == "2026-12-31");
  CHECK(vietnamese_minute("") == "");
  CHECK(vietnamese_day(0) == "1970-01-01");
  CHECK(vietnamese_day(17 * 3600) == "1970-01-02");
}
