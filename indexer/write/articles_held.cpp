#include "indexer/write/articles_held.h"

#include "common/archive/schema.h"
#include "common/archive/xapian_guard.h"
#include "common/language/say.h"

namespace khobao::write {

Result<ArticlesHeld> ArticlesHeld::open(const std::string& db,
                                        const commit::CountedLayers& layers) {
  ArticlesHeld held;
  held.db_ = db;
  held.layers_ = &layers;
  auto opened = archive::guarded(say("open it"), db, [&]() -> Result<void> {
    for (const archive::LayerEntry& layer : layers.layers)
      held.databases_.emplace_back(archive::layer_named(db, layer.name).index());
    return {};
  });
  if (!opened) return opened.error();
  return held;
}

Result<bool> ArticlesHeld::holds(const std::string& id) const {
  const std::string term = archive::prefixed_term(archive::kIdPrefix, id);
  return archive::guarded(say("look up articles"), db_, [&]() -> Result<bool> {
    for (size_t i = 0; i < databases_.size(); ++i) {
      const auto end = databases_[i].postlist_end(term);
      for (auto it = databases_[i].postlist_begin(term); it != end; ++it) {
        if (!archive::is_marked(layers_->marks[i], *it)) return true;
      }
    }
    return false;
  });
}

}  // namespace khobao::write
