#include "indexer/write/new_layer.h"

#include "common/archive/disk/files.h"
#include "indexer/commit/commit.h"
#include "indexer/reposts/layer_fingerprints.h"

namespace khobao::write {

Result<std::unique_ptr<NewLayer>> NewLayer::create(const std::string& db,
                                                   const pipeline::PipelineOptions& options,
                                                   std::string dictionary) {
  auto layer = archive::create_layer(db);
  if (!layer) return layer.error();
  return std::unique_ptr<NewLayer>(new NewLayer(db, *layer, options, std::move(dictionary)));
}

NewLayer::~NewLayer() {
  writer_.reset();
  if (!kept_) (void)archive::remove_path(layer_.folder);  // or a later run does
}

Result<void> NewLayer::add(unsigned worker, pipeline::ReadArticle&& article) {
  added_ += 1;
  return writer_->add(worker, std::move(article));
}

Result<archive::LayerEntry> NewLayer::finish() {
  auto finished = writer_->finish(
      appended_layers_, [this] { return reposts::write_layer_fingerprints(layer_, articles()); });
  if (!finished) return finished.error();
  writer_.reset();
  return commit::layer_entry(layer_, articles());
}

void NewLayer::append(const archive::Layer& older, uint64_t articles,
                      const std::vector<Xapian::docid>& marks) {
  for (const Xapian::docid docid : marks)
    marks_.push_back(docid + static_cast<Xapian::docid>(appended_));
  appended_ += articles;
  appended_layers_.push_back({older.index(), {{older.streams(), articles}}});
}

std::vector<Xapian::docid> NewLayer::appended_marks() const {
  std::vector<Xapian::docid> marks = marks_;
  for (Xapian::docid& docid : marks) docid += static_cast<Xapian::docid>(added_);
  return marks;
}

}  // namespace khobao::write
