// A query that is a name matches the articles that name it or print it: equal to a naive scan, for
// random archives, in counts, lists, facets, pages and both orders, after updates as after a build.
#include <doctest/doctest.h>

#include <algorithm>

#include "common/text/letters/fold.h"
#include "indexer/read/reader.h"
#include "indexer/recognise/corrector.h"
#include "tests/support/naive.h"

using namespace khobao;
using namespace khobao::test;

namespace {

// Invented.
const std::vector<std::string> kSentences = {
    "Ông Trần Văn Kha, Chủ tịch hội, nói về lũ.",
    "Bà Lê Thị Na ở tỉnh Phú Thọ kể chuyện gạo.",
    "Ông Kha ra về.",
    "Chuyện văn chương nhà họ Trần, có bác Kha nghe.",
    "tờ giấy ghi trần văn kha mượn lúa.",
    "Đất phú quý, rừng thọ, lũ lớn.",
    "Lũ về tỉnh Phú Thọ và huyện Hoài Ân.",
    "Gạo lên giá, lúa được mùa.",
    "Trần Văn Kha. Lê Thị Na đến sau.",
    "Giấy cũ đề phú thọ bằng chữ nhỏ.",
};

std::vector<TestArticle> naming_articles(std::mt19937& random, size_t count) {
  std::vector<TestArticle> articles;
  for (size_t i = 0; i < count; ++i) {
    TestArticle article{.id = "a" + std::to_string(i),
                        .date = "202" + std::to_string(random() % 3) + "-0" +
                                std::to_string(1 + random() % 9) + "-11",
                        .title = "Tin " + std::to_string(i),
                        .body = {}};
    for (size_t n = 1 + random() % 4; n > 0; --n)
      article.body += kSentences[random() % kSentences.size()] + "\n";
    articles.push_back(std::move(article));
  }
  return articles;
}

struct Scanned {
  std::string id;
  NaiveArticle tokens;
  std::vector<std::string> names;  // of people and places, as facets call them
};

std::vector<Scanned> scan(const std::vector<TestArticle>& articles) {
  const recognise::Corrections none;
  const names::Gazetteer gazetteer;
  recognise::Corrector corrector(none, gazetteer);
  std::vector<Scanned> out;
  for (const TestArticle& made : articles) {
    auto article = read::read_json_record(json_lines({made}), {});
    REQUIRE(article);
    corrector.finish(*article);
    Scanned scanned{.id = made.id, .tokens = NaiveArticle(*article), .names = {}};
    for (const auto& person : article->people) scanned.names.push_back(person.name);
    for (const auto& place : article->places) scanned.names.push_back(place.name);
    out.push_back(std::move(scanned));
  }
  return out;
}

/// A name, as typed and as facets may call it.
struct Name {
  std::string typed;
  std::vector<std::string> called;
};

const std::vector<Name> kNames = {{"trần văn kha", {"Trần Văn Kha"}},
                                  {"lê thị na", {"Lê Thị Na"}},
                                  {"phú thọ", {"Phú Thọ", "tỉnh Phú Thọ"}},
                                  {"hoài ân", {"Hoài Ân", "huyện Hoài Ân"}}};

bool holds(const Scanned& article, const Name& name) {
  const auto called = [&](const std::string& one) {
    return std::find(name.called.begin(), name.called.end(), one) != name.called.end();
  };
  NaiveQuery printed{.type = NaiveQuery::Type::phrase, .text = name.typed, .children = {}};
  return article.tokens.matches(printed) ||
         std::any_of(article.names.begin(), article.names.end(), called);
}

bool holds_word(const Scanned& article, const std::string& word) {
  return article.tokens.matches({.type = NaiveQuery::Type::word, .text = word, .children = {}});
}

std::vector<std::string> sorted(std::vector<std::string> ids) {
  std::sort(ids.begin(), ids.end());
  return ids;
}

// That every way to ask tells the articles that `wanted` holds for.
template <class Wanted>
void check(const Archive& archive, const std::vector<Scanned>& articles, const std::string& query,
           Wanted wanted) {
  CAPTURE(query);
  std::vector<std::string> want;
  for (const Scanned& article : articles) {
    if (wanted(article)) want.push_back(article.id);
  }
  want = sorted(want);
  const Answer newest = archive.answer(
      {"--sort", "newest", "--limit", "1000", "--facets", "date,person", "--", query});
  CHECK(newest.total == want.size());
  CHECK(listed(sorted(ids_of(newest.hits))) == listed(want));
  uint64_t dated = 0;
  for (const auto& day : newest.facets.at("date")) dated += day.second;
  CHECK(dated == want.size());
  const Answer relevance = archive.answer({"--all-copies", "--limit", "1000", "--", query});
  CHECK(relevance.total == want.size());
  CHECK(listed(sorted(ids_of(relevance.hits, true))) == listed(want));
  CHECK(archive.search({"--count", "--", query}).out == std::to_string(want.size()) + "\n");
  for (const auto& person : newest.facets.at("person")) {
    if (person.first != kNames.front().called.front()) continue;
    CAPTURE(person.first);
    CHECK(archive.search({"--count", "--person", person.first, "--", query}).out ==
          std::to_string(person.second) + "\n");
  }
}

void check_all(const Archive& archive, const std::vector<Scanned>& articles) {
  for (const Name& name : kNames) {
    const bool known = std::any_of(articles.begin(), articles.end(), [&](const Scanned& article) {
      return std::any_of(article.names.begin(), article.names.end(), [&](const std::string& one) {
        return std::find(name.called.begin(), name.called.end(), one) != name.called.end();
      });
    });
    if (!known) continue;
    check(archive, articles, name.typed, [&](const Scanned& a) { return holds(a, name); });
    check(archive, articles, text::fold(name.typed),
          [&](const Scanned& a) { return holds(a, name); });
    check(archive, articles, "gạo AND " + name.typed,
          [&](const Scanned& a) { return holds_word(a, "gạo") && holds(a, name); });
    check(archive, articles, "lũ OR " + name.typed,
          [&](const Scanned& a) { return holds_word(a, "lũ") || holds(a, name); });
    check(archive, articles, "lũ NOT (" + name.typed + ")",
          [&](const Scanned& a) { return holds_word(a, "lũ") && !holds(a, name); });
  }
}

}  // namespace

TEST_CASE("names in queries: whatever is asked equals a naive scan") {
  for (unsigned seed = 51; seed < 53; ++seed) {
    MESSAGE("seed " << seed);
    std::mt19937 random(seed);
    const std::vector<TestArticle> articles = naming_articles(random, 30 + random() % 30);
    const Archive archive(articles, {"--threads", "2"});
    check_all(archive, scan(articles));
  }
}

TEST_CASE("names in queries: after updates and deletions, as after a build") {
  std::mt19937 random(77);
  std::vector<TestArticle> articles = naming_articles(random, 40);
  const Archive archive(articles);
  articles.resize(24);
  for (size_t i = 0; i < 6; ++i) articles[i].body = kSentences[random() % kSentences.size()];
  archive.write("articles.jsonl", json_lines(articles));
  REQUIRE(archive.update({"--allow-deletions", "articles.jsonl"}).code == 0);
  check_all(archive, scan(articles));
}
