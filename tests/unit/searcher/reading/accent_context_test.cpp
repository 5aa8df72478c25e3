#include "searcher/reading/accent_context.h"

#include <doctest/doctest.h>

#include "tests/support/counts.h"
#include "tests/support/tokens.h"

using namespace khobao::match;
using namespace khobao::reading;
using namespace khobao;

namespace {

std::string stream_of(const std::string& text) {
  archive::TokenStreamWriter writer;
  writer.paragraph(test::tokenize(text), archive::Role::body);
  return writer.finish();
}

std::string text_of(const WordReadings& readings) {
  std::string out;
  for (const auto& word : readings) out += (out.empty() ? "" : " ") + word.front().term;
  return out;
}

ReadingCounts counts_of(const WordReadings& readings, const std::vector<std::string>& articles) {
  ReadingCounts counts(readings);
  StreamMatcher matcher(counts.terms());
  for (const std::string& article : articles) {
    REQUIRE(matcher.read(stream_of(article)));
    counts.add(matcher);
  }
  return counts;
}

}  // namespace

TEST_SUITE_BEGIN("accent_context");

TEST_CASE("readings are counted alone, behind one and behind two words") {
  const WordReadings readings{{{"trăm", 1}}, {{"cảnh", 1}, {"cánh", 0.2}}, {{"diều", 1}}};
  const ReadingCounts counts =
      counts_of(readings, {"Trăm cánh diều. Cánh diều bay.", "Cảnh đẹp, trăm cánh. Diều bay."});
  CHECK(counts.terms() == std::vector<std::string>{"trăm", "cảnh", "cánh", "diều"});
  CHECK(counts.alone(1, 0) == 1);
  CHECK(counts.alone(1, 1) == 3);
  CHECK(counts.behind(2, 1, 0) == 2);
  CHECK(counts.behind(1, 0, 1) == 2);
  CHECK(counts.behind_two(2, 0, 1, 0) == 1);
}

TEST_CASE("the articles that hold the words decide against the archive's commoner pair") {
  std::vector<std::string> texts;
  for (int i = 0; i < 60; ++i) texts.push_back("Hiện trường vụ án, hoàn cảnh điều tra còn khó.");
  for (int i = 0; i < 4; ++i) texts.push_back("Hàng trăm cánh diều bay trên bãi.");
  const archive::Statistics statistics = test::statistics_of(texts);
  const AccentRestoration restoration(statistics);
  const WordReadings before = restoration.read(restoration.forms({"canh", "dieu"}));
  REQUIRE(text_of(before) == "cảnh điều");
  std::vector<std::string> few(40, "Trăm cánh diều, rồi cánh diều.");
  CHECK(text_of(read_in_context(before, counts_of(before, few), restoration)) == "cánh diều");
  SUBCASE("without a sighting nothing changes") {
    CHECK(text_of(read_in_context(before, counts_of(before, {}), restoration)) == "cảnh điều");
  }
}

TEST_CASE("the two words in front decide") {
  const std::vector<std::string> texts(20, "Hội tư, hội tự, cửa tủ, cửa tự.");
  const archive::Statistics statistics = test::statistics_of(texts);
  const AccentRestoration restoration(statistics);
  const WordReadings readings{{{"mở", 1}}, {{"cửa", 1}}, {{"tự", 1}, {"tủ", 0.9}}};
  const std::vector<std::string> articles{"Mở cửa tủ. Mở cửa tủ. Khép cửa tự. Khép cửa tự.",
                                          "Mở cửa tủ. Khép cửa tự."};
  const WordReadings read = read_in_context(readings, counts_of(readings, articles), restoration);
  CHECK(text_of(read) == "mở cửa tủ");
  REQUIRE(read[2].size() == 2);
  CHECK(read[2][1].term == "tự");
  CHECK(read[2][1].weight < 1);
}

TEST_SUITE_END();
