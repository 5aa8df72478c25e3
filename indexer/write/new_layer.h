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

  /// With those appended that count no longer.
  uint64_t articles() const { return added_ + appended_; }
  const archive::Layer& layer() const { return layer_; }

  /// What can be read of its articles before it is written whole: those added so far and those
  /// appended. Call it when the workers are done; more may be added then. Valid until finish(), or
  /// until a layer is appended.
  struct Part {
    std::string index;                            ///< folder of the database
    std::string dictionary;                       ///< file
    std::vector<Xapian::docid>* marks = nullptr;  ///< those that count no longer, ascending

    /// Marks more of them.
    void mark(const std::vector<Xapian::docid>& more) const;
  };
  Result<std::vector<Part>> parts();

  /// Writes it whole, without what parts() marked of the articles added; what a manifest says of
  /// it. Call once, when the workers are done.
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
  struct Appended {
    archive::Layer layer;
    uint64_t articles = 0;
    std::vector<Xapian::docid> marks;
  };
  std::vector<Appended> appended_layers_;
  bool kept_ = false;
};

}  // namespace khobao::write
