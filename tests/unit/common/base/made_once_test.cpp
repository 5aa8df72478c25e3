#include "common/base/made_once.h"

#include <doctest/doctest.h>

#include <atomic>
#include <stdexcept>
#include <thread>
#include <vector>

using khobao::MadeOnce;

TEST_CASE("made once: however many threads ask, and all see it whole") {
  const MadeOnce<std::vector<int>> value;
  std::atomic<int> made = 0, wrong = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i) {
    threads.emplace_back([&] {
      const auto& seen = value.get([&] {
        ++made;
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
        return std::vector<int>(1000, 7);
      });
      wrong += seen.size() != 1000 || seen.back() != 7;
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(made == 1);
  CHECK(wrong == 0);
}

// The thread sanitizer's pthread_once() does not return after an exception.
#ifndef __SANITIZE_THREAD__
TEST_CASE("made once: what failed is tried again, and a value moves with its owner") {
  MadeOnce<int> value;
  CHECK_THROWS(value.get([]() -> int { throw std::runtime_error("no"); }));
  CHECK(value.get([] { return 3; }) == 3);
  const MadeOnce<int> moved = std::move(value);
  CHECK(moved.get([] { return 4; }) == 3);
}
#endif
