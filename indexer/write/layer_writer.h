#pragma once
/// Writes one layer: documents from all workers into segments, the segments into one index.
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "common/archive/generations/generation.h"
#include "common/archive/text_compression.h"
#include "indexer/pipeline/pipeline.h"
#include "indexer/write/document_builder.h"
#include "indexer/write/segments.h"

namespace khobao::write {

class LayerWriter {
 public:
  /// `dictionary`: for the stored texts; where it is empty, one is trained on the first articles.
  LayerWriter(const archive::Layer& layer, const pipeline::PipelineOptions& options,
              std::string dictionary);
  ~LayerWriter();

  /// Adds an article; called by several workers at once, each with its own number.
  Result<void> add(unsigned worker, pipeline::ReadArticle&& article);

  /// What was added so far, as segments that can be read; more may be added then. Their `without`
  /// may be set until finish(), which leaves those articles out. They stay where they are. Call it
  /// when the workers are done.
  Result<std::deque<Segment>*> gather();

  /// Merges all segments, and after them the layers `appended`, as they are. Call once, when the
  /// workers are done. `beside`: see SegmentTiers::merge_into().
  Result<void> finish(const std::vector<Segment>& appended,
                      const std::function<Result<void>()>& beside);

 private:
  struct Worker {
    std::unique_ptr<DocumentBuilder> builder;
    std::unique_ptr<SegmentWriter> segment;
  };

  enum class State : unsigned char { gathering, starting, started, failed };

  Result<void> write(unsigned worker, const pipeline::ReadArticle& article);
  Result<void> write_waiting(unsigned worker, size_t most);
  Result<void> write_all();
  Result<void> start(std::unique_lock<std::mutex>& lock);
  Result<void> start_workers(const std::vector<std::string>& samples);

  const archive::Layer layer_;
  const pipeline::PipelineOptions& options_;
  SegmentTiers tiers_;
  std::deque<Segment> gathered_;  ///< they stay where they are as more come
  std::vector<Worker> workers_;
  std::unique_ptr<archive::TextDictionary> dictionary_;  ///< null until trained
  std::mutex mutex_;                                     ///< of what follows
  std::condition_variable changed_;
  State state_ = State::gathering;
  std::deque<pipeline::ReadArticle> waiting_;  ///< for the dictionary, then for a worker
};

}  // namespace khobao::write
