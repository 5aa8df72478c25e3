// Everyday words for those of a query find articles that hold none of it. The archive is invented.
#include <doctest/doctest.h>

#include <algorithm>

#include "searcher/search.h"
#include "tests/support/archive.h"

using namespace khobao;

namespace {

// In a smaller archive nothing but the query's words is looked for.
constexpr size_t kFillers = 520;

const test::Archive& many_articles() {
  static const test::Archive made = [] {
    std::vector<test::TestArticle> articles = {
        {.id = "typed", .date = "2020-01-01", .title = "", .body = "Nhà băng mở cửa sớm."},
        {.id = "other", .date = "2020-01-02", .title = "", .body = "Ngân hàng mở cửa sớm."},
    };
    for (size_t i = 0; i < kFillers; ++i) {
      articles.push_back({.id = "filler" + std::to_string(i),
                          .date = "2020-02-01",
                          .title = "",
                          .body = "Ruộng lúa chín vàng."});
    }
    return test::Archive(articles);
  }();
  return made;
}

searcher::SearchResponse found(const std::string& query, bool literal) {
  auto index = searcher::Index::open(many_articles().db());
  REQUIRE(index);
  searcher::SearchRequest request;
  request.query = query;
  request.literal = literal;
  request.want_total = true;
  auto response = searcher::search(*index, request);
  REQUIRE(response);
  return std::move(*response);
}

bool tells(const searcher::SearchResponse& response, const std::string& words) {
  return std::any_of(response.notes.begin(), response.notes.end(), [&](const auto& note) {
    return note.starts_with("also looked for: ") && note.find(words) != std::string::npos;
  });
}

}  // namespace

TEST_CASE("related words: an everyday word finds an article, makes no match and is told") {
  const searcher::SearchResponse response = found("nhà băng", false);
  CHECK(response.total == 1);
  REQUIRE(response.hits.size() == 2);
  CHECK(response.hits[0].article.id == "typed");
  CHECK(response.hits[0].full);
  CHECK(response.hits[1].article.id == "other");
  CHECK_FALSE(response.hits[1].full);
  CHECK(tells(response, "ngân hàng"));
}

TEST_CASE("related words: a literal search looks for none") {
  const searcher::SearchResponse response = found("nhà băng", true);
  REQUIRE(response.hits.size() == 1);
  CHECK(response.hits[0].article.id == "typed");
  CHECK_FALSE(tells(response, ""));
}

TEST_CASE("related words: filters hold for what they find") {
  auto index = searcher::Index::open(many_articles().db());
  REQUIRE(index);
  searcher::SearchRequest request;
  request.query = "nhà băng -sớm";
  auto response = searcher::search(*index, request);
  REQUIRE(response);
  CHECK(response->hits.empty());
}
