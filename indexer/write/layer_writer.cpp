#include "indexer/write/layer_writer.h"

#include <algorithm>
#include <cstdint>

#include "common/archive/disk/files.h"
#include "common/archive/stored_article.h"
#include "common/language/say.h"
#include "indexer/pipeline/worker_threads.h"

namespace khobao::write {
namespace {

constexpr size_t kMostWaiting = 2 * archive::kTrainingArticles;
constexpr size_t kWrittenAtOnce = 16;  // of those that wait, before the next one is read
constexpr size_t kFewestShared = 200;

}  // namespace

LayerWriter::LayerWriter(const archive::Layer& layer, const pipeline::PipelineOptions& options,
                         std::string dictionary)
    : layer_(layer),
      options_(options),
      tiers_(layer.segments()),
      workers_(pipeline::worker_count(options)) {
  if (!dictionary.empty())
    dictionary_ = std::make_unique<archive::TextDictionary>(std::move(dictionary));
}

LayerWriter::~LayerWriter() {
  workers_.clear();
  (void)archive::remove_path(layer_.segments());  // or a later run does
}

// Trains the dictionary on `samples`, where there is none yet, and makes what the workers need.
Result<void> LayerWriter::start_workers(const std::vector<std::string>& samples) {
  if (!dictionary_)
    dictionary_ = std::make_unique<archive::TextDictionary>(archive::train_dictionary(samples));
  const auto made = archive::make_folder(layer_.segments());
  if (!made) return made.error();
  if (auto written = archive::replace_file(layer_.dictionary(), dictionary_->bytes()); !written)
    return written;
  for (Worker& worker : workers_) {
    worker.builder = std::make_unique<DocumentBuilder>(*dictionary_);
    worker.segment =
        std::make_unique<SegmentWriter>(tiers_, options_.memory_bytes / workers_.size());
  }
  return {};
}

// Starts the workers; `lock` is free meanwhile, so that others go on reading.
Result<void> LayerWriter::start(std::unique_lock<std::mutex>& lock) {
  std::vector<std::string> samples;
  if (!dictionary_) {
    for (const pipeline::ReadArticle& article : waiting_)
      samples.push_back(archive::encode_article(article.article));
  }
  state_ = State::starting;  // once nothing can be thrown before it ends
  lock.unlock();
  const auto end = [&](State state) {
    lock.lock();
    state_ = state;
    changed_.notify_all();
  };
  try {
    auto started = start_workers(samples);
    end(started ? State::started : State::failed);
    return started;
  } catch (...) {
    end(State::failed);
    throw;
  }
}

Result<void> LayerWriter::add(unsigned worker, pipeline::ReadArticle&& article) {
  std::unique_lock lock(mutex_);
  if (state_ == State::started && waiting_.empty()) {
    lock.unlock();
    return write(worker, article);
  }
  // Many wait, and tokens take several times the room of the text.
  if (state_ != State::started) article.tokens = {};
  waiting_.push_back(std::move(article));
  if (state_ == State::gathering &&
      (dictionary_ || waiting_.size() >= archive::kTrainingArticles)) {
    if (auto started = start(lock); !started) return started;
  }
  changed_.wait(lock, [&] { return state_ != State::starting || waiting_.size() < kMostWaiting; });
  if (state_ != State::started) return {};
  lock.unlock();
  return write_waiting(worker, kWrittenAtOnce);
}

Result<void> LayerWriter::write(unsigned worker, const pipeline::ReadArticle& article) {
  const BuiltDocument built =
      workers_[worker].builder->build(article.article, article.tokens, article.root);
  return workers_[worker].segment->add(built, article.size_bytes);
}

Result<void> LayerWriter::write_waiting(unsigned worker, size_t most) {
  for (size_t i = 0; i < most; ++i) {
    pipeline::ReadArticle article;
    {
      const std::lock_guard lock(mutex_);
      if (waiting_.empty()) break;
      article = std::move(waiting_.front());
      waiting_.pop_front();
    }
    if (auto written = write(worker, article); !written) return written;
  }
  return {};
}

// What waits and what is unfinished becomes segments.
Result<void> LayerWriter::write_all() {
  if (state_ != State::started) {
    std::unique_lock lock(mutex_);
    if (auto started = start(lock); !started) return started;
  }
  // Few articles are written sooner by one thread than their segments are merged.
  const bool shared = waiting_.size() >= kFewestShared;
  const auto open = std::count_if(workers_.begin(), workers_.end(),
                                  [](const Worker& worker) { return !worker.segment->empty(); });
  const auto work = [&](unsigned worker) -> Result<void> {
    if (shared || worker == 0) {
      if (auto written = write_waiting(worker, SIZE_MAX); !written) return written;
    }
    return workers_[worker].segment->finish();
  };
  const auto workers = static_cast<unsigned>(workers_.size());
  if (shared || open > 1) {
    auto done = pipeline::in_parallel(workers, say("write articles"), layer_.folder, work);
    if (!done) return done;
  } else {
    for (unsigned worker = 0; worker < workers; ++worker) {
      if (auto done = work(worker); !done) return done;
    }
  }
  auto taken = tiers_.take();
  if (!taken) return taken.error();
  gathered_.insert(gathered_.end(), taken->begin(), taken->end());
  return {};
}

Result<std::deque<Segment>*> LayerWriter::gather() {
  if (auto written = write_all(); !written) return written.error();
  return &gathered_;
}

Result<void> LayerWriter::finish(const std::vector<Segment>& appended,
                                 const std::function<Result<void>()>& beside) {
  if (auto written = write_all(); !written) return written;
  const auto workers = static_cast<unsigned>(workers_.size());
  return SegmentTiers::merge_into(layer_.index(), layer_.streams(),
                                  {gathered_.begin(), gathered_.end()}, appended, workers, beside);
}

}  // namespace khobao::write
