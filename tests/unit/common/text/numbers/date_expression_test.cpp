#include "common/text/numbers/date_expression.h"

#include "tests/support/tokens.h"

using namespace khobao::text;
using namespace khobao::test;

TEST_SUITE("text/date_expression") {
  TEST_CASE("full dates are compounds over day and year") {
    check_tokens({
        {"slashes", "02/07/2020", "2/7/2020 0-10 date:2 | 2/7 0-5 fraction | 2020 6-10 number"},
        {"hyphens", "2-7-2020", "2/7/2020 0-8 date:2 | 2/7 0-3 fraction | 2020 4-8 number"},
        {"dots", "16.12.2024.", "16/12/2024 0-10 date:2 | 16/12 0-5 fraction | 2024 6-10 number"},
        {"a clock behind", "02/07/2020 08:43",
         "2/7/2020 0-10 date:2 | 2/7 0-5 fraction | 2020 6-10 number | 8 11-13 number | "
         "43 14-16 number"},
        {"mixed separators are no date", "2/7-2020", "2/7 0-3 fraction | 2020 4-8 number"},
        {"no such month", "32/13/2020", "32 0-2 number | 13 3-5 number | 2020 6-10 number"},
    });
  }

  TEST_CASE("months of a year") {
    check_tokens({
        {"slash", "07/2020", "7/2020 0-7 date:2 | 7 0-2 number | 2020 3-7 number"},
        {"hyphen behind tháng", "tháng 7-2020",
         "tháng 0-6 | 7/2020 7-13 date:2 | 7 7-8 number | 2020 9-13 number"},
        {"dot behind tháng", "Tháng 12.2023, mưa",
         "tháng 0-6 | 12/2023 7-14 date:2 | 12 7-9 number | 2023 10-14 number | mưa 16-20"},
        {"a dot elsewhere is a decimal", "tăng 7.2020", "tăng 0-5 | 7,2020 6-12 number"},
        {"thousands behind tháng", "tháng 12.500", "tháng 0-6 | 12500 7-13 number"},
        {"no such month", "13/2020", "13/2020 0-7 fraction"},
    });
  }

  TEST_CASE("lists of days share month and year") {
    check_tokens({
        {"tight comma", "22,23/7/2020",
         "22/7/2020 0-2 date:1 | 22/7 0-2 fraction | 23/7/2020 3-12 date:2 | 23/7 3-7 fraction | "
         "2020 8-12 number"},
        {"three days", "21, 22,23/7/2020",
         "21/7/2020 0-2 date:1 | 21/7 0-2 fraction | 22/7/2020 4-6 date:1 | 22/7 4-6 fraction | "
         "23/7/2020 7-16 date:2 | 23/7 7-11 fraction | 2020 12-16 number"},
        {"range", "22-23/7/2020",
         "22/7/2020 0-2 date:1 | 22/7 0-2 fraction | 23/7/2020 3-12 date:2 | 23/7 3-7 fraction | "
         "2020 8-12 number"},
        {"range without a year", "Từ 22-23/7", "từ 0-4 | 22/7 5-7 fraction | 23/7 8-12 fraction"},
        {"down is no range", "30-1/6", "30 0-2 number | 1/6 3-6 fraction"},
        {"range with a dash, behind a cue", "ngày 9\u201311/7",
         "ngày 0-5 | 9/7 6-7 fraction | 11/7 10-14 fraction"},
        {"without a year behind a cue", "tối 23,24/6",
         "tối 0-5 | 23/6 6-8 fraction | 24/6 9-13 fraction"},
        {"days go up", "Số 9, 2/7/2020",
         "số 0-4 | 9 5-6 number | 2/7/2020 8-16 date:2 | 2/7 8-11 fraction | 2020 12-16 number"},
        {"a weekday is none of them", "Thứ 5, 12/07/2020",
         "thứ 0-5 | 5 6-7 number | 12/7/2020 9-19 date:2 | 12/7 9-14 fraction | 2020 15-19 number"},
        {"nor are minutes", "07:02, 20/02/2020",
         "7 0-2 number | 2 3-5 number | 20/2/2020 7-17 date:2 | 20/2 7-12 fraction | "
         "2020 13-17 number"},
    });
  }

  TEST_CASE("day and month behind a cue") {
    check_tokens({
        {"dot", "VHO - Sáng 16.12, mưa", "vho 0-3 | sáng 6-11 | 16/12 12-17 fraction | mưa 19-23"},
        {"hyphen", "ngày 30-6.", "ngày 0-5 | 30/6 6-10 fraction"},
        {"no cue", "sau 16.12 giây, thua 0-6",
         "sau 0-3 | 16,12 4-9 number | giây 10-15 | thua 17-21 | 0 22-23 number | 6 24-25 number"},
        {"the cue must stand right before", "sáng nay 16.12",
         "sáng 0-5 | nay 6-9 | 16,12 10-15 number"},
        {"no such day", "ngày 32.12", "ngày 0-5 | 32,12 6-11 number"},
        {"short year", "ngày 4/5/20", "ngày 0-5 | 4/5 6-9 fraction | 20 10-12 number"},
    });
  }

  TEST_CASE("a quarter is no month") {
    check_tokens({
        {"quarter", "quý 4/2016", "quý 0-4 | 4 5-6 number | 2016 7-11 number"},
        {"with a dash", "Quý 1-2017", "quý 0-4 | 1 5-6 number | 2017 7-11 number"},
        {"month", "tháng 4/2016",
         "tháng 0-6 | 4/2016 7-13 date:2 | 4 7-8 number | 2016 9-13 number"},
        {"no such quarter", "quý 5/2016",
         "quý 0-4 | 5/2016 5-11 date:2 | 5 5-6 number | 2016 7-11 number"},
        {"another word between", "quý khách 4/2016",
         "quý 0-4 | khách 5-11 | 4/2016 12-18 date:2 | 4 12-13 number | 2016 14-18 number"},
    });
  }

  TEST_CASE("the word in front of a text counts, too") {
    std::vector<Token> tokens;
    Tokenizer().tokenize("16.12", tokens, DateCue::day);
    REQUIRE(tokens.size() == 1);
    CHECK(describe_briefly(tokens[0]) == "16/12 0-5 fraction");
    CHECK(typed_date_cue("sang") == DateCue::day);
    CHECK(typed_date_cue("quy") == DateCue::quarter);
    CHECK(typed_date_cue("sông") == DateCue::none);
  }

  TEST_CASE("cues") {
    CHECK(date_cue("quý") == DateCue::quarter);
    CHECK(date_cue("ngày") == DateCue::day);
    CHECK(date_cue("sáng") == DateCue::day);
    CHECK(date_cue("tháng") == DateCue::month);
    CHECK(date_cue("thứ") == DateCue::weekday);
    CHECK(date_cue("ngáy") == DateCue::none);
    CHECK(date_cue("") == DateCue::none);
  }
}
