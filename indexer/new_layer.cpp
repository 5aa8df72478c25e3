#include "indexer/new_layer.h"

#include <filesystem>

#include "indexer/commit.h"

namespace khobao::indexer {

Result<std::unique_ptr<NewLayer>> NewLayer::create(const std::string& db,
                                                   const PipelineOptions& options,
                                                   std::string dictionary) {
  auto layer = archive::create_layer(db);
  if (!layer) return layer.error();
  return std::unique_ptr<NewLayer>(new NewLayer(*layer, options, std::move(dictionary)));
}

NewLayer::~NewLayer() {
  writer_.reset();
  std::error_code ignored;
  if (!kept_) std::filesystem::remove_all(layer_.folder, ignored);
}

Result<void> NewLayer::add(unsigned worker, ReadArticle&& article) {
  articles_ += 1;
  return writer_->add(worker, std::move(article));
}

Result<archive::LayerEntry> NewLayer::finish() {
  if (auto finished = writer_->finish(); !finished) return finished.error();
  writer_.reset();
  return layer_entry(layer_, articles_);
}

}  // namespace khobao::indexer
