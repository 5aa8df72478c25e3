#pragma once
/// Work on several threads where they can be had, and on fewer where they cannot.
#include <functional>
#include <string>
#include <thread>
#include <vector>

#include "common/base/result.h"

namespace khobao::pipeline {

/// Threads that are joined when the object goes.
class WorkerThreads {
 public:
  WorkerThreads() = default;
  WorkerThreads(const WorkerThreads&) = delete;
  WorkerThreads& operator=(const WorkerThreads&) = delete;
  ~WorkerThreads() { join(); }

  /// False where the system has no thread to give. `work` must not throw.
  bool start(std::function<void()> work);
  void join();
  size_t size() const { return threads_.size(); }

 private:
  std::vector<std::thread> threads_;
};

/// Runs `work` with each number below `count`, each on a thread of its own as far as there are
/// any, the rest on the calling one. The first error, by number; exceptions become errors as
/// guarded() has them.
Result<void> in_parallel(unsigned count, const Message& attempt, const std::string& db,
                         const std::function<Result<void>(unsigned)>& work);

}  // namespace khobao::pipeline
