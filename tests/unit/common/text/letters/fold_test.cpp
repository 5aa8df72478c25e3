#include "common/text/letters/fold.h"

#include <doctest/doctest.h>

#include "common/text/letters/normalise.h"

using namespace khobao::text;

TEST_SUITE("text/fold") {
  TEST_CASE("marks and the bar of đ come off") {
    struct Case {
      const char *name, *in, *want;
    };
    for (const Case& c : {
             Case{"horn and tone", "đường", "duong"},
             {"tone alone", "hòa", "hoa"},
             {"circumflex", "nghiêng", "nghieng"},
             {"no onset", "ưỡn", "uon"},
             {"breve", "ngoằn", "ngoan"},
             {"y", "quỳnh", "quynh"},
             {"ASCII stays", "covid", "covid"},
             {"nothing", "", ""},
             {"foreign letters", "señor", "senor"},
             {"a document number", "100/2019/nđ-cp", "100/2019/nd-cp"},
             {"decomposed", "vie\u0323\u0302t", "viet"},
             {"letters without a base stay", "straße", "straße"},
             {"Greek", "σίσυ", "σισυ"},
             {"two marks in one letter", "\u01DF", "a"},
             {"malformed bytes", "a\xFF", "a\uFFFD"},
         }) {
      CAPTURE(c.name);
      CHECK(fold(c.in) == c.want);
      CHECK(fold(fold(c.in)) == fold(c.in));
    }
  }

  TEST_CASE("every vowel of the language folds to its letter") {
    for (const char* row : {"aàảãáạăằẳẵắặâầẩẫấậ", "eèẻẽéẹêềểễếệ", "iìỉĩíị", "oòỏõóọôồổỗốộơờởỡớợ",
                            "uùủũúụưừửữứự", "yỳỷỹýỵ"}) {
      const std::string folded = fold(row);
      CHECK(folded == std::string(folded.size(), row[0]));
    }
  }

  TEST_CASE("is_folded tells plain ASCII") {
    CHECK(is_folded("duong"));
    CHECK(is_folded(""));
    CHECK_FALSE(is_folded("dương"));
    CHECK_FALSE(is_folded("đ"));
  }
}
