#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>

#include "common/text/letters/utf8.h"
#include "searcher/show/render/result_page.h"

using namespace khobao;
using namespace khobao::searcher;
using namespace khobao::show;

namespace {

Hit hit(const std::string& title, bool full) {
  Hit h;
  h.full = full;
  h.article.id = "bao/1.txt";
  h.article.display_title = title;
  h.article.published = "2020-07-02T08:43:10+07:00";
  h.article.outlet = "Báo Sông Kôn";
  h.snippet.text =
      "Sáng nay, lãnh đạo tỉnh đã cắt băng khánh thành cây cầu dài nhất vùng, nối hai bờ con sông "
      "mà người dân phải đi đò qua suốt bốn mươi năm, và cảm ơn những người thợ đã làm việc cả "
      "đêm.";
  return h;
}

std::vector<std::string> printed(const SearchResponse& response, const PageOptions& options) {
  std::ostringstream out;
  render_page(response, options, out);
  std::vector<std::string> lines;
  std::istringstream in(out.str());
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

SearchResponse five_hits() {
  SearchResponse response;
  response.query = response.interpreted = "khánh thành cầu";
  response.total = 4;
  for (int i = 0; i < 4; ++i)
    response.hits.push_back(hit("Khánh thành cầu Bến Lội sau hai năm", true));
  response.hits.push_back(hit("Cầu khác", false));
  return response;
}

}  // namespace

TEST_CASE("page: five hits, the summary and the commands fit in 24 rows of 80 columns") {
  const auto lines = printed(five_hits(), {.columns = 80,
                                           .next_page = "searcher khánh thành cầu --offset 5",
                                           .open_first = "searcher --show '#1'"});
  CHECK(lines.size() <= 23);  // one is left for the prompt
  for (const std::string& line : lines) CHECK(text::display_columns(line) <= 80);
  CHECK(std::count(lines.begin(), lines.end(), "") == 0);
  CHECK(lines[0].starts_with("4 articles match · "));
  CHECK(lines[1] == " 1  Khánh thành cầu Bến Lội sau hai năm");
  CHECK(lines[2] == "    2020-07-02 08:43 · Báo Sông Kôn");
}

TEST_CASE("page: where five hits do not fit, the last ones have a line of snippet less") {
  SearchResponse response = five_hits();
  response.undated_hidden = 31;
  response.interpreted = "khánh thành · (cầu / cây cầu)";
  const std::string next =
      "searcher 'khánh thành cầu' --source 'Báo Sông Kôn' --from 2020 --to 2022 --limit 5 --offset "
      "5";
  const PageOptions options{
      .columns = 80, .rows = 24, .next_page = next, .open_first = "searcher --show '#1'"};
  const auto lines = printed(response, options);
  CHECK(lines.size() == 23);
  CHECK(lines[6].starts_with("    "));  // the fourth row of the first hit
  CHECK(lines.back() == "open: searcher --show '#1'");
  PageOptions no_window = options;
  no_window.rows = 0;
  CHECK(printed(response, no_window).size() == 27);
  PageOptions small = options;
  small.rows = 12;  // nothing makes it fit: a pager shows it whole
  CHECK(printed(response, small).size() == 27);
}

TEST_CASE("page: a rule stands before the hits that hold some of the words only") {
  const auto lines = printed(five_hits(), {.columns = 60});
  const auto rule = std::find_if(lines.begin(), lines.end(),
                                 [](const std::string& l) { return l.starts_with("── some"); });
  REQUIRE(rule != lines.end());
  CHECK(*(rule + 1) == " 5  Cầu khác");
}

TEST_CASE("page: lines fit any window, and how the query was read is told only where it differs") {
  SearchResponse response = five_hits();
  for (const size_t columns : {20, 40, 120, 200}) {
    for (const std::string& line : printed(response, {.columns = columns}))
      CHECK(text::display_columns(line) <= columns);
  }
  CHECK(printed(response, {})[1].find("read as") == std::string::npos);
  response.interpreted = "khánh thành · cầu";  // which syllables are a word is no difference
  CHECK(printed(response, {})[1].find("read as") == std::string::npos);
  response.interpreted = "khánh thành · (cầu / cây cầu)";
  CHECK(printed(response, {})[1] == "read as: khánh thành · (cầu / cây cầu)");
}

TEST_CASE("page: the reading is one line, whole with --explain") {
  SearchResponse response = five_hits();
  response.query = "khanh thanh cau";
  response.notes = {"'khanh thanh cau' read as 'khánh thành cầu'",
                    "also looked for: cắt băng, thông xe, hợp long, nhịp cầu, hai bờ, cầu cạn"};
  const auto lines = printed(response, {.columns = 80});
  CHECK(lines[1] ==
        "read as: khánh thành cầu; also looked for: cắt băng, thông xe,… (all: --explain)");
  CHECK(lines[2].starts_with(" 1  "));
  response.explanation = {"tokens      khánh · thành · cầu"};
  const auto explained = printed(response, {.columns = 80});
  CHECK(explained[1] == "read as: khánh thành cầu");
  CHECK(explained[2] == "'khanh thanh cau' read as 'khánh thành cầu'");
  CHECK(explained[3].starts_with("also looked for: cắt băng, thông xe, hợp long"));
}

TEST_CASE("page: the summary tells how many matches are dated, and what is left out") {
  SearchResponse response = five_hits();
  CHECK(printed(response, {})[0].starts_with("4 articles match · "));
  response.undated = 1;
  CHECK(printed(response, {})[0].starts_with("4 articles match (3 dated, 1 undated) · "));
  response.undated = 4;
  CHECK(printed(response, {})[0].starts_with("4 articles match, all undated · "));
  response.undated = 0;
  response.undated_hidden = 31;
  CHECK(printed(response, {})[1] == "31 undated articles also match: --undated");
  response.unread = 7;
  CHECK(printed(response, {})[0].starts_with("at least 4 articles match · "));
}

TEST_CASE("page: all that it says stands there in Vietnamese, too") {
  SearchResponse response = five_hits();
  response.undated = 1;
  response.undated_hidden = 31;
  response.interpreted = "khánh thành · (cầu / cây cầu)";
  const auto lines = printed(response, {.columns = 80,
                                        .language = Language::vietnamese,
                                        .next_page = "searcher cầu --offset 5",
                                        .open_first = "searcher --show '#1'"});
  CHECK(lines[0].starts_with("4 bài khớp (3 bài có ngày, 1 bài không rõ ngày) · "));
  CHECK(lines[1] == "31 bài không rõ ngày cũng khớp: --undated");
  CHECK(lines[2] == "hiểu là: khánh thành · (cầu / cây cầu)");
  CHECK(lines[4] == "    02/07/2020 08:43 · Báo Sông Kôn");
  CHECK(lines[lines.size() - 6].starts_with("── chỉ có một số từ ──"));
  CHECK(lines.back() == "trang sau: searcher cầu --offset 5 · mở bài: searcher --show '#1'");
}

TEST_CASE("page: commands that do not fit on one line stand on lines of their own") {
  const std::string next = "searcher 'khánh thành cầu' --source 'Báo Sông Kôn' --offset 5";
  const auto lines = printed(
      five_hits(), {.columns = 80, .next_page = next, .open_first = "searcher --show '#1'"});
  CHECK(*(lines.end() - 2) == "next: " + next);
  CHECK(lines.back() == "open: searcher --show '#1'");
}

TEST_CASE("page: of an article like another, too, four rows at most") {
  SearchResponse response = five_hits();
  response.hits.resize(1);
  response.hits[0].likeness = HitLikeness{.names = {"Báo Sông Kôn"}, .words = {"cầu", "đò"}};
  const auto lines = printed(response, {.columns = 80});
  REQUIRE(lines.size() == 5);
  CHECK(lines[3] == "    in common: Báo Sông Kôn; cầu, đò");
}

TEST_CASE("page: titles are links where the terminal can and the address is clean") {
  SearchResponse response = five_hits();
  response.hits[0].article.url = "https://bao.example/cau";
  response.hits[1].article.url = "https://bao.example/\033]0;x\a";
  response.hits[2].article.path = "/kho/báo cũ/a#1.txt";
  response.hits[3].article.path = "/kho/tin.jsonl:7";
  response.hits[4].article.url = "javascript:alert(1)";
  std::string all;
  for (const std::string& line : printed(response, {.links = true})) all += line + '\n';
  CHECK(all.find("\033]8;;https://bao.example/cau\033\\") != std::string::npos);
  CHECK(all.find("\033]8;;https://bao.example/%1B]0;x%07\033\\") != std::string::npos);
  CHECK(all.find("\033]0;") == std::string::npos);
  CHECK(all.find("javascript") == std::string::npos);
  CHECK(all.find("\033]8;;file:///kho/b%C3%A1o%20c%C5%A9/a%231.txt\033\\") != std::string::npos);
  CHECK(all.find("tin.jsonl") == std::string::npos);
}
