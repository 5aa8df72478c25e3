// What ranking makes of words that stand whole, apart or beside the query's. Texts are invented.
#include <doctest/doctest.h>

#include <algorithm>

#include "common/archive/streams/token_stream.h"
#include "searcher/match/stream_matcher.h"
#include "searcher/query/parser.h"
#include "searcher/rank/related_terms.h"
#include "searcher/rank/word_units.h"
#include "searcher/reading/equivalents/everyday_words.h"
#include "tests/support/counts.h"
#include "tests/support/tokens.h"

using namespace khobao;

namespace {

std::string stream_of(const std::string& title, const std::string& body) {
  archive::TokenStreamWriter writer;
  writer.title(test::tokenize(title));
  writer.paragraph(test::tokenize(body), archive::Role::body);
  return writer.finish();
}

query::PlanNode word(const std::vector<std::vector<std::string>>& forms) {
  query::PlanNode node;
  node.type = query::PlanNode::Type::word;
  for (const auto& terms : forms) node.forms.push_back({terms, 1});
  return node;
}

// What the articles hold of the word, in the order of the bodies.
std::vector<double> held(const query::PlanNode& asked, const std::vector<std::string>& bodies) {
  query::PlanNode root;
  root.children.push_back(asked);
  const archive::Statistics statistics = test::statistics_of(bodies);
  match::StreamMatcher matcher(match::terms_of(root));
  rank::WordUnits units(root, matcher, statistics);
  for (const std::string& body : bodies) {
    REQUIRE(matcher.read(stream_of("", body)));
    units.read();
  }
  return units.finish(std::vector<double>(bodies.size(), 1));
}

}  // namespace

TEST_CASE("word units: whole before one word inside before stray syllables") {
  const auto sums =
      held(word({{"hiệp", "hội"}}), {"hiệp hội họp", "hiệp đồng hội họp",
                                     "hội làng bàn với hiệp sĩ", "hiệp. Hội", "không có gì"});
  CHECK(sums[0] > sums[1]);
  CHECK(sums[1] > sums[2]);
  CHECK(sums[2] > 0);
  CHECK(sums[3] == sums[2]);  // the end of a sentence is no word inside
  CHECK(sums[4] == 0);
}

TEST_CASE("word units: an equivalent earns what the typed form does") {
  const auto sums = held(word({{"đại", "học"}, {"đh"}}), {"trường đại học mới", "trường đh mới"});
  CHECK(sums[0] == sums[1]);
}

TEST_CASE("word units: the title's share and the lede's") {
  query::PlanNode root;
  root.children.push_back(word({{"cầu"}}));
  root.children.push_back(word({{"lúa"}}));
  const archive::Statistics statistics = test::statistics_of({"cầu", "lúa"});
  match::StreamMatcher matcher(match::terms_of(root));
  rank::WordUnits units(root, matcher, statistics);
  REQUIRE(matcher.read(stream_of("Cầu mới", "Có lúa.")));
  const auto shares = units.read();
  CHECK(shares.title == doctest::Approx(5));
  CHECK(shares.lede == doctest::Approx(10));
}

TEST_CASE("related terms: pairs side by side and single words are counted") {
  rank::RelatedTermCounter counter({{"ngân", "hàng"}, {"heo", ""}, {"xyzzy", ""}});
  REQUIRE(counter.read(stream_of("Ngân hàng", "Hàng ngân. Ngân hàng nuôi heo, xyzzy xyzzy.")));
  CHECK(counter.counts() == std::vector<uint32_t>{2, 1, 2});
  CHECK_FALSE(counter.read("\xff"));
}

TEST_CASE("related terms: a pair with words or a sentence's end between is none") {
  rank::RelatedTermCounter counter({{"ngân", "hàng"}, {"hàng", "ngân"}});
  REQUIRE(counter.read(stream_of("", "Ngân sách nhà hàng. Ngân. Hàng xyzzy ngân hàng ngân.")));
  CHECK(counter.counts() == std::vector<uint32_t>{1, 1});
  REQUIRE(counter.read(stream_of("", "Ngân nhà hàng ngân")));
  CHECK(counter.counts() == std::vector<uint32_t>{0, 1});
}

TEST_CASE("everyday words: other words for the query's, the longest entry first") {
  using Phrases = std::vector<std::vector<std::string>>;
  const auto holds = [](const Phrases& found, const std::vector<std::string>& phrase) {
    return std::find(found.begin(), found.end(), phrase) != found.end();
  };
  const Phrases found = reading::everyday_words({{"nhà", "băng", "mới"}});
  CHECK(holds(found, {"ngân", "hàng"}));
  CHECK_FALSE(holds(found, {"nhà", "băng"}));
  CHECK(reading::everyday_words({{"nhà"}, {"băng"}}) == reading::everyday_words({{"nhà"}}));
  CHECK(reading::everyday_words({{"xyzzy"}}).empty());
}
