#include "searcher/query/words/segmentation.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>

#include "searcher/query/words/word_data.h"
#include "tests/support/fake_interpreter.h"

using namespace khobao;

namespace {

// "ban tổ chức trung ương" -> "ban+tổ+chức trung+ương"
std::string segmented(const std::string& text, const query::WordStatistics& statistics) {
  std::istringstream in(text);
  std::vector<std::string> words;
  for (std::string word; in >> word;) words.push_back(word);
  const std::vector<bool> joined = query::joined_words(words, statistics);
  REQUIRE(joined.size() + 1 == std::max<size_t>(words.size(), 1));
  std::string out;
  for (size_t i = 0; i < words.size(); ++i)
    out += (i == 0 ? "" : joined[i - 1] ? "+" : " ") + words[i];
  return out;
}

}  // namespace

TEST_CASE("segmentation: words that Vietnamese news knows, in an archive that tells nothing") {
  struct Case {
    std::string in, want;
  };
  const test::FakeStatistics nothing;
  for (const Case& c : {
           Case{"", ""},
           Case{"lúa", "lúa"},
           Case{"hà nội", "hà+nội"},
           Case{"nội hà", "nội hà"},
           Case{"ban tổ chức trung ương", "ban+tổ+chức trung+ương"},
           Case{"nguyễn đức chung", "nguyễn+đức+chung"},
           Case{"nguyễn đức chung hà nội", "nguyễn+đức+chung hà+nội"},
           Case{"hội nghị trực tuyến", "hội+nghị trực+tuyến"},
           Case{"công ty cổ phần", "công+ty cổ+phần"},
           Case{"tai nạn giao thông", "tai+nạn giao+thông"},
           Case{"bộ trưởng bộ y tế", "bộ+trưởng bộ+y+tế"},
           Case{"những người dân", "những người+dân"},
           Case{"của các ủy ban", "của các ủy+ban"},
           Case{"lúa gạo xuất khẩu", "lúa+gạo xuất+khẩu"},
           Case{"xyzzy quux", "xyzzy quux"},
       }) {
    CAPTURE(c.in);
    CHECK(segmented(c.in, nothing) == c.want);
  }
}

TEST_CASE("segmentation: the archive's own counts make words, few counts do not") {
  CHECK(segmented("xyzzy quux", test::FakeStatistics({{{"xyzzy", "quux"}, 50}})) == "xyzzy+quux");
  CHECK(segmented("xyzzy quux", test::FakeStatistics({{{"xyzzy", "quux"}, 2}})) == "xyzzy quux");
  // Words so common that they meet by chance.
  CHECK(segmented("xyzzy quux", test::FakeStatistics({{{"xyzzy", "quux"}, 50}},
                                                     {{"xyzzy", 9000}, {"quux", 9000}})) ==
        "xyzzy quux");
  // A third syllable belongs to the word where it is bound nearly as well, a fourth to the next.
  const test::FakeStatistics chain({{{"ka", "kb"}, 80}, {{"kb", "kc"}, 60}, {{"kc", "kd"}, 40}});
  CHECK(segmented("ka kb kc", chain) == "ka+kb+kc");
  CHECK(segmented("ka kb kc kd", chain) == "ka+kb kc+kd");
}

TEST_CASE("segmentation: names go on over syllables that are hardly bound elsewhere") {
  const test::FakeStatistics weak({{{"kb", "kc"}, 4}, {{"phan", "kb"}, 30}, {{"ka", "kb"}, 30}},
                                  {{"kc", 3000}});
  CHECK(segmented("phan kb kc", weak) == "phan+kb+kc");
  CHECK(segmented("ka kb kc", weak) == "ka+kb kc");
}

TEST_CASE("segmentation: a loanword is one word with a syllable only where they are bound well") {
  const test::FakeStatistics counts({{{"kiosk", "lúa"}, 3}, {{"xe", "kiosk"}, 60}, {{"lúa", "ngô"}, 3}});
  CHECK(query::bond("kiosk", "lúa", counts) == 0);
  CHECK(query::bond("xe", "kiosk", counts) > query::kLoanBond);
  CHECK(query::bond("lúa", "ngô", counts) > 0);
  CHECK(query::is_loanword("kiosk"));
  CHECK_FALSE(query::is_loanword("lúa"));
  CHECK_FALSE(query::is_loanword("u"));
  CHECK_FALSE(query::is_loanword("a320"));
}

TEST_CASE("segmentation: words that counts cannot tell are known") {
  const test::FakeStatistics nothing;
  for (const auto& [in, want] : {std::pair{"nhà băng", "nhà+băng"},
                                 std::pair{"lãi nhà băng", "lãi nhà+băng"},
                                 std::pair{"tín dụng đen", "tín+dụng+đen"},
                                 std::pair{"nợ công ty", "nợ công+ty"},
                                 std::pair{"tuổi hưu", "tuổi+hưu"}}) {
    CAPTURE(in);
    CHECK(segmented(in, nothing) == want);
  }
}

TEST_CASE("segmentation: bonds lie between 0 and 1") {
  const test::FakeStatistics all({{{"ka", "kb"}, 100}, {{"kc", "kd"}, 1}});
  CHECK(query::bond("ka", "kb", all) > 0.8);
  CHECK(query::bond("ka", "kb", all) <= 1);
  CHECK(query::bond("kc", "kd", all) == 0);
  CHECK(query::bond("kb", "ka", all) == 0);
  CHECK(query::bond("hà", "nội", all) > 0.5);
}

TEST_CASE("segmentation: the list of pairs can be searched") {
  CHECK(query::known_bond("hà", "nội") > 0.5);
  CHECK(query::known_bond("nội", "hà") == 0);
  CHECK(query::known_bond("", "") == 0);
  CHECK(query::known_bond("ý", "kiến") > 0);  // near the end, in byte order
  CHECK(query::is_surname("nguyễn"));
  CHECK(query::is_function_word("của"));
  CHECK(query::is_leading_word("tỉnh"));
  CHECK_FALSE(query::is_function_word("lúa"));
}
