#include "common/archive/statistics.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <thread>

#include "common/archive/disk/files.h"
#include "tests/support/temp_dir.h"

using namespace khobao;

namespace {

// Every word stands after ten others, the last one among them.
archive::WordCounts ten_before_each() {
  const auto words = static_cast<text::WordId>(text::vocabulary().size());
  archive::WordCounts counts;
  counts.articles = 1;
  counts.words.resize(words, 5);
  for (text::WordId first = 0; first < words; ++first) {
    for (text::WordId step = 1; step <= 10; ++step) {
      if (first + step < words) counts.pairs.push_back({first, first + step, 2});
    }
  }
  return counts;
}

// The file as it was before it held a table of the words before each.
void write_version_1(const std::string& path, const archive::WordCounts& counts) {
  REQUIRE(archive::write_statistics(path, counts));
  std::string bytes = *archive::read_file(path);
  const size_t words = counts.words.size(), header_bytes = 40;
  bytes[4] = 1;
  bytes.erase(header_bytes + 4 * (2 * words + 1), 4 * words);
  REQUIRE(archive::replace_file(path, bytes));
}

}  // namespace

TEST_CASE("statistics: words before a word are in the file, and counted where they are not") {
  const auto words = static_cast<text::WordId>(text::vocabulary().size());
  const test::TempDir dir;
  REQUIRE(archive::write_statistics(dir / "new", ten_before_each()));
  write_version_1(dir / "old", ten_before_each());
  const auto now = archive::Statistics::open(dir / "new"),
             old = archive::Statistics::open(dir / "old");
  REQUIRE(now);
  REQUIRE(old);
  for (const text::WordId word : {0u, 1u, 9u, 10u, words - 1}) {
    CHECK(now->words_before(word) == std::min(word, 10u));
    CHECK(old->words_before(word) == std::min(word, 10u));
    CHECK(now->pair_count(word, word + 1) == old->pair_count(word, word + 1));
  }
  CHECK(now->pair_count(3, 5) == 2);
  CHECK(now->pairs() == old->pairs());
}

TEST_CASE("statistics: words before a word, asked for by several threads at once") {
  const auto words = static_cast<text::WordId>(text::vocabulary().size());
  const test::TempDir dir;
  write_version_1(dir / "statistics", ten_before_each());
  for (int round = 0; round < 300; ++round) {
    const auto statistics = archive::Statistics::open(dir / "statistics");
    REQUIRE(statistics);
    std::atomic<bool> go = false;
    std::atomic<int> wrong = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
      threads.emplace_back([&] {
        while (!go) std::this_thread::yield();
        wrong += statistics->words_before(words - 1) != 10;
      });
    }
    go = true;
    for (std::thread& thread : threads) thread.join();
    CHECK(wrong == 0);
  }
}
