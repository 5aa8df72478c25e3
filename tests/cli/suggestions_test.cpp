// Mistyped queries: what is searched instead, what is offered, and how both are said.
#include <doctest/doctest.h>

#include <algorithm>

#include "tests/support/archive.h"

using namespace khobao::test;

namespace {

// Enough of an invented archive that its common words are common.
const Archive& archive() {
  static const Archive kArchive = [] {
    std::vector<TestArticle> articles;
    for (int i = 1; i <= 12; ++i) {
      articles.push_back(
          {.id = "hop-" + std::to_string(i),
           .date = "2021-03-" + std::to_string(10 + i),
           .title = "Quốc hội bàn về bảo hiểm xã hội, ngày thứ " + std::to_string(i),
           .body = "Quốc hội khóa này bàn về bảo hiểm xã hội. Bệnh viện tỉnh báo cáo."});
    }
    articles.push_back({.id = "bao",
                        .date = "2021-09-01",
                        .title = "Cơn bão số ba",
                        .body = "Cơn bão số ba gây mưa. Bênhh viện không bị ngập."});
    return Archive(articles);
  }();
  return kArchive;
}

std::string offered(const Answer& answer) {
  std::string out;
  for (const auto& [query, searched] : answer.suggestions)
    out += (out.empty() ? "" : "; ") + query + (searched ? " (searched)" : "");
  return out;
}

}  // namespace

TEST_CASE("suggestions: a word that no article has is searched as the one meant") {
  const Answer answer = archive().answer({"quốcc hội"});
  CHECK(answer.total == 12);
  CHECK(offered(answer) == "quốc hội (searched)");
  REQUIRE(answer.notes.size() == 1);
  CHECK(answer.notes.front() == "'quốcc' occurs nowhere; searched as 'quốc'");
  CHECK(answer.query == "quốcc hội");
}

TEST_CASE("suggestions: a space left out") {
  const Answer answer = archive().answer({"bệnhviện tỉnh"});
  CHECK(answer.total == 12);
  CHECK(offered(answer) == "bệnh viện tỉnh (searched)");
}

TEST_CASE("suggestions: spaces left out, without accents, which are restored behind") {
  const Answer answer = archive().answer({"quochoi"});
  CHECK(answer.total == 12);
  CHECK(offered(answer) == "quoc hoi (searched)");
  REQUIRE(answer.notes.size() == 2);
  CHECK(answer.notes[1] == "'quoc hoi' read as 'quốc hội'");
}

TEST_CASE("suggestions: bão is not bảo, which is only offered") {
  const Answer answer = archive().answer({"bão hiểm xã hội"});
  CHECK(offered(answer) == "bảo hiểm xã hội");
  CHECK(answer.notes.empty());
  CHECK(ids_of(archive().answer({"bão"}).hits, true) == std::vector<std::string>{"bao"});
}

TEST_CASE("suggestions: a slip that an article has is searched as typed") {
  const Answer answer = archive().answer({"bênhh"});
  CHECK(ids_of(answer.hits, true) == std::vector<std::string>{"bao"});
  CHECK(answer.notes.empty());
}

TEST_CASE("suggestions: --literal searches what was typed and offers nothing") {
  const CliResult result = archive().search({"--literal", "--format", "json", "quốcc"});
  CHECK(result.code == 1);
  const Answer answer = parse_answer(result.out);
  CHECK(answer.total == 0);
  CHECK(offered(answer) == "");
}

TEST_CASE("suggestions: in text, one line above the hits") {
  const CliResult result = archive().search({"--limit", "1", "bão hiểm xã hội"});
  CHECK(result.out.starts_with("Did you mean: bảo hiểm xã hội\n"));
  CHECK(result.err == "");
}

TEST_CASE("suggestions: what bao may be, with counts, in text and JSON") {
  const std::string list = "'bao' may be bảo (24), báo (12), bão (2)";
  const CliResult result = archive().search({"bao"});
  CHECK(result.out.find(list) != std::string::npos);
  const Answer answer = archive().answer({"bao"});
  CHECK(std::find(answer.notes.begin(), answer.notes.end(), list) != answer.notes.end());
}

TEST_CASE("suggestions: nothing typed reaches the terminal as a control sequence") {
  const CliResult result = archive().search({"quốcc\x1b[31mhội"});
  CHECK(result.out.find('\x1b') == std::string::npos);
}
