#include "common/text/letters/printable.h"

#include <doctest/doctest.h>

using khobao::text::printable;

TEST_CASE("printable: nothing that steers a terminal passes") {
  struct Case {
    std::string name, in, want;
  };
  for (const Case& c : {
           Case{"Vietnamese stays", "Đường sông Kon – “tốt”", "Đường sông Kon – “tốt”"},
           Case{"an escape sequence", "a\x1B[31mb", "a\uFFFD[31mb"},
           Case{"NUL, bell and delete", std::string("\0\x07\x7F", 3), "\uFFFD\uFFFD\uFFFD"},
           Case{"tabs and line ends become spaces", "a\tb\nc\rd", "a b c d"},
           Case{"C1 controls", "a\u009Bb", "a\uFFFDb"},
           Case{"text direction overrides", "a\u202Eb\u2066c", "a\uFFFDb\uFFFDc"},
           Case{"malformed bytes", "a\xFFz", "a\uFFFDz"},
           Case{"combining marks stay", "e\u0301", "e\u0301"},
           Case{"nothing", "", ""},
       }) {
    CAPTURE(c.name);
    CHECK(printable(c.in) == c.want);
  }
}
