#pragma once
/// A layer that a run writes, and that goes again unless the run comes to its end.
#include <atomic>
#include <memory>
#include <string>

#include "common/archive/generation.h"
#include "common/base/result.h"
#include "indexer/layer_writer.h"
#include "indexer/pipeline.h"

namespace khobao::indexer {

class NewLayer {
 public:
  /// `options` must outlive it. `dictionary`: for the stored texts; "" to train one.
  static Result<std::unique_ptr<NewLayer>> create(const std::string& db,
                                                  const PipelineOptions& options,
                                                  std::string dictionary);
  /// Removes the folder, unless keep() was called.
  ~NewLayer();

  /// Called by several workers at once, each with its own number.
  Result<void> add(unsigned worker, ReadArticle&& article);
  uint64_t articles() const { return articles_; }
  const archive::Layer& layer() const { return layer_; }

  /// Writes it whole; what a manifest says of it. Call once, when the workers are done.
  Result<archive::LayerEntry> finish();
  /// A live generation needs it from now on.
  void keep() { kept_ = true; }

 private:
  NewLayer(archive::Layer layer, const PipelineOptions& options, std::string dictionary)
      : layer_(std::move(layer)),
        writer_(std::make_unique<LayerWriter>(layer_, options, std::move(dictionary))) {}

  archive::Layer layer_;
  std::unique_ptr<LayerWriter> writer_;
  std::atomic<uint64_t> articles_{0};
  bool kept_ = false;
};

}  // namespace khobao::indexer
