#pragma once
/// A layer that a run writes, and that goes again unless the run comes to its end.
#include <xapian.h>

#include <atomic>
#include <memory>
#include <string>
#include <vector>

#include "common/archive/generations/generation.h"
#include "common/base/result.h"
#include "indexer/pipeline/pipeline.h"
#include "indexer/write/layer_writer.h"

namespace khobao::write {

class NewLayer {
 public:
  /// `options` must outlive it. `dictionary`: for the stored texts; "" to train one.
  static Result<std::unique_ptr<NewLayer>> create(const std::string& db,
                                                  const pipeline::PipelineOptions& options,
                                                  std::string dictionary);
  /// Removes the folder, unless keep() was called.
  ~NewLayer();

  /// Called by several workers at once, each with its own number.
  Result<void> add(unsigned worker, pipeline::ReadArticle&& article);
  /// Takes in an older layer as it is, after all articles added; its stored texts must be of the
  /// same dictionary. `marks`: its articles that count no longer.
  void append(const archive::Layer& older, uint64_t articles,
              const std::vector<Xapian::docid>& marks);

  uint64_t articles() const { return added_ + appended_; }  ///< with those that count no longer
  const archive::Layer& layer() const { return layer_; }

  /// Writes it whole; what a manifest says of it. Call once, when the workers are done.
  Result<archive::LayerEntry> finish();
  /// What counts no longer of the layers appended, as they are numbered in this one; ascending.
  std::vector<Xapian::docid> appended_marks() const;
  /// A live generation needs it from now on.
  void keep() { kept_ = true; }

 private:
  NewLayer(std::string db, archive::Layer layer, const pipeline::PipelineOptions& options,
           std::string dictionary)
      : db_(std::move(db)),
        layer_(std::move(layer)),
        writer_(std::make_unique<LayerWriter>(layer_, options, std::move(dictionary))) {}

  std::string db_;
  archive::Layer layer_;
  std::unique_ptr<LayerWriter> writer_;
  std::atomic<uint64_t> added_{0};
  uint64_t appended_ = 0;
  std::vector<Segment> appended_layers_;
  std::vector<Xapian::docid> marks_;  ///< counted from the first appended article
  bool kept_ = false;
};

}  // namespace khobao::write
