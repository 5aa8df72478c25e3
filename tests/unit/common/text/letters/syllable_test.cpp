#include "common/text/letters/syllable.h"

#include <doctest/doctest.h>

#include "common/text/letters/utf8.h"

using namespace khobao::text;

namespace {

// "th|uy|" and the like, "-" where the word is no syllable.
std::string parts_of(const char* word) {
  const auto syllable = parse_syllable(to_code_points(word));
  if (!syllable) return "-";
  return to_utf8(syllable->onset) + "|" + to_utf8(syllable->vowels) + "|" +
         to_utf8(syllable->coda) + "|" + std::to_string(static_cast<int>(syllable->tone));
}

std::string placed(const char* word) { return to_utf8(place_tone(to_code_points(word))); }

}  // namespace

TEST_SUITE("text/syllable") {
  TEST_CASE("a syllable is onset, vowels, coda and tone") {
    struct Case {
      const char *name, *in, *want;
    };
    for (const Case& c : {
             Case{"all parts", "nghiêng", "ngh|iê|ng|0"},
             {"no onset", "ưỡn", "|ươ|n|3"},
             {"a vowel alone", "ý", "|y||4"},
             {"hook", "thuỷ", "th|uy||2"},
             {"dot", "việt", "v|iê|t|5"},
             {"grave", "huyền", "h|uyê|n|1"},
             {"qu is an onset", "quý", "qu|y||4"},
             {"qu before a glide", "quỳnh", "qu|y|nh|1"},
             {"qu with uyê", "quyền", "qu|yê|n|1"},
             {"gi is an onset", "giặt", "gi|ă|t|5"},
             {"gi takes the place of i", "giếng", "gi|ê|ng|4"},
             {"g before i alone", "gìn", "g|i|n|1"},
             {"gì", "gì", "g|i||1"},
             {"three vowels", "khuỷu", "kh|uyu||2"},
             {"oeo", "ngoèo", "ng|oeo||1"},
             {"oo", "xoong", "x|oo|ng|0"},
             {"đ", "đường", "đ|ươ|ng|1"},
         }) {
      CAPTURE(c.name);
      CHECK(parts_of(c.in) == c.want);
    }
  }

  TEST_CASE("other words are no syllables") {
    for (const char* word : {"",      "covid",    "straße", "tphcm",   "đắk",  "lắk",    "kpă",
                             "krông", "h5n1",     "zalo",   "wifi",    "qa",   "ng",     "b",
                             "ươi2",  "nghiêngg", "hóà",    "việtnam", "北京", "a\u0301"}) {
      CAPTURE(word);
      CHECK(parts_of(word) == "-");
      CHECK(placed(word) == word);
    }
  }

  TEST_CASE("the tone mark stands where older print has it") {
    struct Case {
      const char *name, *in, *want;
    };
    for (const Case& c : {
             Case{"open oa", "hoà", "hòa"},
             {"open oe", "khoẻ", "khỏe"},
             {"open uy", "thuỷ", "thủy"},
             {"uy alone", "uỷ", "ủy"},
             {"oa before a coda", "hòan", "hoàn"},
             {"oe before a coda", "ngóet", "ngoét"},
             {"uy before a coda", "tụynh", "tuỵnh"},
             {"y with qu stays", "quý", "quý"},
             {"and is mended", "qúy", "quý"},
             {"a with gi is mended", "gía", "giá"},
             {"giêng", "gíêng", "giếng"},
             {"uê", "húê", "huế"},
             {"iê", "vịêt", "việt"},
             {"ươ", "nứơc", "nước"},
             {"ưa", "mưá", "mứa"},
             {"uô", "mụôn", "muộn"},
             {"uâ", "lụât", "luật"},
             {"yê", "ýêu", "yếu"},
             {"uyê", "qúyên", "quyến"},
             {"uyê behind th", "thủyên", "thuyển"},
             {"oai", "ngòai", "ngoài"},
             {"oay", "xóay", "xoáy"},
             {"oeo", "ngòeo", "ngoèo"},
             {"uyu", "khủyu", "khuỷu"},
             {"ia", "mía", "mía"},
             {"ia mended", "miá", "mía"},
             {"ua", "muá", "múa"},
             {"ao", "baỏ", "bảo"},
             {"ai", "haỉ", "hải"},
             {"oo", "móoc", "moóc"},
             {"level tone", "hoa", "hoa"},
             {"oă", "ngòăn", "ngoằn"},
         }) {
      CAPTURE(c.name);
      CHECK(placed(c.in) == c.want);
      CHECK(placed(placed(c.in).c_str()) == c.want);
    }
  }

  TEST_CASE("every mistyped place of the mark leads to the same word") {
    for (const char* word : {"hòa",   "khỏe",  "thủy",  "ủy",    "quý",     "quỳnh", "giặt",
                             "giếng", "khuỷu", "ngoằn", "ngoèo", "nghiêng", "nước",  "người",
                             "tuỵnh", "huế",   "quyết", "thuở",  "bưởi",    "cừu"}) {
      CAPTURE(word);
      const auto syllable = parse_syllable(to_code_points(word));
      REQUIRE(syllable);
      const std::u32string plain_onset = syllable->onset;
      for (size_t at = 0; at < syllable->vowels.size(); ++at) {
        std::u32string typed = syllable->vowels;
        typed[at] = add_tone(typed[at], syllable->tone);
        CHECK(to_utf8(place_tone(plain_onset + typed + syllable->coda)) == word);
      }
    }
  }

  TEST_CASE("tones come off vowels and go on again") {
    const std::u32string vowels = U"aăâeêioôơuưy";
    for (char32_t vowel : vowels) {
      for (int tone = 0; tone < 6; ++tone) {
        const char32_t toned = add_tone(vowel, static_cast<Tone>(tone));
        CHECK(split_tone(toned) == std::pair(vowel, static_cast<Tone>(tone)));
        CHECK((toned == vowel) == (tone == 0));
      }
    }
    CHECK(split_tone(U'đ') == std::pair(U'đ', Tone::level));
    CHECK(split_tone(U'ñ') == std::pair(U'ñ', Tone::level));
    CHECK(add_tone(U'b', Tone::acute) == U'b');
  }
}
