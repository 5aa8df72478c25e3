#include "indexer/write/new_layer.h"

#include <algorithm>

#include "common/archive/damage.h"
#include "common/archive/disk/files.h"
#include "common/archive/postings/layer_postings.h"
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

void NewLayer::Part::mark(const std::vector<Xapian::docid>& more) const {
  marks->insert(marks->end(), more.begin(), more.end());
  std::sort(marks->begin(), marks->end());
  marks->erase(std::unique(marks->begin(), marks->end()), marks->end());
}

Result<std::vector<NewLayer::Part>> NewLayer::parts() {
  auto gathered = writer_->gather();
  if (!gathered) return archive::part_error(db_, gathered.error());
  std::vector<Part> parts;
  for (Segment& segment : **gathered) {
    parts.push_back(
        {.index = segment.database, .dictionary = layer_.dictionary(), .marks = &segment.without});
  }
  for (Appended& older : appended_layers_) {
    parts.push_back({.index = older.layer.index(),
                     .dictionary = older.layer.dictionary(),
                     .marks = &older.marks});
  }
  return parts;
}

Result<archive::LayerEntry> NewLayer::finish() {
  const auto gathered = writer_->gather();
  if (!gathered) return archive::part_error(db_, gathered.error());
  for (const Segment& segment : **gathered) added_ -= segment.without.size();
  std::vector<Segment> appended;
  for (const Appended& older : appended_layers_)
    appended.push_back({older.layer.index(), {{older.layer.streams(), older.articles}}});
  std::vector<archive::PairPostings> pairs;
  const auto beside = [&]() -> Result<void> {
    auto found = archive::layer_pairs(layer_.streams(), articles());
    if (!found) return found.error();
    pairs = std::move(*found);
    return reposts::write_layer_fingerprints(layer_, articles());
  };
  if (auto finished = writer_->finish(appended, beside); !finished)
    return archive::part_error(db_, finished.error());
  writer_.reset();
  if (auto listed = archive::write_layer_postings(db_, layer_.index(), articles(), pairs, layer_.postings());
      !listed)
    return listed.error();
  return commit::layer_entry(layer_, articles());
}

void NewLayer::append(const archive::Layer& older, uint64_t articles,
                      const std::vector<Xapian::docid>& marks) {
  appended_ += articles;
  appended_layers_.push_back({older, articles, marks});
}

std::vector<Xapian::docid> NewLayer::appended_marks() const {
  std::vector<Xapian::docid> marks;
  auto before = static_cast<Xapian::docid>(added_);
  for (const Appended& older : appended_layers_) {
    for (const Xapian::docid docid : older.marks) marks.push_back(docid + before);
    before += static_cast<Xapian::docid>(older.articles);
  }
  return marks;
}

}  // namespace khobao::write
