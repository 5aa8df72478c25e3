#pragma once
#include <condition_variable>
#include <iosfwd>
#include <mutex>
#include <string>
#include <thread>

#include "common/base/message.h"
#include "indexer/pipeline/pipeline.h"

namespace khobao::indexer {

/// Shows on `err` how far a run is, how fast, and how long it will take, from a thread of
/// its own, until it goes. For terminals only: the line is overwritten in place.
class ProgressLine {
 public:
  ProgressLine(const pipeline::Progress& progress, std::ostream& err, bool shown,
               Language language);
  ~ProgressLine();

 private:
  void show();

  const pipeline::Progress& progress_;
  std::ostream& err_;
  const Language language_;
  std::thread thread_;
  std::mutex mutex_;
  std::condition_variable wake_;
  bool done_ = false;
};

/// "1234 articles, 567 a second, 8 of 20 MiB, 0:05 left".
Message progress_text(const pipeline::Progress& progress, double seconds);

}  // namespace khobao::indexer
