#include "common/text/sentence.h"

#include "tests/support/tokens.h"

using namespace khobao::text;
using namespace khobao::test;

TEST_SUITE("text/sentence") {
  TEST_CASE("sentences end at a mark, white space and a capital, digit or opening quote") {
    check_tokens({
        {"full stop", "Trời mưa. Ông về", "trời 0-6 | mưa 7-11 | ông 13-17 sentence | về 18-22"},
        {"question and exclamation", "Ai? Tôi! Ừ", "ai 0-2 | tôi 4-8 sentence | ừ 10-13 sentence"},
        {"a digit begins the next", "Trời mưa. 3 người",
         "trời 0-6 | mưa 7-11 | 3 13-14 number sentence | người 15-23"},
        {"a small letter does not", "Trời mưa. ông về",
         "trời 0-6 | mưa 7-11 | ông 13-17 | về 18-22"},
        {"no space, no end", "Trời mưa.Ông về", "trời 0-6 | mưa 7-11 | ông 12-16 | về 17-21"},
        {"a small letter behind an opening quote", "Trời mưa. \"ông về\"",
         "trời 0-6 | mưa 7-11 | ông 14-18 sentence | về 19-23"},
        {"a quote closes with the sentence", "\"Mưa.\" Ông về",
         "mưa 1-5 | ông 8-12 sentence | về 13-17"},
        {"a closing quote, then a small letter", "\"Mưa à?\" ông hỏi",
         "mưa 1-5 | à 6-8 | ông 11-15 | hỏi 16-21"},
        {"curly quotes", "\u201CMưa.\u201D Ông về. \u201CỪ",
         "mưa 3-7 | ông 12-16 sentence | về 17-21 | ừ 26-29 sentence"},
        {"a bracket opens the next", "Trời mưa. (Ảnh: Na)",
         "trời 0-6 | mưa 7-11 | ảnh 14-19 sentence | na 21-23"},
        {"ellipsis of dots", "Rồi... Ông về... rồi",
         "rồi 0-5 | ông 9-13 sentence | về 14-18 | rồi 22-27"},
        {"ellipsis in one character", "Rồi\u2026 Ông về", "rồi 0-5 | ông 9-13 sentence | về 14-18"},
        {"end of a report", "Hết./. Tin khác", "hết 0-5 | tin 9-12 sentence | khác 13-18"},
        {"no-break space", "Mưa.\u00A0Ông", "mưa 0-4 | ông 7-11 sentence"},
        {"thin space", "Mưa.\u2009Ông", "mưa 0-4 | ông 8-12 sentence"},
        {"a dash between", "Mưa. \u2013 Ông", "mưa 0-4 | ông 10-14 sentence"},
        {"a comma ends nothing", "Mưa, Ông; Bà: Cô", "mưa 0-4 | ông 6-10 | bà 12-15 | cô 17-20"},
    });
  }

  TEST_CASE("numbers hold no sentence end") {
    check_tokens({
        {"thousands, then a sentence", "3.500 tỷ đồng. Ông nói",
         "3500 0-5 number | tỷ 6-10 | đồng 11-18 | ông 20-24 sentence | nói 25-29"},
        {"a number closes the sentence", "năm 2020. Ông nói",
         "năm 0-4 | 2020 5-9 number | ông 11-15 sentence | nói 16-20"},
        {"a decimal", "tăng 3.5 lần", "tăng 0-5 | 3,5 6-9 number | lần 10-15"},
        {"a date", "ngày 2.7.2020. Ông",
         "ngày 0-5 | 2/7/2020 6-14 date:2 | 2/7 6-9 fraction | 2020 10-14 number | "
         "ông 16-20 sentence"},
    });
  }

  TEST_CASE("abbreviations keep their full stop") {
    check_tokens({
        {"city", "về TP. Hồ Chí Minh", "về 0-4 | tp 5-7 | hồ 9-13 | chí 14-18 | minh 19-23"},
        {"degree", "GS. Na, PGS.TS. Mơ, ThS. Ty",
         "gs. 0-2 title:1 | gs 0-2 | na 4-6 | pgs. 8-11 title:1 | pgs 8-11 | ts. 12-14 title:1 | "
         "ts 12-14 | mơ 16-19 | ths. 21-24 title:1 | ths 21-24 | ty 26-28"},
        {"in small letters it is a word", "bóng ts. Na", "bóng 0-5 | ts 6-8 | na 10-12 sentence"},
        {"initial", "V. Na đến", "v 0-1 | na 3-5 | đến 6-12"},
        {"decomposed initial", "O\u0302. Na đến", "ô 0-3 | na 5-7 | đến 8-14"},
        {"two initials", "J.K. Na đến", "jk 0-3 | na 5-7 | đến 8-14"},
        {"another mark ends it", "về TP! Hồ", "về 0-4 | tp 5-7 | hồ 9-13 sentence"},
        {"a word of the same letters in full", "Cả Tổ. Hồ", "cả 0-4 | tổ 5-9 | hồ 11-15 sentence"},
    });
  }

  TEST_CASE("line ends are paragraph ends") {
    check_tokens({
        {"line feed", "Mưa\nnắng", "mưa 0-4 | nắng 5-11 paragraph"},
        {"blank lines and spaces", "Mưa. \n\n  Nắng", "mưa 0-4 | nắng 10-16 paragraph"},
        {"carriage return", "Mưa\r\nnắng", "mưa 0-4 | nắng 6-12 paragraph"},
        {"form feed", "Mưa\fnắng", "mưa 0-4 | nắng 5-11 paragraph"},
        {"Unicode separators", "Mưa\u2028nắng\u2029gió\u0085bão",
         "mưa 0-4 | nắng 7-13 paragraph | gió 16-20 paragraph | bão 22-26 paragraph"},
        {"in front of the first word", "\n\nMưa", "mưa 2-6"},
        {"between the parts of a number", "1.\n000", "1 0-1 number | 000 3-6 number paragraph"},
    });
  }

  TEST_CASE("takes_full_stop") {
    CHECK(takes_full_stop("TP", "tp"));
    CHECK(takes_full_stop("V", "v"));
    CHECK(takes_full_stop("J.K", "jk"));
    CHECK_FALSE(takes_full_stop("tp", "tp"));
    CHECK_FALSE(takes_full_stop("v", "v"));
    CHECK_FALSE(takes_full_stop("Mưa", "mưa"));
    CHECK_FALSE(takes_full_stop("", ""));
  }
}
