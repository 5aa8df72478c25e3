// The order of hits: by date, over pages, and whatever the order of indexing.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "tests/support/known_articles.h"

using namespace khobao::test;

namespace {

constexpr unsigned kSeed = 20200702;

std::vector<std::string> described(const Answer& answer) {
  std::vector<std::string> out;
  for (const AnswerHit& hit : answer.hits) out.push_back(hit.described());
  return out;
}

// Many tiny articles that all hold "sông"; many of equal text, date and score, told by their ids
// alone.
std::vector<TestArticle> tiny_articles(size_t count) {
  std::mt19937 random(kSeed);
  const std::vector<std::string> words = {"cầu",    "lúa", "gạo", "chợ", "đường",
                                          "trường", "mưa", "lũ",  "hội", "nghị"};
  std::vector<TestArticle> articles;
  for (size_t i = 0; i < count; ++i) {
    std::string body = "Bên sông";
    for (unsigned n = random() % 5; n-- > 0;) body += " " + words[random() % words.size()];
    const unsigned day = random() % 40;
    std::string date;
    if (day > 0)
      date = std::string(day > 28 ? "2021-02-" : "2021-01-") + (day % 28 < 9 ? "0" : "") +
             std::to_string(day % 28 + 1);
    articles.push_back(
        {.id = "bai-" + std::to_string(random() % 9000 + 1000) + "-" + std::to_string(i),
         .date = date,
         .title = "Tin " + words[random() % 3],
         .body = body + " quê nhà."});
  }
  return articles;
}

}  // namespace

TEST_CASE("order: newest and oldest, the undated last in both, equal dates by id") {
  CHECK(listed(ids_of(known_archive()
                          .answer({"--facets", "date", "--sort", "newest", "--limit", "20"})
                          .hits)) ==
        "covid le-hoi mua-lu thuy-loi nfd dai-hoi truc-tuyen chay gao cau ky-uc so-tay");
  CHECK(listed(ids_of(known_archive()
                          .answer({"--facets", "date", "--sort", "oldest", "--limit", "20"})
                          .hits)) ==
        "cau chay gao truc-tuyen dai-hoi nfd thuy-loi mua-lu le-hoi covid ky-uc so-tay");
  CHECK(listed(ids_of(known_archive().answer({"lúa gạo", "--sort", "newest"}).hits)) ==
        "nfd gao so-tay");
  CHECK(listed(ids_of(known_archive().answer({"lúa gạo", "--sort", "oldest"}).hits)) ==
        "gao nfd so-tay");
}

TEST_CASE("order: date sorts hold matches alone") {
  for (const char* sort : {"newest", "oldest"}) {
    const Answer answer = known_archive().answer({"lúa gạo nếp", "--sort", sort});
    CHECK(answer.total == 0);
    CHECK(answer.hits.empty());
  }
}

TEST_CASE("order: pages follow each other without a seam, also behind the reranked candidates") {
  const Archive archive(tiny_articles(1500));
  for (const char* sort : {"relevance", "newest", "oldest"}) {
    for (const char* query : {"sông cầu lúa", "\"bên sông\" -mưa"}) {
      CAPTURE(sort);
      CAPTURE(query);
      const Answer whole = archive.answer({"--sort", sort, "--limit", "2000", "--", query});
      REQUIRE(whole.hits.size() >= whole.total);
      const size_t page = 170;  // does not divide 500, where reranking ends
      std::vector<std::string> pages;
      for (size_t offset = 0; offset < whole.hits.size() + page; offset += page) {
        const Answer part = archive.answer({"--sort", sort, "--limit", std::to_string(page),
                                            "--offset", std::to_string(offset), "--", query});
        CHECK(part.total == whole.total);
        if (!part.hits.empty()) CHECK(part.hits.front().rank == offset + 1);
        for (std::string& hit : described(part)) pages.push_back(std::move(hit));
      }
      CHECK(pages.size() == whole.hits.size());
      CHECK((pages == described(whole)));
      std::vector<std::string> ids = ids_of(whole.hits);
      std::sort(ids.begin(), ids.end());
      CHECK(std::adjacent_find(ids.begin(), ids.end()) == ids.end());
    }
  }
}

TEST_CASE("order: -l lists every match once, in the order of the pages") {
  const Archive archive(tiny_articles(700));
  const Answer whole = archive.answer({"--limit", "1000", "sông cầu"});
  std::string want;
  for (const AnswerHit& hit : whole.hits) {
    if (hit.full) want += hit.path + "\n";
  }
  CHECK(archive.search({"-l", "sông cầu"}).out == want);
  std::replace(want.begin(), want.end(), '\n', '\0');
  CHECK(archive.search({"-0", "sông cầu"}).out == want);
}

TEST_CASE("order: results do not depend on the order of indexing or on the number of threads") {
  std::vector<TestArticle> articles = tiny_articles(1100);
  for (const TestArticle& article : known_articles()) articles.push_back(article);
  std::mt19937 random(kSeed);
  MESSAGE("seed " << kSeed);
  std::vector<std::vector<std::string>> first;
  for (const char* threads : {"1", "2", "4"}) {
    CAPTURE(threads);
    const Archive archive(articles, {"--threads", threads});
    std::vector<std::vector<std::string>> answers;
    for (const char* query : {"sông", "sông cầu lúa", "lúa gạo", "\"cầu Bến Lội\" OR lúa",
                              "hội nghị trực tuyến", "mưa lũ -chợ"}) {
      for (const char* sort : {"relevance", "newest", "oldest"}) {
        answers.push_back(
            described(archive.answer({"--limit", "60", "--sort", sort, "--", query})));
      }
    }
    answers.push_back(
        described(archive.answer({"--limit", "20", "--offset", "490", "sông cầu lúa"})));
    if (first.empty()) first = answers;
    REQUIRE(answers.size() == first.size());
    for (size_t i = 0; i < answers.size(); ++i) {
      CAPTURE(i);
      CHECK((answers[i] == first[i]));
    }
    std::shuffle(articles.begin(), articles.end(), random);
  }
}

TEST_CASE("order: an archive updated in steps answers like one built at once") {
  const std::vector<TestArticle> articles = tiny_articles(300);
  const Archive at_once(articles);
  const Archive in_steps;
  for (size_t step = 0; step < 3; ++step) {
    const std::vector<TestArticle> part(articles.begin() + static_cast<long>(100 * step),
                                        articles.begin() + static_cast<long>(100 * step + 100));
    in_steps.write("part-" + std::to_string(step) + ".jsonl", json_lines(part));
    REQUIRE(in_steps.update({"part-" + std::to_string(step) + ".jsonl"}).code == 0);
  }
  for (const char* query : {"sông", "cầu lúa", "\"bên sông\" NOT gạo"}) {
    CAPTURE(query);
    const Answer a = at_once.answer({"--limit", "300", query}),
                 b = in_steps.answer({"--limit", "300", query});
    CHECK(a.total == b.total);
    CHECK((described(a) == described(b)));
  }
}
