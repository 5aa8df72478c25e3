#include "common/language/figures.h"

#include <doctest/doctest.h>

using namespace khobao;

TEST_CASE("language: numbers and dates as each writes them") {
  struct Case {
    Message shown;
    const char *english, *vietnamese;
  };
  for (const Case& c :
       {Case{number_shown(0), "0", "0"}, Case{number_shown(999), "999", "999"},
        Case{number_shown(1000), "1000", "1.000"},
        Case{number_shown(1234567), "1234567", "1.234.567"},
        Case{decimal_shown(3.25, 1), "3.2", "3,2"},
        Case{decimal_shown(12345.6, 1), "12345.6", "12.345,6"},
        Case{decimal_shown(-1234, 0), "-1234", "-1.234"},
        Case{short_decimal_shown(65.35012), "65.3501", "65,3501"},
        Case{short_decimal_shown(3), "3", "3"}, Case{short_decimal_shown(1e-5), "1e-05", "1e-05"},
        Case{short_decimal_shown(-0.25), "-0.25", "-0,25"},
        Case{date_shown("2020-07-02"), "2020-07-02", "02/07/2020"},
        Case{date_shown("2020-07-02T08:43"), "2020-07-02T08:43", "02/07/2020 08:43"},
        Case{date_shown("2020-07-02 08:43:00 UTC"), "2020-07-02 08:43:00 UTC",
             "02/07/2020 08:43:00 UTC"},
        Case{date_shown("2020-07-02T08:43:00Z"), "2020-07-02T08:43:00Z", "02/07/2020 08:43:00 UTC"},
        Case{date_shown("2020-07"), "2020-07", "07/2020"}, Case{date_shown("2020"), "2020", "2020"},
        Case{date_shown(""), "", ""}, Case{date_shown("not a date"), "not a date", "not a date"}}) {
    CAPTURE(c.english);
    CHECK(c.shown == c.english);
    CHECK(c.shown.in(Language::vietnamese) == c.vietnamese);
  }
}
