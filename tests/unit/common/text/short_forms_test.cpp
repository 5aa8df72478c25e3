#include "common/text/short_forms.h"

#include "tests/support/tokens.h"

using namespace khobao::text;
using namespace khobao::test;

TEST_SUITE("text/short forms") {
  TEST_CASE("words with signs of their own are compounds over the word without them") {
    check_tokens({
        {"plus twice", "Lập trình C++ và Java",
         "lập 0-5 | trình 6-12 | c++ 13-16 marked:1 | c 13-14 | và 17-20 | java 21-25"},
        {"sharp", "C#, F#.", "c# 0-2 marked:1 | c 0-1 | f# 4-6 marked:1 | f 4-5"},
        {"plus", "Kênh K+ phát", "kênh 0-5 | k+ 6-8 marked:1 | k 6-7 | phát 9-14"},
        {"behind a longer word", "Google+", "google+ 0-7 marked:1 | google 0-6"},
        {"at the end of a sentence", "Trên K+. Ông",
         "trên 0-5 | k+ 6-8 marked:1 | k 6-7 | ông 10-14 sentence"},
        {"in front of what goes on", "K+1, C++20, K+NS",
         "k+ 0-2 marked:1 | k 0-1 | 1 2-3 number | c++ 5-8 marked:1 | c 5-6 | 20 8-10 number | "
         "k+ 12-14 marked:1 | k 12-13 | ns 14-16"},
        {"a sum", "a+b, a + b", "a 0-1 | b 2-3 | a 5-6 | b 9-10"},
        {"a hashtag", "Số# x", "số 0-4 | x 6-7"},
        {"more signs than any word has", "a+++", "a 0-1"},
    });
  }

  TEST_CASE("titles of scholars in front of a name are compounds over the abbreviation") {
    check_tokens({
        {"before a name", "TS Lò Văn Mây", "ts. 0-2 title:1 | ts 0-2 | lò 3-6 | văn 7-11 | mây 12-16"},
        {"with its full stop", "TS. Sùng A Gió",
         "ts. 0-2 title:1 | ts 0-2 | sùng 4-9 | a 10-11 | gió 12-16"},
        {"one behind the other", "GS.TS Vàng Mây",
         "gs. 0-2 title:1 | gs 0-2 | ts. 3-5 title:1 | ts 3-5 | vàng 6-11 | mây 12-16"},
        {"with small letters", "ThS Mùa Páo", "ths. 0-3 title:1 | ths 0-3 | mùa 4-8 | páo 9-13"},
        {"with a dot inside", "Th.S Mùa Páo", "ths. 0-4 title:1 | ths 0-4 | mùa 5-9 | páo 10-14"},
        {"no name behind it", "TS cần đọc", "ts 0-2 | cần 3-8 | đọc 9-15"},
        {"in brackets", "thí sinh (TS) dự thi", "thí 0-4 | sinh 5-9 | ts 11-13 | dự 15-19 | thi 20-23"},
        {"an abbreviation behind it", "TS ĐH", "ts 0-2 | đh 3-6"},
        {"in small letters", "ts Lò", "ts 0-2 | lò 3-6"},
        {"at the end", "TS", "ts 0-2"},
        {"a line end between", "TS\nLò", "ts 0-2 | lò 3-6 paragraph"},
    });
  }

  TEST_CASE("T.Ư is TW, and TƯ is where no words in capitals stand around it") {
    check_tokens({
        {"dotted", "Ban Bí thư T.Ư", "ban 0-3 | bí 4-7 | thư 8-12 | tw 13-17"},
        {"between other words", "BCH TƯ Đảng", "bch 0-3 | tw 4-7 | đảng 8-15"},
        {"at the end", "Đoàn TƯ", "đoàn 0-6 | tw 7-10"},
        {"the syllable in a headline", "VỐN ĐẦU TƯ CÔNG", "vốn 0-5 | đầu 6-12 | tư 13-16 | công 17-22"},
        {"the same before small letters", "ĐẦU TƯ cho xã", "đầu 0-6 | tư 7-10 | cho 11-14 | xã 15-18"},
        {"in small letters", "thứ tư", "thứ 0-5 | tư 6-9"},
        {"alone", "TƯ", "tư 0-3"},
    });
  }
}
