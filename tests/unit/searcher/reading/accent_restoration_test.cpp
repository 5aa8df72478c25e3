#include "searcher/reading/accent_restoration.h"

#include <doctest/doctest.h>

#include <sstream>

#include "searcher/reading/archive_interpreter.h"
#include "tests/support/counts.h"

using namespace khobao::reading;
using namespace khobao;

namespace {

std::vector<std::string> split(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> words;
  for (std::string word; in >> word;) words.push_back(word);
  return words;
}

std::string likeliest(const archive::Statistics& statistics, const std::string& typed) {
  ArchiveInterpreter interpreter(statistics);
  std::string out;
  for (const auto& readings : interpreter.read(split(typed)))
    out += (out.empty() ? "" : " ") + readings.front().term;
  return out;
}

}  // namespace

TEST_SUITE_BEGIN("accent_restoration");

TEST_CASE("accents come back by the words and pairs of the archive") {
  std::vector<std::string> texts;
  for (int i = 0; i < 40; ++i) {
    texts.push_back("Hội nghị trung ương bàn về tin dự báo bão ở cảng cá.");
    texts.push_back("Ban tin địa phương cho hay: cá về bến, tàu cho thuê còn ít.");
  }
  const archive::Statistics statistics = test::statistics_of(texts);
  struct Case {
    const char *name, *typed, *want;
  };
  for (const Case& c : std::vector<Case>{
           {"without any accent", "hoi nghi trung uong", "hội nghị trung ương"},
           {"the neighbour decides", "du bao bao", "dự báo bão"},
           {"beside accents", "hội nghị trung uong", "hội nghị trung ương"},
           {"what carries an accent stays as typed", "hồi nghi trung ương", "hồi nghị trung ương"},
           {"plain words that fit stay, though others fit better", "ban tin địa phương",
            "ban tin địa phương"},
           {"words that the archive does not know", "zzyzx trung uong", "zzyzx trung ương"},
           {"one word alone that is typed with its accent", "bão", "bão"},
       }) {
    CAPTURE(c.name);
    CHECK(likeliest(statistics, c.typed) == c.want);
  }
}

TEST_CASE("what is replaced beside accents stays a reading") {
  const archive::Statistics statistics =
      test::statistics_of(std::vector<std::string>(200, "hội nghị trung ương"));
  const AccentRestoration restoration(statistics);
  const auto readings =
      restoration.read_beside_accents(restoration.forms(split("hội nghị trung uong")));
  REQUIRE(readings.size() == 4);
  REQUIRE(readings[3].size() == 2);
  CHECK(readings[3][0].term == "ương");
  CHECK(readings[3][1].term == "uong");
  CHECK(readings[3][1].weight < 1);
}

TEST_CASE("Telex writes abbreviations and names that the archive knows, too") {
  std::vector<std::string> texts;
  for (int i = 0; i < 10; ++i) texts.push_back("ĐH Đắk Lắk mua ôtô, sách và add book của trường.");
  const archive::Statistics statistics = test::statistics_of(texts);
  CHECK(likeliest(statistics, "ddh ddawks lawks mua ootoo") == "đh đắk lắk mua ôtô");
  CHECK(likeliest(statistics, "ddh add book") == "đh add book");
}

TEST_SUITE_END();
