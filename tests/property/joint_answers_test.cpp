// Several archives searched as one answer as one archive of all their articles.
#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>

#include "tests/support/random_requests.h"
#include "tests/support/temp_dir.h"

using namespace khobao;
using namespace khobao::test;

namespace {

struct Parts {
  std::vector<std::unique_ptr<Archive>> archives;
  TempDir cache;

  Result<searcher::Index> open() const {
    std::vector<std::string> dbs;
    for (const auto& archive : archives) dbs.push_back(archive->db());
    return searcher::Index::open(dbs, {.cache = cache.path(), .temporary = ""});
  }
};

std::vector<std::vector<TestArticle>> split(const std::vector<TestArticle>& articles, size_t parts,
                                            std::mt19937& random) {
  std::vector<std::vector<TestArticle>> out(parts);
  for (size_t i = 0; i < articles.size(); ++i)
    out[i < parts ? i : random() % parts].push_back(articles[i]);
  return out;
}

void check_equal(const std::string& got, const std::string& want) {
  check_same(got, want, "parts", "one archive");
}

// Without `scores` also without the note that names what relevance would show first.
std::string answer(searcher::Index& index, const searcher::SearchRequest& request, bool scores) {
  const std::string whole = json_answer(index, request);
  if (scores || whole.front() != '{') return whole;
  auto json = nlohmann::ordered_json::parse(whole);
  auto& notes = json["notes"];
  for (auto note = notes.begin(); note != notes.end();) {
    const bool by_score = note->get<std::string>().starts_with("by relevance");
    note = by_score ? notes.erase(note) : std::next(note);
  }
  return json.dump(1);
}

void check_answers(searcher::Index& parts, searcher::Index& one, unsigned requests, bool scores,
                   std::mt19937& random) {
  check_equal(whole_archive(parts), whole_archive(one));
  for (unsigned i = 0; i < requests; ++i) {
    searcher::SearchRequest request = random_request(random);
    if (!scores) {
      request.sort = searcher::Sort::newest;
      request.explain = false;
    }
    CAPTURE(request.query);
    check_equal(answer(parts, request, scores), answer(one, request, scores));
  }
}

}  // namespace

TEST_CASE("several archives: 300 requests are answered as by one archive of all articles") {
  for (unsigned seed = 2400; seed < 2403; ++seed) {
    CAPTURE(seed);
    std::mt19937 random(seed);
    const auto articles = articles_to_ask(random, 80);
    const Archive whole(articles);
    Parts parts;
    for (const auto& part : split(articles, 2 + seed % 3, random))
      parts.archives.push_back(std::make_unique<Archive>(part));
    auto joint = parts.open();
    auto one = searcher::Index::open(whole.db());
    REQUIRE(joint);
    REQUIRE(one);
    check_answers(*joint, *one, 100, true, random);
  }
}

TEST_CASE("several archives: with updates, deletions and ids that two of them have") {
  for (unsigned seed = 2410; seed < 2413; ++seed) {
    CAPTURE(seed);
    std::mt19937 random(seed);
    const auto articles = articles_to_ask(random, 60);
    auto split_up = split(articles, 3, random);
    Parts parts;
    std::vector<TestArticle> all;
    std::vector<std::string> ids;
    for (auto& part : split_up) {
      // What an earlier archive has, too, under the same id: another text, which does not count.
      std::vector<TestArticle> earlier = all;
      std::shuffle(earlier.begin(), earlier.end(), random);
      for (size_t n = 0; n < std::min<size_t>(earlier.size(), 5); ++n) {
        TestArticle again = earlier[n];
        again.body = "Bản khác: gạo lúa cầu. " + again.body;
        part.push_back(again);
      }
      parts.archives.push_back(std::make_unique<Archive>(part));
      // Some go, some change, and one comes.
      std::vector<TestArticle> later;
      for (TestArticle& article : part) {
        if (random() % 8 == 0) continue;
        if (random() % 8 == 0) article.body += " Nay hội nghị gạo.";
        later.push_back(article);
      }
      later.push_back({.id = "them-" + std::to_string(parts.archives.size()),
                       .date = "2021-05-06",
                       .title = "Tin thêm",
                       .body = "Bộ Y tế họp về lúa gạo."});
      parts.archives.back()->write("articles.jsonl", json_lines(later));
      REQUIRE(parts.archives.back()->update({"articles.jsonl", "--allow-deletions"}).code == 0);
      for (const TestArticle& article : later) {
        if (std::find(ids.begin(), ids.end(), article.id) != ids.end()) continue;
        ids.push_back(article.id);
        all.push_back(article);
      }
    }
    const Archive whole(all);
    auto joint = parts.open();
    auto one = searcher::Index::open(whole.db());
    REQUIRE(joint);
    REQUIRE(one);
    check_answers(*joint, *one, 100, false, random);
  }
}
