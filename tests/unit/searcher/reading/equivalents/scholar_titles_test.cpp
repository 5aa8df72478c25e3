#include "searcher/reading/equivalents/scholar_titles.h"

#include <doctest/doctest.h>

#include "searcher/reading/equivalents/abbreviation_context.h"
#include "searcher/reading/equivalents/query_words.h"
#include "searcher/reading/equivalents/split_names.h"
#include "tests/support/counts.h"

using namespace khobao;
using namespace khobao::reading;

namespace {

std::string listed(const Words& words, const std::vector<query::Equivalent>& found) {
  std::string out;
  for (const query::Equivalent& e : found) {
    if (e.weight == 0) continue;
    const auto typed = std::span(words).subspan(e.begin, e.end - e.begin);
    out += (out.empty() ? "[" : "; [") + joined(typed) + "] " + joined(e.words);
  }
  return out;
}

Words words_in(const std::string& query) {
  text::Tokenizer tokenizer;
  return words_of(tokenizer, query);
}

}  // namespace

TEST_CASE("scholar titles: TS before a name is a title, elsewhere also what the archive introduces") {
  struct Case {
    std::string query, want;
  };
  for (const Case& c : {
           Case{"TS", "[ts] thí sinh; [ts] tiến sĩ"},
           Case{"TS Nguyễn Mây", "[ts] tiến sĩ"},
           Case{"ts lò văn mây", "[ts] tiến sĩ"},
           Case{"ts dự thi", "[ts] thí sinh; [ts] tiến sĩ"},
           Case{"tiến sĩ", "[tiến sĩ] ts."},
           Case{"giáo sư", "[giáo sư] gs."},
       }) {
    CAPTURE(c.query);
    const Words words = words_in(c.query);
    std::vector<query::Equivalent> found;
    for (size_t i = 0; i < words.size(); ++i) {
      if (words[i] == "ts") found.push_back({.begin = i, .end = i + 1, .words = {"thí", "sinh"}});
    }
    find_scholar_titles(words, found);
    CHECK(listed(words, found) == c.want);
  }
  const Words both = words_in("GS.TS Lò Văn Mây");
  std::vector<query::Equivalent> found;
  find_scholar_titles(both, found);
  CHECK(listed(both, found) == "[gs] giáo sư; [ts] tiến sĩ");
}

TEST_CASE("abbreviation context: of several meanings the one that stands between the neighbours") {
  std::vector<std::string> texts;
  for (int i = 0; i < 5; ++i)
    texts.push_back("Tổng công ty Đường sắt. Cục Thuế tỉnh. Tổng cục Thuế thông báo.");
  const auto counts = test::statistics_of(texts);
  const auto meanings = [&](const std::string& query) {
    const Words words = words_in(query);
    std::vector<query::Equivalent> found{
        {.begin = 0, .end = 1, .words = {"tổng", "công", "ty"}},
        {.begin = 0, .end = 1, .words = {"tổng", "cục", "thuế"}}};
    weigh_by_neighbours(words, counts, found);
    return listed(words, found);
  };
  CHECK(meanings("TCT Đường sắt") == "[tct] tổng công ty");
  CHECK(meanings("TCT thông báo") == "[tct] tổng cục thuế");
  CHECK(meanings("TCT") == "[tct] tổng công ty; [tct] tổng cục thuế");
  CHECK(meanings("TCT xyz") == "[tct] tổng công ty; [tct] tổng cục thuế");
}

TEST_CASE("split names: M'nông and Mnông, where the archive writes both") {
  const auto counts = test::statistics_of({"Người M'nông, M'nông và Mnông. Xem clip. K'Ho cất kho."});
  const auto other = [&](const std::string& query) {
    const Words words = words_in(query);
    std::vector<query::Equivalent> found;
    find_split_names(words, counts, found);
    return listed(words, found);
  };
  CHECK(other("Mnông") == "[mnông] m nông");
  CHECK(other("M'nông") == "[m nông] mnông");
  CHECK(other("clip") == "");
  CHECK(other("K'ho") == "");
  CHECK(other("kho") == "");
}
