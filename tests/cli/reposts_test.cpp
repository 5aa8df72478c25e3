// Reposts folded and opened, who was first, what a copy changed, where a sentence comes from.
#include <doctest/doctest.h>

#include <algorithm>
#include <stdexcept>

#include "tests/support/repost_articles.h"

using namespace khobao::test;

namespace {

const Archive& archive() {
  static const Archive built(repost_articles());
  return built;
}

const std::vector<std::string> kQuery = {"cầu", "Bến", "Lội"};

std::vector<std::string> asked(std::vector<std::string> more) {
  more.insert(more.begin(), kQuery.begin(), kQuery.end());
  return more;
}

const AnswerHit& hit_of(const Answer& answer, const std::string& id) {
  for (const AnswerHit& hit : answer.hits) {
    if (hit.id == id) return hit;
  }
  throw std::runtime_error("no hit " + id);
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("reposts: relevance order shows the best of a group and how many more there are") {
  const Answer folded = archive().answer(asked({}));
  const Answer all = archive().answer(asked({"--all-copies"}));
  CHECK(folded.total == all.total);
  CHECK(folded.groups == all.groups);
  CHECK(all.total == 5);
  CHECK(all.groups == 2);
  CHECK(ids_of(all.hits, true).size() == 5);
  CHECK(ids_of(folded.hits, true).size() == 2);
  CHECK(folded.hits.front().id == all.hits.front().id);
  const auto grouped = std::find_if(folded.hits.begin(), folded.hits.end(),
                                    [](const AnswerHit& hit) { return hit.reposts.size > 0; });
  REQUIRE(grouped != folded.hits.end());
  const AnswerHit& best = *grouped;
  CHECK(best.reposts.size == 5);
  CHECK(best.reposts.group == "kon");
  CHECK(best.reposts.first == "kon");
  CHECK(hit_of(folded, "khac").reposts.size == 0);
  const std::string text = archive().search(asked({})).out;
  CHECK(contains(text, "5 articles match, 2 without reposts"));
  CHECK(contains(text, "+4 reposts"));
  CHECK(!contains(archive().search(asked({"--all-copies"})).out, "+4 reposts"));
}

TEST_CASE("reposts: date orders, -l, --count and batches hold every article") {
  for (const char* sort : {"newest", "oldest"})
    CHECK(archive().answer(asked({"--sort", sort})).hits.size() == 5);
  const std::string paths = archive().search(asked({"-l"})).out;
  CHECK(std::count(paths.begin(), paths.end(), '\n') == 5);
  CHECK(archive().search(asked({"--count"})).out == "5\n");
  archive().write("queries.tsv", "1\tcầu Bến Lội\n");
  const std::string trec =
      archive().search({"--batch", "queries.tsv", "--format", "trec"}).out;
  for (const char* id : {"kon", "may", "van", "lede", "muon"}) CHECK(contains(trec, id));
}

TEST_CASE("reposts: pages of folded hits join without a gap, and count what all have") {
  const Answer whole = archive().answer(asked({"--limit", "50"}));
  std::vector<std::string> paged;
  for (int offset = 0; offset < 5; ++offset) {
    const Answer page = archive().answer(asked({"--limit", "1", "--offset", std::to_string(offset)}));
    CHECK(page.total == whole.total);
    for (const AnswerHit& hit : page.hits) paged.push_back(hit.id);
  }
  CHECK(listed(paged) == listed(ids_of(whole.hits)));
}

TEST_CASE("reposts: facets count articles, and how many there are without copies") {
  const Answer answer = archive().answer(asked({"--facets", "date,outlet,credit", "--from", "2020-07-01"}));
  CHECK(answer.facets.at("date") ==
        FacetCounts{{"2020-07-02", 3}, {"2020-07-04", 1}, {"2020-07-05", 1}});
  CHECK(answer.facet_groups.at("date") == std::vector<uint64_t>{1, 1, 1});
  CHECK(answer.facets.at("credit") == FacetCounts{{"Báo Sông Kôn", 1}});
  CHECK(answer.facets.at("outlet").size() == 4);
}

TEST_CASE("reposts: who ran a text and whom it credits are fields of their own") {
  const auto found = [](const std::vector<std::string>& args) {
    std::vector<std::string> ids = ids_of(archive().answer(args).hits);
    std::sort(ids.begin(), ids.end());
    return listed(ids);
  };
  CHECK(found({"--outlet", "báo sông kôn"}) == "kon");
  CHECK(found({"--credit", "bao song kon"}) == "may");
  CHECK(found({"--source", "báo sông kôn"}) == "kon may");
  CHECK(found({"outlet:\"báo hồ mây\""}) == "may");
  CHECK(found({"dẫn-nguồn:\"báo sông kôn\""}) == "may");
  CHECK(found({"--outlet", "báo sông kôn", "--outlet", "báo hồ mây"}) == "kon may");
  CHECK(archive().search({"--list", "credit"}).out == "1\tBáo Sông Kôn\n");
}

TEST_CASE("reposts: --reposts opens them in the order in which they appeared") {
  const Answer answer = archive().answer({"--reposts", "van"});
  CHECK(listed(ids_of(answer.hits)) == "kon may van lede muon");
  CHECK(answer.total == 5);
  CHECK(answer.groups == 1);
  CHECK(answer.hits[0].reposts.share == 0);
  CHECK(answer.hits[2].reposts.share == 1);
  CHECK(answer.hits[3].reposts.share > 0.7);
  CHECK(answer.hits[3].reposts.share < 1);
  const std::string text = archive().search({"--reposts", "van"}).out;
  CHECK(contains(text, "first printed by Báo Sông Kôn, as is known by its hour"));
  CHECK(contains(text, "2020-07-02 09:30 · Báo Hồ Mây · Báo Sông Kôn"));
  CHECK(contains(text, "100% of it from the first"));
  const CliResult none = archive().search({"--reposts", "cho"});
  CHECK(none.code == 1);
  CHECK(contains(none.out, "'cho' has no repost in this archive"));
  CHECK(archive().search({"--reposts", "nowhere"}).code == 2);
}

TEST_CASE("reposts: without hours and credits nobody is said to be the first") {
  std::vector<TestArticle> articles = repost_articles();
  articles.resize(2);
  for (TestArticle& article : articles) {
    article.date = "2020-07-02";
    article.body = told(bridge_story(), 0, 6);
  }
  Archive same_day(articles);
  CHECK(contains(same_day.search({"--reposts", "kon"}).out, "who was first is not known"));
  CHECK(!same_day.answer({"cầu"}).hits.front().reposts.first);
  articles[0].body += " (Theo Báo Hồ Mây)";
  CHECK(contains(Archive(articles).search({"--reposts", "kon"}).out,
                 "first printed by Báo Hồ Mây, as is known by the credits"));
}

TEST_CASE("reposts: --diff shows what a copy dropped, added and altered") {
  std::vector<TestArticle> articles = repost_articles();
  articles.resize(2);
  articles[1].body = told(bridge_story(), 0, 1) +
                     " Cầu dài 415 m, rộng 9 m, nối hai bờ mà trước đây bà con phải đi đò ngang. " +
                     told(bridge_story(), 3, 6) + " Lễ kết thúc lúc gần trưa.";
  const Archive two(articles);
  const std::string text = two.search({"--diff", "kon", "may"}).out;
  CHECK(contains(text, "… 1 sentence is the same"));
  CHECK(contains(text, "~ Cầu dài [-412-] {+415+} m, rộng 9 m, nối hai bờ"));
  CHECK(contains(text, "- Ông Phan Kha, chủ tịch xã"));
  CHECK(contains(text, "+ Lễ kết thúc lúc gần trưa."));
  CHECK(contains(text, "… 3 sentences are the same"));
  const std::string colours = two.search({"--diff", "kon", "may", "--color", "always"}).out;
  CHECK(contains(colours, "\033[31m412\033[0m \033[32m415\033[0m"));
  CHECK(contains(two.search({"--diff", "kon", "kon"}).out, "the texts are the same"));
  CHECK(contains(two.search({"--diff", "kon", "may", "--format", "json"}).out,
                 R"({"change":"added","first":null,"second":"Lễ kết thúc lúc gần trưa."})"));
  CHECK(two.search({"--diff", "kon"}).code == 2);
  CHECK(two.search({"--diff", "kon", "nowhere"}).code == 2);
  CHECK(two.search({"--diff", "kon", "may", "--format", "csv"}).code == 2);
}

// Five outlets in a chain, each copying the one before with a change of its own.
TEST_CASE("reposts: --trace follows a sentence through five outlets") {
  const std::string opening = "Tin từ vùng hạ lưu sông Kôn trong tuần qua. ";
  const char* const sentences[] = {
      "Ông Phan Kha nói cây cầu giúp học trò thôn Hạ đến trường nhanh hơn nửa giờ.",
      "Ông Phan Kha nói cây cầu giúp học trò thôn Hạ đến trường sớm hơn nửa giờ.",
      "Ông Phan Kha nói cây cầu mới giúp học trò thôn Hạ đến trường sớm hơn nửa giờ.",
      "Ông Kha nói cây cầu mới giúp học trò thôn Hạ đến trường sớm hơn nửa giờ.",
      "Ông Kha khoe cây cầu mới giúp học trò thôn Hạ đến trường sớm hơn một giờ.",
  };
  const char* const outlets[] = {"Báo Sông Kôn", "Báo Hồ Mây", "Báo Làng Vạn", "Báo Thôn Hạ",
                                 "Báo Núi Xanh"};
  std::vector<TestArticle> articles;
  for (int i = 4; i >= 0; --i) {
    articles.push_back({.id = "chain-" + std::to_string(i + 1),
                        .date = "2020-07-02T0" + std::to_string(5 + i) + ":15",
                        .title = "Tin thứ " + std::to_string(i + 1),
                        .body = opening + sentences[i] + " Chợ Vạn hôm nay đông người mua bán.",
                        .source = outlets[i]});
  }
  articles.push_back({.id = "other",
                      .date = "2020-07-01",
                      .title = "Học trò thôn Hạ",
                      .body = "Học trò thôn Hạ đến trường bằng đò. Ông Kha mong có một cây cầu.",
                      .source = "Báo Sông Kôn"});
  const Archive chain(articles);
  const Answer answer = chain.answer({"--trace", sentences[4]});
  CHECK(listed(ids_of(answer.hits)) == "chain-1 chain-2 chain-3 chain-4 chain-5");
  CHECK(answer.total == 5);
  for (int i = 0; i < 5; ++i) CHECK(answer.hits[static_cast<size_t>(i)].snippet == sentences[i]);
  CHECK(listed(answer.hits[0].highlighted()) == "");
  CHECK(listed(answer.hits[1].highlighted()) == "sớm");
  CHECK(listed(answer.hits[2].highlighted()) == "mới sớm");
  CHECK(listed(answer.hits[4].highlighted()) == "khoe mới sớm một");
  const std::string text = chain.search({"--trace", sentences[0]}).out;
  CHECK(contains(text, "first printed by Báo Sông Kôn, as is known by its hour"));
  CHECK(contains(text, "2020-07-02 06:15 · Báo Hồ Mây"));
  CHECK(contains(text, "đến trường *sớm* hơn nửa giờ."));
  CHECK(chain.search({"--trace", "Một câu không nơi nào có về trâu và mây."}).code == 1);
  CHECK(chain.search({"--trace", "?!"}).code == 2);
}

TEST_CASE("reposts: --similar leaves an article's reposts aside and says what is in common") {
  const Answer answer = archive().answer({"--similar", "kon"});
  CHECK(answer.total == answer.hits.size());
  for (const AnswerHit& hit : answer.hits) {
    CAPTURE(hit.id);
    CHECK(hit.reposts.group != "kon");
    CHECK(!hit.common_words.empty());
  }
  CHECK(hit_of(answer, "khac").common_words.size() > 1);
  CHECK(contains(archive().search({"--similar", "kon"}).out, "in common: "));
  CHECK(!contains(archive().search({"--similar", "kon"}).out, "(0.0 ms)"));
}

TEST_CASE("reposts: hours stand in hits where they are known") {
  const std::string text = archive().search({"phượng", "--all-copies"}).out;
  CHECK(contains(text, "2020-07-02 08:10 · Báo Sông Kôn"));
  CHECK(contains(text, "2020-07-05 · "));
}
