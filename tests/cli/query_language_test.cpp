// The query language with the real programs: fields, NEAR, SAME, beginnings of words, what is
// mended.
#include <doctest/doctest.h>

#include <algorithm>

#include "tests/support/archive.h"
#include "tests/support/grammar_page.h"

using namespace khobao::test;

namespace {

const Archive& archive() {
  static const Archive made({
      {.id = "mua",
       .date = "2020-07-02",
       .title = "Giá lúa gạo tăng",
       .body = "Thương lái mua lúa tại ruộng. Giá cao hơn năm ngoái.\nNông dân xã Đồng Mây được "
               "mùa, hợp tác xã trữ gạo trong kho.",
       .source = "Báo Sông Kon",
       .author = "LAN HỒ"},
      {.id = "ban",
       .date = "2020-08-15",
       .title = "Chợ nổi bán gạo",
       .body = "Gạo nếp bán ở chợ nổi.\nLúa non còn ngoài đồng. Chỉ thị 35-CT/TW được phổ biến.",
       .source = "Thông tấn xã Việt Nam",
       .author = "Trần Lan"},
      {.id = "covid",
       .date = "2021-03-01",
       .title = "Chợ mở lại",
       .body = "Chợ mở lại sau Covid. UBND tỉnh Phú Thọ có văn bản về chợ và covidsafe.",
       .source = "Báo Sông Kon"},
      {.id = "cu",
       .date = "",
       .title = "Chuyện cũ",
       .body = "Ngày ấy lúa tốt, gạo đầy bồ. Nhà nào cũng vui."},
  });
  return made;
}

std::string found(const std::string& query) {
  const Answer answer = archive().answer({"--sort", "oldest", "--", query});
  return listed(ids_of(answer.hits));
}

}  // namespace

TEST_CASE("query language: what queries find") {
  struct Case {
    std::string query, want;
  };
  for (const Case& c : {
           Case{"title:gạo", "mua ban"},
           Case{"tít:gạo -title:giá", "ban"},
           Case{"title:\"lúa gạo\"", "mua"},
           Case{"title:(gạo -giá)", "ban"},
           Case{"title:(chợ OR giá) lúa", "mua ban"},
           Case{"lede:lúa", "mua cu"},
           Case{"lede:gạo", "ban cu"},
           Case{"sapo:(lúa AND gạo)", "cu"},
           Case{"-lede:gạo lúa", "mua"},
           Case{"author:lan", "mua ban"},
           Case{"author:\"lan hồ\"", "mua"},
           Case{"tac-gia:tran", "ban"},
           Case{"-author:lan", "covid cu"},
           Case{"source:\"báo sông kon\"", "mua covid"},
           Case{"nguồn:\"thong tan xa\"", "ban"},
           Case{"source:\"thông tấn xã\" OR author:hồ", "mua ban"},
           Case{"org:\"ubnd tinh phu tho\"", "covid"},
           Case{"doc:35-CT/TW", "ban"},
           Case{"date:2020", "mua ban"},
           Case{"date:2020-08..2021", "ban covid"},
           Case{"ngày:2/7/2020", "mua"},
           Case{"date:..7/2020", "mua"},
           Case{"date:none", "cu"},
           Case{"gạo -date:2020", "cu"},
           Case{"date:2020-07 OR date:không", "mua cu"},
           Case{"lúa NEAR/2 gạo", "mua cu"},
           Case{"lúa NEAR/1 gạo", "mua cu"},
           Case{"\"mua lúa\" NEAR/3 giá", "mua"},
           Case{"\"mua lúa\" NEAR/1 giá", ""},
           Case{"gạo NEAR lúa NEAR/1 tốt", "cu"},
           Case{"nhà NEAR/4 (gạo OR ngô)", "cu"},
           Case{"lúa SAME gạo", "mua cu"},
           Case{"nông SAME gạo", "mua"},
           Case{"lúa SAME -gạo", "mua ban"},
           Case{"mùa SAME giá", ""},
           Case{"covi*", "covid"},
           Case{"gạ* -lú*", ""},
           Case{"gạ*", "mua ban cu"},
       }) {
    CAPTURE(c.query);
    CHECK(found(c.query) == c.want);
  }
}

TEST_CASE("query language: slips are mended with a warning and find what was meant") {
  struct Case {
    std::string query, want;
    size_t at_byte;
  };
  for (const Case& c : {
           Case{"gạo OR", "mua ban cu", 6},
           Case{"gạo NEAR/5", "mua ban cu", 6},
           Case{"(gạo lúa", "mua ban cu", 0},
           Case{"gạo date:hôm-qua", "mua ban cu", 11},
           Case{"gạo date:2021-99", "mua ban cu", 11},
           Case{"gạo date:2021..2020", "mua ban cu", 11},
           Case{"titel:gạo", "mua ban", 0},
           Case{"abc:gạo", "mua ban cu", 0},
           Case{"title: giá", "mua", 6},
           Case{"org:gạo", "mua ban cu", 4},
           Case{"source:\"chợ nổi\"", "ban", 7},
       }) {
    CAPTURE(c.query);
    const Answer answer = archive().answer({"--sort", "oldest", "--literal", "--", c.query});
    CHECK(listed(ids_of(answer.hits)) == c.want);
    REQUIRE(answer.warnings.size() == 1);
    CHECK(answer.warnings[0].at_byte == c.at_byte);
  }
}

TEST_CASE("query language: every example of the page is answered") {
  for (const GrammarExample& example : grammar_examples("query")) {
    CAPTURE(example.query);
    const CliResult result = archive().search({"--", example.query});
    CHECK((result.code == 0 || result.code == 1));
    CHECK(result.err.empty());
    const std::string from_input = archive().search({"--query-file", "-"}, example.query).out;
    const auto without_time = [](std::string out) {
      const size_t time = out.find(" ms)");
      return time == std::string::npos ? out : out.erase(out.rfind('(', time), time);
    };
    CHECK(without_time(from_input) == without_time(result.out));
  }
}

TEST_CASE("query language: relevance order marks as full what matches") {
  for (const char* query : {"lúa NEAR/2 gạo", "lúa SAME gạo", "title:gạo lúa", "gạo date:2020",
                            "gạo OR source:\"thông tấn xã\"", "gạo -author:lan", "gạ* lúa"}) {
    CAPTURE(query);
    const Answer newest = archive().answer({"--sort", "newest", "--", query});
    const Answer relevance = archive().answer({"--", query});
    std::vector<std::string> full = ids_of(relevance.hits, true), all = ids_of(newest.hits);
    std::sort(full.begin(), full.end());
    std::sort(all.begin(), all.end());
    CHECK(listed(full) == listed(all));
    CHECK(relevance.total == all.size());
  }
}

TEST_CASE("query language: help names the fields") {
  const CliResult help = run_cli("searcher", {"--help-all"}, archive().folder());
  for (const char* name : {"title:", "tiêu-đề:", "org:", "tổ-chức:", "date:", "ngày:", "NEAR/n"}) {
    CAPTURE(name);
    CHECK(help.out.find(name) != std::string::npos);
  }
}
