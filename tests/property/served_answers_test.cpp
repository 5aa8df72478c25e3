// A published archive that Xapian's servers have answers as the archive that it was made of, as long as
// all that may match is fetched.
#include <doctest/doctest.h>

#include "searcher/filter/filters.h"
#include "searcher/reposts/repost_list.h"
#include "tests/support/published_content.h"
#include "tests/support/random_requests.h"
#include "tests/support/served_shards.h"
#include "tests/support/temp_dir.h"

using namespace khobao;
using namespace khobao::test;

namespace {

constexpr size_t kShards = 4;

void check_equal(const std::string& got, const std::string& want) {
  check_same(got, want, "served", "archive");
}

std::string all_values(const searcher::Index& index) {
  std::string all;
  for (const archive::FieldRow& field : archive::kFields) {
    if (!field.listable) continue;
    for (const auto& count : filter::list_values(index, field.id, ""))
      all += std::string(field.name) + " " + count.value + "=" + std::to_string(count.count) + "\n";
  }
  return all;
}

// Who printed the article, in their order.
std::string reposts_of(searcher::Index& index, const std::string& id) {
  const auto found = reposts::repost_list(index, id);
  if (!found) return std::string(found.error().message);
  std::string list = id + ": " + found->notes.front().in(Language::english);
  for (const searcher::Hit& hit : found->hits)
    list += "\n" + hit.article.id + " " + std::to_string(hit.reposts->share.value_or(0));
  return list;
}

// Without the line that --explain has of how candidates were found, which differs: postings of common
// words lie beside an archive's layers, and not at its servers.
std::string answer_of(searcher::Index& index, const searcher::SearchRequest& request) {
  std::string answer = json_answer(index, request);
  const size_t at = answer.find("\"candidates  ");
  return at == std::string::npos ? answer : answer.erase(at, answer.find('\n', at) - at);
}

}  // namespace

TEST_CASE("served archives: 300 requests are answered as by the archive itself, near and far away") {
  if (!can_serve()) return;
  for (unsigned seed = 2480; seed < 2483; ++seed) {
    CAPTURE(seed);
    std::mt19937 random(seed);
    const auto articles = articles_to_ask(random, 80);
    const Archive archive(articles);
    const TempDir folder, cache;
    published(archive.db(), folder / "pub", kShards);
    const ServedShards servers(folder / "pub", kShards);
    std::vector<std::unique_ptr<SlowProxy>> proxies;
    std::vector<std::string> away;
    for (size_t n = 0; n < kShards; ++n) {
      proxies.push_back(std::make_unique<SlowProxy>(
          servers.port(n), std::vector<std::string>{"--delay-ms", "2"}));
      away.push_back(proxies.back()->address());
    }
    auto served = searcher::Index::open(servers.addresses(), {cache.path(), ""});
    auto far = searcher::Index::open(away, {cache.path(), ""});
    auto one = searcher::Index::open(archive.db());
    REQUIRE(served);
    REQUIRE(far);
    REQUIRE(one);
    check_equal(all_values(*served), all_values(*one));
    for (const TestArticle& article : articles)
      check_equal(reposts_of(*served, article.id), reposts_of(*one, article.id));
    for (int i = 0; i < 100; ++i) {
      searcher::SearchRequest request = random_request(random);
      CAPTURE(request.query);
      const std::string want = answer_of(*one, request);
      check_equal(answer_of(*served, request), want);
      check_equal(answer_of(*far, request), want);
    }
  }
}
