// Counts of words and pairs, changed by what came and went.
#include "common/archive/tables/word_counts.h"

#include <doctest/doctest.h>

#include "common/archive/tables/rare_pairs.h"
#include "tests/support/temp_dir.h"

using namespace khobao;
using archive::WordCounts;

namespace {

WordCounts counts_of(uint64_t articles, std::vector<uint32_t> words,
                     std::vector<WordCounts::Pair> pairs,
                     std::vector<std::pair<std::string, uint32_t>> rare) {
  words.resize(text::vocabulary().size());
  return {.articles = articles,
          .words = std::move(words),
          .pairs = std::move(pairs),
          .rare = std::move(rare)};
}

std::string described(const WordCounts& counts) {
  std::string out = std::to_string(counts.articles) + ":";
  for (size_t i = 0; i < 4; ++i) out += " " + std::to_string(counts.words[i]);
  for (const auto& p : counts.pairs) {
    out += " " + std::to_string(p.first) + "-" + std::to_string(p.second) + "=" +
           std::to_string(p.count);
  }
  for (const auto& [word, count] : counts.rare) out += " " + word + "=" + std::to_string(count);
  return out;
}

const WordCounts kNone = counts_of(0, {}, {}, {});
const WordCounts kOld =
    counts_of(9, {5, 4, 0, 2}, {{0, 1, 3}, {0, 3, 1}, {1, 0, 2}}, {{"kbar", 1}, {"xe50", 4}});

}  // namespace

TEST_CASE("word counts: what came is added and what went is taken away") {
  struct Case {
    std::string name;
    WordCounts added, removed;
    std::string want;
  };
  for (const Case& c : {
           Case{"nothing", kNone, kNone, "9: 5 4 0 2 0-1=3 0-3=1 1-0=2 kbar=1 xe50=4"},
           Case{"new entries before, between and behind",
                counts_of(2, {1, 0, 7}, {{0, 0, 1}, {0, 1, 1}, {0, 2, 4}, {3, 3, 1}},
                          {{"a1", 1}, {"m2", 2}, {"xe50", 1}, {"z", 3}}),
                kNone,
                "11: 6 4 7 2 0-0=1 0-1=4 0-2=4 0-3=1 1-0=2 3-3=1 a1=1 kbar=1 m2=2 xe50=5 z=3"},
           Case{"what is counted no more is left out", kNone,
                counts_of(1, {0, 0, 0, 2}, {{0, 3, 1}, {1, 0, 1}}, {{"kbar", 1}}),
                "8: 5 4 0 0 0-1=3 1-0=1 xe50=4"},
           Case{"added and taken away at once", counts_of(1, {0, 0, 1}, {{2, 2, 1}}, {{"m2", 1}}),
                counts_of(1, {0, 0, 1}, {{2, 2, 1}}, {{"m2", 1}}),
                "9: 5 4 0 2 0-1=3 0-3=1 1-0=2 kbar=1 xe50=4"},
           Case{"everything", kNone, kOld, "0: 0 0 0 0"},
       }) {
    CAPTURE(c.name);
    const auto changed = archive::changed_counts(kOld, c.added, c.removed);
    REQUIRE(changed);
    CHECK(described(*changed) == c.want);
  }
}

TEST_CASE("word counts: more cannot be taken away than there is") {
  for (const WordCounts& removed : {
           counts_of(10, {}, {}, {}),
           counts_of(0, {6}, {}, {}),
           counts_of(0, {}, {{0, 1, 4}}, {}),
           counts_of(0, {}, {{0, 2, 1}}, {}),
           counts_of(0, {}, {{2, 0, 1}}, {}),
           counts_of(0, {}, {}, {{"aaa", 1}}),
           counts_of(0, {}, {}, {{"xe50", 5}}),
           counts_of(0, {}, {}, {{"zzz", 1}}),
       }) {
    CHECK_FALSE(archive::changed_counts(kOld, kNone, removed));
  }
}

TEST_CASE("word counts: the statistics and the rare pairs together hold all pairs") {
  const test::TempDir dir;
  REQUIRE(archive::write_statistics(dir / "statistics", kOld));
  REQUIRE(archive::write_rare_pairs(dir / "rare.pairs", kOld));
  const auto statistics = archive::Statistics::open(dir / "statistics");
  REQUIRE(statistics);
  CHECK(statistics->pairs() == 2);
  CHECK(statistics->pair_count(0, 3) == 0);
  auto counts = statistics->counts();
  const auto rare = archive::read_rare_pairs(dir / "rare.pairs");
  REQUIRE(counts);
  REQUIRE(rare);
  CHECK(rare->size() == 1);
  counts->pairs = archive::joined_pairs(counts->pairs, *rare);
  CHECK(described(*counts) == described(kOld));

  const std::string bytes = test::read_file(dir / "rare.pairs");
  for (const std::string& damaged :
       {std::string(), bytes.substr(1), bytes.substr(0, bytes.size() - 1), bytes + '\0',
        bytes.substr(0, 5) + "\xFF\xFF\xFF\xFF\xFF" + bytes.substr(6)}) {
    test::write_file(dir / "rare.pairs", damaged);
    CHECK_FALSE(archive::read_rare_pairs(dir / "rare.pairs"));
  }
  CHECK_FALSE(archive::read_rare_pairs(dir / "not-there"));
}
