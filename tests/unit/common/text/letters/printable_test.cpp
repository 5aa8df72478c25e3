#include "common/text/letters/printable.h"

#include <doctest/doctest.h>

using namespace khobao::text;

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

TEST_CASE("printable: messages laid out in lines keep them") {
  CHECK(printable_lines("a\x1B\n  ^\r\tb\u202E") == "a\uFFFD\n  ^  b\uFFFD");
}

TEST_CASE("printable: one word of a line of words") {
  struct Case {
    std::string name, in, want;
  };
  for (const Case& c : {
           Case{"spaces", "báo số 6.txt", "báo%20số%206.txt"},
           Case{"what is encoded already", "100%", "100%25"},
           Case{"control characters", "a\x1B\nb", "a%1B%0Ab"},
           Case{"C1 controls", "a\u009Bb", "a%C2%9Bb"},
           Case{"text direction overrides", "a\u202Eb", "a%E2%80%AEb"},
           Case{"line separators", "a\u2028b", "a%E2%80%A8b"},
           Case{"malformed bytes", "a\xFFz", "a%FFz"},
       }) {
    CAPTURE(c.name);
    CHECK(percent_encoded(c.in) == c.want);
  }
}

TEST_CASE("printable: cells of a table are quoted where they must be, and never formulas") {
  struct Case {
    std::string name, in, want;
  };
  for (const Case& c : {
           Case{"plain text", "Lúa gạo", "Lúa gạo"},
           Case{"a comma and quotation marks", "a, \"b\"", "\"a, \"\"b\"\"\""},
           Case{"equals", "=1+1", "'=1+1"},
           Case{"plus", "+84 90", "'+84 90"},
           Case{"minus", "-2+3", "'-2+3"},
           Case{"at", "@SUM(A1)", "'@SUM(A1)"},
           Case{"behind a tab", "\t=1", "' =1"},
           Case{"behind a line end", "\r\n=1", "'  =1"},
           Case{"behind blanks", " \u00A0=1", "' \u00A0=1"},
           Case{"behind what is not seen", "\u200B=1", "'\u200B=1"},
           Case{"wide forms", "\uFF1D1", "'\uFF1D1"},
           Case{"a formula with a comma", "=A1,\"x\"", "\"'=A1,\"\"x\"\"\""},
           Case{"a sign within", "a=b", "a=b"},
           Case{"a dash that is none", "– Thưa ông", "– Thưa ông"},
           Case{"nothing", "", ""},
       }) {
    CAPTURE(c.name);
    CHECK(csv_cell(c.in) == c.want);
  }
}
