#include "indexer/pipeline/worker_threads.h"

#include <system_error>
#include <utility>

#include "common/archive/xapian_guard.h"

namespace khobao::pipeline {

bool WorkerThreads::start(std::function<void()> work) {
  try {
    threads_.reserve(threads_.size() + 1);
    threads_.emplace_back(std::move(work));
    return true;
  } catch (const std::system_error&) {
    return false;
  } catch (const std::bad_alloc&) {
    return false;
  }
}

void WorkerThreads::join() {
  for (std::thread& thread : threads_) thread.join();
  threads_.clear();
}

Result<void> in_parallel(unsigned count, const Message& attempt, const std::string& db,
                         const std::function<Result<void>(unsigned)>& work) {
  std::vector<Result<void>> results(count);
  const auto run = [&](unsigned number) {
    results[number] = archive::guarded(attempt, db, [&] { return work(number); });
  };
  {
    WorkerThreads threads;
    unsigned started = 1;
    while (started < count && threads.start([&run, number = started] { run(number); })) ++started;
    if (count > 0) run(0);
    for (unsigned number = started; number < count; ++number) run(number);
  }
  for (Result<void>& result : results) {
    if (!result) return result;
  }
  return {};
}

}  // namespace khobao::pipeline
