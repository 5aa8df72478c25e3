// Each feature of one article, against values worked out by hand.
#include "searcher/rank/features.h"

#include <doctest/doctest.h>

#include <cmath>

#include "common/text/tokenizer.h"
#include "tests/support/counts.h"

using namespace khobao;
using rank::FeatureValues;

namespace {

std::string stream_of(const std::string& title, const std::vector<std::string>& paragraphs) {
  archive::TokenStreamWriter writer;
  text::Tokenizer tokenizer;
  std::vector<text::Token> tokens;
  tokenizer.tokenize(title, tokens);
  writer.title(tokens);
  for (const std::string& paragraph : paragraphs) {
    tokens.clear();
    tokenizer.tokenize(paragraph, tokens);
    writer.paragraph(tokens, archive::Role::body);
  }
  return writer.finish();
}

// A query of these words side by side, each as typed.
query::Plan plan_of(const std::vector<std::string>& words) {
  query::Plan plan;
  plan.terms = words;
  for (size_t i = 0; i < words.size(); ++i) plan.roles.push_back({.word = i, .weight = 1});
  plan.runs = {words};
  return plan;
}

// The features of each article for the query lúa gạo, with idf 1 and 2.
std::vector<FeatureValues> features_of(const std::vector<std::string>& streams) {
  static const archive::Statistics statistics = test::statistics_of({"lúa gạo"});
  const query::Plan plan = plan_of({"lúa", "gạo"});
  match::StreamMatcher matcher(plan.terms);
  rank::FeatureReader reader(plan, matcher, statistics, {1, 2});
  std::vector<FeatureValues> values;
  for (const std::string& stream : streams) {
    REQUIRE(matcher.read(stream));
    values.push_back(reader.read(false));
  }
  reader.finish(values);
  return values;
}

FeatureValues features_of_text(const std::string& text) {
  return features_of(std::vector{stream_of("", {text})}).front();
}

doctest::Approx about(double value) { return doctest::Approx(value).epsilon(0.0001); }

}  // namespace

TEST_CASE("features: both words side by side at the beginning") {
  const FeatureValues f = features_of_text("lúa gạo");
  CHECK(f[rank::kMatch] == 0);
  CHECK(f[rank::kSentence] == about(10));
  CHECK(f[rank::kVerbatim] == about(1));
  CHECK(f[rank::kLede] == about(10));
  CHECK(f[rank::kOpening] == about(1 + 2));
  // At places 0 and 1; a word 40 places on counts half.
  CHECK(f[rank::kEarly] == about(1 + 2 / (1 + 1 / 40.0)));
  CHECK(f[rank::kBrevity] == about(std::log(20000 / 200.0)));
  // Alone among the candidates, a word's rarity is ln(2/1.5) = 0.28768, and a quarter of its idf.
  // Once in an article of the mean length, it counts once.
  CHECK(f[rank::kWords] == about(0.28768 + 0.25 * 1 + 0.28768 + 0.25 * 2));
  CHECK(f[rank::kNear] == about(0.28768 + 0.25 * 1));
  // The pair stands twice in one article, so its idf is ln(1 + 1/3) = 0.28768. At place 1, a
  // hundred places being half, it counts 2 * 0.99010, saturated 1.98020 * 2.2 / 3.18020.
  CHECK(f[rank::kPairs] == about(0.28768 * 1.25 * 1.36987));
  CHECK(f[rank::kPairsHeld] == about(10));
}

TEST_CASE("features: the words apart are no pair, and near only within eight words") {
  const FeatureValues near = features_of_text("gạo có thêm lúa");
  CHECK(near[rank::kPairs] == 0);
  CHECK(near[rank::kPairsHeld] == 0);
  CHECK(near[rank::kNear] > 0);
  CHECK(near[rank::kVerbatim] == about(0.125));  // one of two words in a row, cubed
  const FeatureValues far = features_of_text("lúa một hai ba bốn năm sáu bảy tám gạo");
  CHECK(far[rank::kNear] == 0);
  CHECK(features_of_text("lúa một hai ba bốn năm sáu bảy gạo")[rank::kNear] > 0);
}

TEST_CASE("features: the best sentence holds its words by idf") {
  CHECK(features_of_text("Lúa non. Gạo mới.")[rank::kSentence] == about(10 * 2 / 3.0));
  CHECK(features_of_text("Chỉ có lúa.")[rank::kSentence] == about(10 * 1 / 3.0));
  CHECK(features_of_text("Chỉ có ngô.")[rank::kSentence] == 0);
}

TEST_CASE("features: rarity is that among the candidates") {
  const auto f = features_of(
      {stream_of("", {"lúa ngô"}), stream_of("", {"lúa khoai"}), stream_of("", {"gạo sắn"})});
  // lúa in two of three: ln(4/2.5) = 0.47000; gạo in one: ln(4/1.5) = 0.98083.
  CHECK(f[0][rank::kWords] == about(0.47000 + 0.25));
  // Another word's way to be rarer than typed counts no more; each word stands for itself here.
  CHECK(f[2][rank::kWords] == about(0.98083 + 0.5));
  CHECK(f[0][rank::kLede] == about(10 * (0.47000 + 0.25) / (0.47000 + 0.25 + 0.98083 + 0.5)));
}

TEST_CASE("features: places count from the beginning of the body, the title being in front") {
  const auto titled = features_of({stream_of("Lúa gạo", {"Đồng quê yên ả."})}).front();
  CHECK(titled[rank::kEarly] == about(1 + 2));
  CHECK(titled[rank::kVerbatim] == about(1));
}

TEST_CASE("features: rows and ids are the same order, so that weights meet their values") {
  for (size_t i = 0; i < rank::kFeatures.size(); ++i) CHECK(rank::kFeatures[i].id == i);
  CHECK(std::string(rank::kFeatures[rank::kVerbatim].name) == "verbatim");
  CHECK(std::string(rank::kFeatures[rank::kPairsHeld].name) == "pairs_held");
}

TEST_CASE("features: an equivalent earns four fifths of what the typed form would, side by side and near") {
  const auto values_of = [](const std::string& text) {
    static const archive::Statistics statistics = test::statistics_of({"thi đại học huế"});
    query::Plan plan = plan_of({"thi", "đh", "huế"});
    for (const std::string& term : plan.terms) {
      query::PlanNode word;
      word.type = query::PlanNode::Type::word;
      word.forms.push_back({{term}, 1});
      if (term == "đh") word.forms.push_back({{"đại", "học"}, 0.9});
      plan.root.children.push_back(word);
    }
    match::StreamMatcher matcher({"thi", "đh", "huế", "đại", "học"});
    rank::FeatureReader reader(plan, matcher, statistics, {1, 2, 3});
    std::vector<FeatureValues> values;
    const std::string stream = stream_of("", {text});
    REQUIRE(matcher.read(stream));
    values.push_back(reader.read(false));
    reader.finish(values);
    return values.front();
  };
  const FeatureValues typed = values_of("Thi đh Huế mới."), other = values_of("Thi đại học Huế.");
  for (const rank::FeatureId id :
       {rank::kPairs, rank::kPairsHeld, rank::kSentence, rank::kLede, rank::kOpening, rank::kNear}) {
    CHECK(other[id] >= 0.79 * typed[id]);
    CHECK(other[id] <= typed[id]);
  }
  CHECK(typed[rank::kVerbatim] == 1);
  CHECK(other[rank::kVerbatim] < 1);
}
