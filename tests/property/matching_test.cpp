// Totals, lists, date facets and orders equal a naive scan, for random archives and random queries.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "indexer/read/reader.h"
#include "searcher/index.h"
#include "searcher/query/words/segmentation.h"
#include "searcher/reading/archive_words.h"
#include "tests/support/naive.h"

using namespace khobao;
using namespace khobao::test;

namespace {

struct Scanned {
  std::string id, published, path;
  NaiveArticle tokens;
};

std::vector<Scanned> scan(const std::vector<TestArticle>& articles) {
  std::vector<Scanned> out;
  for (size_t i = 0; i < articles.size(); ++i) {
    const auto article = read::read_json_record(json_lines({articles[i]}), {});
    REQUIRE(article);
    out.push_back({articles[i].id, article->published, "articles.jsonl:" + std::to_string(i + 1),
                   NaiveArticle(*article)});
  }
  return out;
}

// Newest first, the undated last, equal dates by id.
std::vector<const Scanned*> naive_matches(const std::vector<Scanned>& articles,
                                          const NaiveQuery& query) {
  std::vector<const Scanned*> out;
  for (const Scanned& article : articles) {
    if (article.tokens.matches(query)) out.push_back(&article);
  }
  std::sort(out.begin(), out.end(), [](const Scanned* a, const Scanned* b) {
    return a->published != b->published ? a->published > b->published : a->id < b->id;
  });
  return out;
}

std::string naive_years(const std::vector<const Scanned*>& matches) {
  std::map<std::string, size_t> years;
  for (const Scanned* match : matches)
    ++years[match->published.empty() ? "undated" : match->published.substr(0, 4)];
  std::string out;
  for (const auto& [year, count] : years) out += year + ":" + std::to_string(count) + " ";
  return out;
}

// The facet's counts added up by year, whatever its steps.
std::string years_of(const FacetCounts& counts) {
  std::map<std::string, size_t> years;
  for (const auto& [value, count] : counts)
    years[value == "undated" ? value : value.substr(0, 4)] += count;
  std::string out;
  for (const auto& [year, count] : years) out += year + ":" + std::to_string(count) + " ";
  return out;
}

void check_archive(unsigned seed) {
  CAPTURE(seed);
  std::mt19937 random(seed);
  const std::vector<TestArticle> articles = random_articles(random, 60 + random() % 60);
  const std::vector<Scanned> scanned = scan(articles);
  const Archive archive(articles, {"--threads", std::to_string(1 + random() % 3)});
  for (int i = 0; i < 40; ++i) {
    const NaiveQuery query = i % 2 == 0 ? random_query(random, 3) : random_rich_query(random, 3);
    const std::string text = typed(query);
    CAPTURE(text);
    const auto want = naive_matches(scanned, query);
    std::vector<std::string> ids;
    for (const Scanned* match : want) ids.push_back(match->id);
    const Answer newest = archive.answer(
        {"--match", "all", "--sort", "newest", "--limit", "1000", "--facets", "date", "--", text});
    CHECK(newest.warnings.empty());
    CHECK(newest.total == want.size());
    CHECK(listed(ids_of(newest.hits)) == listed(ids));
    CHECK(years_of(newest.facets.at("date")) == naive_years(want));

    // Relevance order holds every match, marked as full, and marks nothing else so.
    const Answer relevance = archive.answer({"--match", "all", "--limit", "1000", "--", text});
    CHECK(relevance.total == want.size());
    std::vector<std::string> full = ids_of(relevance.hits, true), sorted_ids = ids;
    std::sort(full.begin(), full.end());
    std::sort(sorted_ids.begin(), sorted_ids.end());
    CHECK(listed(full) == listed(sorted_ids));

    const std::string paths =
        archive.search({"-l", "--match", "all", "--sort", "newest", "--", text}).out;
    std::string want_paths;
    for (const Scanned* match : want) want_paths += archive.folder() + "/" + match->path + "\n";
    CHECK(paths == want_paths);
  }
}

}  // namespace

TEST_CASE("matching: totals, lists and facets equal a naive scan") {
  for (unsigned seed = 2020; seed < 2026; ++seed) {
    MESSAGE("seed " << seed);
    check_archive(seed);
  }
}

TEST_CASE("matching: -l holds every match in relevance order, too") {
  std::mt19937 random(7);
  const std::vector<TestArticle> articles = random_articles(random, 80);
  const std::vector<Scanned> scanned = scan(articles);
  const Archive archive(articles);
  for (int i = 0; i < 40; ++i) {
    const NaiveQuery query = random_query(random, 2);
    const std::string text = typed(query);
    CAPTURE(text);
    const std::string out = archive.search({"-l", "--match", "all", "--", text}).out;
    const std::string count = archive.search({"--count", "--match", "all", "--", text}).out;
    CHECK(count == std::to_string(naive_matches(scanned, query).size()) + "\n");
    CHECK(std::to_string(std::count(out.begin(), out.end(), '\n')) + "\n" == count);
  }
}

TEST_CASE("matching: words are those that the archive tells, each contiguous") {
  // Syllables that are words beside some and none beside others.
  const std::vector<std::string> syllables = {"lúa", "gạo", "đại",   "hội",  "lợi",
                                              "hòa", "cầu", "xyzzy", "bình", "covid"};
  const auto any_syllable = [&](std::mt19937& random) {
    return syllables[random() % syllables.size()];
  };
  std::mt19937 random(11);
  MESSAGE("seed 11");
  // So many that their common words and pairs are listed beside the index.
  const std::vector<TestArticle> articles = random_articles(random, 300);
  const std::vector<Scanned> scanned = scan(articles);
  const Archive archive(articles);
  const auto index = searcher::Index::open(archive.db());
  REQUIRE(index);
  const reading::ArchiveWords statistics(index->statistics());
  size_t longer_words = 0;
  for (int i = 0; i < 60; ++i) {
    std::vector<std::string> typed_words;
    for (size_t n = 2 + random() % 4; n > 0; --n) typed_words.push_back(any_syllable(random));
    const std::vector<bool> joined = query::joined_words(typed_words, statistics);
    NaiveQuery all{.type = NaiveQuery::Type::all, .text = {}, .children = {}};
    NaiveQuery any{.type = NaiveQuery::Type::any, .text = {}, .children = {}};
    std::string text;
    for (size_t w = 0; w < typed_words.size(); ++w) {
      text += (w > 0 ? " " : "") + typed_words[w];
      if (w > 0 && joined[w - 1]) {
        all.children.back().text += " " + typed_words[w];
        longer_words += 1;
      } else {
        all.children.push_back(
            {.type = NaiveQuery::Type::phrase, .text = typed_words[w], .children = {}});
      }
    }
    any.children = all.children;
    CAPTURE(text);
    for (const auto& [mode, query] : {std::pair("words", all), std::pair("any", any)}) {
      CAPTURE(mode);
      std::vector<std::string> want;
      for (const Scanned* match : naive_matches(scanned, query)) want.push_back(match->id);
      const Answer answer = archive.answer({"--literal", "--match", mode, "--sort", "newest",
                                            "--limit", "1000", "--facets", "date", "--", text});
      CHECK(answer.total == want.size());
      CHECK(archive.search({"--literal", "--match", mode, "--count", "--", text}).out ==
            std::to_string(want.size()) + "\n");
      CHECK(listed(ids_of(answer.hits)) == listed(want));
      CHECK(years_of(answer.facets.at("date")) == naive_years(naive_matches(scanned, query)));
    }
  }
  CHECK(longer_words > 5);
}
