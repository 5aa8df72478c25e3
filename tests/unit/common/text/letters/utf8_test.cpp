#include "common/text/letters/utf8.h"

#include <doctest/doctest.h>

using namespace khobao::text;

TEST_SUITE("text/utf8") {
  TEST_CASE("code points of every length come and go") {
    struct Case {
      const char* name;
      char32_t code_point;
      const char* bytes;
    };
    for (const Case& c : {Case{"ASCII", U'a', "a"},
                          {"last of one byte", 0x7F, "\x7F"},
                          {"first of two", 0x80, "\xC2\x80"},
                          {"last of two", 0x7FF, "\xDF\xBF"},
                          {"first of three", 0x800, "\xE0\xA0\x80"},
                          {"ạ", U'ạ', "\xE1\xBA\xA1"},
                          {"before the surrogates", 0xD7FF, "\xED\x9F\xBF"},
                          {"behind them", 0xE000, "\xEE\x80\x80"},
                          {"last of three", 0xFFFF, "\xEF\xBF\xBF"},
                          {"first of four", 0x10000, "\xF0\x90\x80\x80"},
                          {"last of all", 0x10FFFF, "\xF4\x8F\xBF\xBF"}}) {
      CAPTURE(c.name);
      std::string out;
      append_code_point(out, c.code_point);
      CHECK(out == c.bytes);
      size_t pos = 0;
      CHECK(next_code_point(out, pos) == c.code_point);
      CHECK(pos == out.size());
      CHECK(is_valid_utf8(out));
      CHECK(to_utf8(to_code_points(out)) == out);
    }
  }

  TEST_CASE("malformed sequences yield one replacement a byte") {
    struct Case {
      const char *name, *in;
      size_t bad_bytes;
    };
    for (const Case& c : {Case{"continuation alone", "\x80", 1},
                          {"lead at the end", "\xE1\xBA", 2},
                          {"four-byte lead at the end", "\xF0\x9F\x98", 3},
                          {"overlong slash", "\xC0\xAF", 2},
                          {"overlong in three", "\xE0\x80\xAF", 3},
                          {"overlong in four", "\xF0\x80\x80\xAF", 4},
                          {"surrogate", "\xED\xA0\x80", 3},
                          {"beyond Unicode", "\xF4\x90\x80\x80", 4},
                          {"never a lead", "\xFF", 1}}) {
      CAPTURE(c.name);
      CHECK_FALSE(is_valid_utf8(c.in));
      CHECK(count_code_points(c.in) == c.bad_bytes);
      CHECK(to_code_points(c.in) == std::u32string(c.bad_bytes, kReplacement));
    }
    size_t pos = 0;
    CHECK(next_code_point("\xE1\xBA"
                          "a",
                          pos) == kReplacement);
    CHECK(pos == 1);
  }

  TEST_CASE("a replacement character that is printed is valid") {
    CHECK(is_valid_utf8("m\uFFFDa"));
    CHECK(is_valid_utf8(""));
  }

  TEST_CASE("code points are counted") {
    CHECK(count_code_points("") == 0);
    CHECK(count_code_points("nước") == 4);
    CHECK(count_code_points("nu\u031Bo\u031B\u0301c") == 7);
  }

  TEST_CASE("prefix_bytes cuts between code points") {
    struct Case {
      size_t max_bytes;
      const char* want;
    };
    for (const Case& c : {Case{9, "nước"},
                          {7, "nước"},
                          {6, "nướ"},
                          {5, "nư"},
                          {4, "nư"},
                          {3, "nư"},
                          {2, "n"},
                          {1, "n"},
                          {0, ""}}) {
      CAPTURE(c.max_bytes);
      CHECK(prefix_bytes("nước", c.max_bytes) == c.want);
    }
    CHECK(prefix_bytes("\x80\x80\x80", 2) == "");
  }

  TEST_CASE("display columns") {
    struct Case {
      const char *name, *in;
      size_t want;
    };
    for (const Case& c : {Case{"nothing", "", 0},
                          {"letters", "nước", 4},
                          {"combining marks take none", "nu\u031Bo\u031B\u0301c", 4},
                          {"soft hyphen takes none", "n\u00ADư", 2},
                          {"zero-width space takes none", "n\u200Bư", 2},
                          {"wide characters take two", "北京", 4},
                          {"full-width letters too", "\uFF21", 2},
                          {"emoji too", "\U0001F600", 2},
                          {"malformed bytes take one each", "\xFF\xFE", 2}}) {
      CAPTURE(c.name);
      CHECK(display_columns(c.in) == c.want);
    }
  }
}
