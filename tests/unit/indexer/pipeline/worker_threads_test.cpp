#include "indexer/pipeline/worker_threads.h"

#include <doctest/doctest.h>

#include <atomic>
#include <new>

using namespace khobao;
using pipeline::in_parallel;

TEST_CASE("worker threads: every share is done once") {
  for (const unsigned count : {0u, 1u, 2u, 9u}) {
    std::vector<std::atomic<int>> done(count);
    CHECK(in_parallel(count, "count", "db", [&](unsigned number) -> Result<void> {
      ++done[number];
      return {};
    }));
    for (const auto& times : done) CHECK(times == 1);
  }
}

TEST_CASE("worker threads: the first error by number comes back, thrown or not") {
  const auto failed = in_parallel(4, "count", "db", [](unsigned number) -> Result<void> {
    if (number == 1) throw std::bad_alloc();
    if (number == 3) return Error{ErrorCode::input, "three", ""};
    return {};
  });
  REQUIRE_FALSE(failed);
  CHECK(failed.error().code == ErrorCode::input);
  CHECK(failed.error().message == "cannot count: out of memory");
}
