#include "common/archive/statistics.h"

#include <doctest/doctest.h>

#include <atomic>
#include <thread>

#include "tests/support/temp_dir.h"

using namespace khobao;

TEST_CASE("statistics: words before a word, asked for by several threads at once") {
  const auto words = static_cast<text::WordId>(text::vocabulary().size());
  archive::WordCounts counts;
  counts.articles = 1;
  counts.words.resize(words, 5);
  // Every word stands after ten others, the last one among them.
  for (text::WordId first = 0; first < words; ++first) {
    for (text::WordId step = 1; step <= 10; ++step) {
      if (first + step < words) counts.pairs.push_back({first, first + step, 2});
    }
  }
  const test::TempDir dir;
  REQUIRE(archive::write_statistics(dir / "statistics", counts));
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
