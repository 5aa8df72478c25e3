#include "common/text/letters/normalise.h"

#include <doctest/doctest.h>

using namespace khobao::text;

TEST_SUITE("text/normalise") {
  TEST_CASE("a word has one spelling") {
    struct Case {
      const char *name, *in, *want;
    };
    for (const Case& c : {
             Case{"lower case stays", "đảng", "đảng"},
             {"capitals", "ĐẢNG", "đảng"},
             {"eth", "\u00D0ảng", "đảng"},
             {"small eth", "\u00F0ảng", "đảng"},
             {"African D", "\u0189ảng", "đảng"},
             {"gha", "T\u01A3", "tư"},
             {"capital gha", "\u01A2NG", "ưng"},
             {"gha with a tone", "h\u01A3\u0303u", "hữu"},
             {"decomposed", "Vie\u0323\u0302t", "việt"},
             {"decomposed, marks swapped", "Vie\u0302\u0323t", "việt"},
             {"half composed", "Vi\u1EB9\u0302t", "việt"},
             {"horn", "u\u031Bo\u031B\u0301c", "ước"},
             {"deprecated tone marks", "ca\u0341", "cá"},
             {"soft hyphen", "Vi\u00ADệt", "việt"},
             {"zero-width space", "\u200Bcầu\u200B", "cầu"},
             {"byte order mark", "\uFEFFcầu", "cầu"},
             {"joiners", "c\u200Dầ\u2060u", "cầu"},
             {"newer tone style", "HOÀ", "hòa"},
             {"mistyped tone", "tu\u0323ynh", "tuỵnh"},
             {"sharp s stays", "Straße", "straße"},
             {"Greek", "\u03A3\u03AF\u03C3\u03C5\u03C6\u03BF\u03C2", "σίσυφοσ"},
             {"Cyrillic", "МОСКВА", "москва"},
             {"Cyrillic, decomposed", "Тои\u0306", "той"},
             {"Kelvin sign", "\u212A", "k"},
             {"composes in lower case only", "H\u0331", "\u1E96"},
             {"nothing", "", ""},
             {"invisible characters alone", "\u00AD\u200B", ""},
             {"digits", "2020", "2020"},
         }) {
      CAPTURE(c.name);
      CHECK(normalise_word(c.in) == c.want);
      CHECK(normalise_word(c.want) == c.want);
    }
  }

  TEST_CASE("accents keep words apart") {
    CHECK(normalise_word("bão") != normalise_word("bảo"));
    CHECK(normalise_word("đường") != normalise_word("Dương"));
    CHECK(normalise_word("mĩ") != normalise_word("mỹ"));  // a habit of spelling, not an error
  }

  TEST_CASE("invisible characters and look-alikes") {
    for (char32_t c : {0x00AD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x202A, 0x202E, 0x2060,
                       0x2064, 0xFE0F, 0xFEFF}) {
      CAPTURE(static_cast<uint32_t>(c));
      CHECK(is_invisible(c));
    }
    for (char32_t c : {U' ', U'a', U'-', U'\u00A0', U'\u2010', U'\u2028', U'\u0301', U'ạ'}) {
      CAPTURE(static_cast<uint32_t>(c));
      CHECK_FALSE(is_invisible(c));
      CHECK(mend_look_alike(c) == c);
    }
    CHECK(mend_look_alike(0x00D0) == U'Đ');
    CHECK(mend_look_alike(0x01A3) == U'ư');
  }

  TEST_CASE("compose drops nothing and marks what is malformed") {
    CHECK(compose("Tie\u0302\u0301ng \u00ADVi\u00EA\u0323t") == "Tiếng \u00ADViệt");
    CHECK(compose("\u00D0") == "\u00D0");
    CHECK(compose("a\xFFz") == "a\uFFFDz");
    CHECK(compose("") == "");
  }
}
