#include "searcher/rank/relevance.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/support/archive.h"

using namespace khobao;

namespace {

// Invented: matches, and articles that hold one of the words.
const test::Archive& archive() {
  static const test::Archive made = [] {
    std::vector<test::TestArticle> articles = {
        {.id = "tit", .date = "2020-01-01", .title = "Giá lúa gạo", .body = "Lúa gạo lên giá."},
        {.id = "than", .date = "2020-01-02", .title = "Chợ", .body = "Chợ bán lúa gạo mới."},
    };
    for (int i = 0; i < 6; ++i) {
      articles.push_back({.id = "mot" + std::to_string(i),
                          .date = "2020-02-0" + std::to_string(i + 1),
                          .title = "Đồng",
                          .body = i % 2 == 0 ? "Lúa chín vàng." : "Gạo đầy bồ."});
    }
    articles.push_back({.id = "khac", .date = "2020-03-01", .title = "Cầu", .body = "Cầu tre."});
    return test::Archive(articles);
  }();
  return made;
}

searcher::SearchRequest literally(const std::string& query) {
  searcher::SearchRequest request;
  request.query = query;
  request.literal = true;
  return request;
}

struct Asked {
  searcher::Index index;
  searcher::SearchRequest request;
  searcher::PlannedQuery query;

  explicit Asked(const std::string& text)
      : index(std::move(*searcher::Index::open(archive().db()))),
        request(literally(text)),
        query(std::move(*searcher::plan_query(index, request))) {}

  std::vector<rank::Ranked> hits(size_t offset, size_t limit) {
    match::MatchSet matches(index, request, query);
    return rank::relevant_hits(index, query, matches, {.offset = offset, .limit = limit}).hits;
  }
  std::string id(Xapian::docid docid) { return index.article(docid)->id; }
};

}  // namespace

TEST_CASE("relevance: matches lead, partial hits follow, marked; others are none") {
  Asked asked("lúa gạo");
  const auto hits = asked.hits(0, 100);
  REQUIRE(hits.size() == 8);
  CHECK(asked.id(hits[0].docid) == "tit");
  CHECK(asked.id(hits[1].docid) == "than");
  for (size_t i = 0; i < hits.size(); ++i) {
    CHECK(hits[i].full == (i < 2));
    CHECK(asked.id(hits[i].docid) != "khac");
    if (i > 0) CHECK(hits[i - 1].score >= hits[i].score);
  }
}

TEST_CASE("relevance: pages follow one another without a seam") {
  Asked asked("lúa gạo");
  std::vector<Xapian::docid> all, paged;
  for (const rank::Ranked& hit : asked.hits(0, 100)) all.push_back(hit.docid);
  for (size_t offset = 0; offset < 9; offset += 3) {
    for (const rank::Ranked& hit : asked.hits(offset, 3)) paged.push_back(hit.docid);
  }
  CHECK(paged == all);
  CHECK(asked.hits(8, 3).empty());
}

TEST_CASE("relevance: all matches, without partial hits, the best first") {
  Asked asked("lúa gạo");
  match::MatchSet matches(asked.index, asked.request, asked.query);
  const auto docids = rank::relevant_matches(asked.index, asked.query, matches);
  REQUIRE(docids.size() == 2);
  CHECK(asked.id(docids[0]) == "tit");
  CHECK(asked.id(docids[1]) == "than");
}

TEST_CASE("relevance: hits that are too much work to read are kept, counted and partial") {
  std::vector<test::TestArticle> articles;
  for (size_t i = 0; i < rank::kRerankDepth + 400; ++i)
    articles.push_back(
        {.id = "a" + std::to_string(i), .date = "", .title = "Đồng", .body = "Chợ bán lúa gạo mới."});
  const test::Archive many(articles);
  searcher::Index index = std::move(*searcher::Index::open(many.db()));
  const searcher::SearchRequest request = literally("lúa gạo");
  const searcher::PlannedQuery query = std::move(*searcher::plan_query(index, request));
  const auto ranked = [&](uint64_t work, bool full_only) {
    match::MatchSet matches(index, request, query);
    if (full_only) (void)matches.total();  // what matches is told before
    matches.limit().left = work;
    return rank::relevant_hits(index, query, matches,
                               {.limit = articles.size(), .full_only = full_only});
  };
  const auto partial = [](const rank::RelevantHits& found) {
    return static_cast<size_t>(std::count_if(found.hits.begin(), found.hits.end(),
                                             [](const rank::Ranked& hit) { return !hit.full; }));
  };

  const rank::RelevantHits all = ranked(UINT64_MAX, false);
  CHECK(all.hits.size() == articles.size());
  CHECK(all.unread == 0);
  CHECK(partial(all) == 0);

  const rank::RelevantHits cut = ranked(0, false);
  CHECK(cut.hits.size() == articles.size());
  CHECK(cut.unread > 0);
  CHECK(partial(cut) == cut.unread);

  const rank::RelevantHits drawn_from_matches = ranked(0, true);
  CHECK(drawn_from_matches.hits.size() == articles.size());
  CHECK(partial(drawn_from_matches) == 0);
}
