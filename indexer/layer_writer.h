#pragma once
/// Writes one layer: documents from all workers into segments, the segments into one index.
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "common/archive/generation.h"
#include "common/archive/text_compression.h"
#include "indexer/document_builder.h"
#include "indexer/pipeline.h"
#include "indexer/segments.h"

namespace khobao::indexer {

class LayerWriter {
 public:
  /// `dictionary`: for the stored texts; where it is empty, one is trained on the first articles.
  LayerWriter(const archive::Layer& layer, const PipelineOptions& options, std::string dictionary);
  ~LayerWriter();

  /// Adds an article; called by several workers at once, each with its own number.
  Result<void> add(unsigned worker, ReadArticle&& article);

  /// Merges all segments, and behind them the indexes `appended`, as they are. Call once, when the
  /// workers are done.
  Result<void> finish(const std::vector<std::string>& appended);

 private:
  struct Worker {
    std::unique_ptr<DocumentBuilder> builder;
    std::unique_ptr<SegmentWriter> segment;
  };

  Result<void> write(unsigned worker, const ReadArticle& article);
  Result<void> start_workers();

  const archive::Layer layer_;
  const PipelineOptions& options_;
  SegmentTiers tiers_;
  std::vector<Worker> workers_;
  std::mutex mutex_;
  std::unique_ptr<archive::TextDictionary> dictionary_;  ///< null until trained
  std::vector<ReadArticle> waiting_;                     ///< until the dictionary is there
};

}  // namespace khobao::indexer
