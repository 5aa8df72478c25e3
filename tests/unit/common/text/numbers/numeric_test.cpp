#include "common/text/numbers/numeric.h"

#include "tests/support/tokens.h"

using namespace khobao::text;
using namespace khobao::test;

TEST_SUITE("text/numeric") {
  TEST_CASE("numbers with separators are one term") {
    check_tokens({
        {"thousands", "1.665 người", "1665 0-5 number | người 6-14"},
        {"thousands and decimals", "1.665.000,5 đồng", "1665000,5 0-11 number | đồng 12-19"},
        {"decimal comma and per cent", "98,78% và 99,75%.",
         "98,78% 0-6 marked:1 | 98,78 0-5 number | và 7-10 | 99,75% 11-17 marked:1 | "
         "99,75 11-16 number"},
        {"per cent after a space", "3 %, 3\u00A0% và 3  %",
         "3% 0-3 marked:1 | 3 0-1 number | 3% 5-9 marked:1 | 3 5-6 number | và 10-13 | "
         "3 14-15 number"},
        {"the last of a range", "2-3% %", "2 0-1 number | 3% 2-4 marked:1 | 3 2-3 number"},
        {"decimal dot", "3.5 lần, 10.25 điểm",
         "3,5 0-3 number | lần 4-9 | 10,25 11-16 number | điểm 17-24"},
        {"a dot at the end of a sentence", "còn 3.500. Sau đó",
         "còn 0-4 | 3500 5-10 number | sau 12-15 sentence | đó 16-20"},
        {"a comma behind", "còn 3.500, rồi", "còn 0-4 | 3500 5-10 number | rồi 12-17"},
        {"commas in the English way", "1,250,000 và 1,250.5",
         "1250000 0-9 number | và 10-13 | 1250,5 14-21 number"},
        {"one comma group is a decimal", "2,125 tấn", "2,125 0-5 number | tấn 6-11"},
        {"no thousands behind zero", "0.500 kg", "0,500 0-5 number | kg 6-8"},
        {"four digits make no group", "1.2345", "1,2345 0-6 number"},
        {"no digit in front", ",5 .5", "5 1-2 number | 5 4-5 number"},
        {"units glued on", "50.000đ/kg, 3.000m2",
         "50000 0-6 number | đ 6-8 | kg 9-11 | 3000 13-18 number | m2 18-20"},
        {"currency signs", "$100 và 100€", "100 1-4 number | và 5-8 | 100 9-12 number"},
    });
  }

  TEST_CASE("leading zeros go from two-digit numbers alone") {
    check_tokens({
        {"a day or an hour", "ngày 02 lúc 08:05",
         "ngày 0-5 | 2 6-8 number | lúc 9-13 | 8 14-16 number | 5 17-19 number"},
        {"zero itself", "0 và 00", "0 0-1 number | và 2-5 | 0 6-8 number"},
        {"others stay", "mã 007, 00123", "mã 0-3 | 007 4-7 number | 00123 9-14 number"},
        {"telephone numbers", "0905 123 456, 0905.123.456",
         "0905 0-4 number | 123 5-8 number | 456 9-12 number | 0905 14-18 number | "
         "123 19-22 number | 456 23-26 number"},
    });
  }

  TEST_CASE("numbers strung together are read one by one") {
    check_tokens({
        {"versions", "bản 1.2.3, 10.0.19041",
         "bản 0-5 | 1 6-7 number | 2 8-9 number | 3 10-11 number | 10 13-15 number | "
         "0 16-17 number | 19041 18-23 number"},
        {"a list without spaces", "tầng 1,2,3",
         "tầng 0-6 | 1 7-8 number | 2 9-10 number | 3 11-12 number"},
        {"groups of unlike size", "12.345.67", "12 0-2 number | 345 3-6 number | 67 7-9 number"},
        {"a list that ends in a fraction", "1,2,3/4",
         "1 0-1 number | 2 2-3 number | 3/4 4-7 fraction"},
        {"a machine's address", "192.168.10.1",
         "192 0-3 number | 168 4-7 number | 10 8-10 number | 1 11-12 number"},
        {"slashes", "hẻm 60/36/16", "hẻm 0-5 | 60 6-8 number | 36 9-11 number | 16 12-14 number"},
        {"slashes and a unit", "8/16/32GB", "8 0-1 number | 16 2-4 number | 32gb 5-9"},
    });
  }

  TEST_CASE("scores and times are their numbers") {
    check_tokens({
        {"score", "thắng 3-2", "thắng 0-7 | 3 8-9 number | 2 10-11 number"},
        {"score with spaces", "thắng 3 - 2", "thắng 0-7 | 3 8-9 number | 2 12-13 number"},
        {"clock", "17:43 và 08:43:10",
         "17 0-2 number | 43 3-5 number | và 6-9 | 8 10-12 number | 43 13-15 number | "
         "10 16-18 number"},
        {"hours in letters", "10h30, 7g15", "10h30 0-5 | 7g15 7-11"},
        {"range", "1.000-2.000 hộ", "1000 0-5 number | 2000 6-11 number | hộ 12-16"},
    });
  }

  TEST_CASE("fractions") {
    check_tokens({
        {"of a whole", "2/3 chặng đường", "2/3 0-3 fraction | chặng 4-11 | đường 12-21"},
        {"leading zeros", "01/07", "1/7 0-5 fraction"},
        {"behind a word of date", "Sáng nay (1/7)", "sáng 0-5 | nay 6-9 | 1/7 11-14 fraction"},
        {"with a unit behind", "trực 24/24h", "trực 0-6 | 24/24 7-12 fraction | h 12-13"},
        {"a decimal on top is no fraction", "đạt 5,8/10 điểm",
         "đạt 0-6 | 5,8 7-10 number | 10 11-13 number | điểm 14-21"},
        {"nothing below", "5/ và /5", "5 0-1 number | và 3-6 | 5 8-9 number"},
        {"too long for one", "1234567/2", "1234567 0-7 number | 2 8-9 number"},
    });
  }

  TEST_CASE("a run of digits beyond any number is cut as a term") {
    const std::string digits(4000, '7');
    const std::vector<Token> tokens = tokenize(digits);
    REQUIRE(tokens.size() == 1);
    CHECK(tokens[0].term == std::string(kMaxTermBytes, '7'));
    CHECK(tokens[0].end_byte == digits.size());
  }

  TEST_CASE("read_numeric leaves digits that go on as a word alone") {
    std::vector<Token> out;
    CHECK(read_numeric("10h30", 0, DateCue::none, out) == 0);
    CHECK(out.empty());
    CHECK(read_numeric("lúc 10 giờ", 5, DateCue::none, out) == 7);
    REQUIRE(out.size() == 1);
    CHECK(describe(out[0]) == "10 number 5-7 none 0");
  }
}
