#include "searcher/index.h"

#include "searcher/match/docid_source.h"

namespace khobao::searcher {
namespace {

Error damaged(const std::string& db, const std::string& what) {
  return {ErrorCode::index_corrupt, "index '" + db + "' is damaged: " + what,
          "build it anew with 'indexer rebuild --db " + db + " PATH'"};
}

}  // namespace

Result<Index> Index::open(const std::string& db) {
  // The pointer may move to a newer generation, and the old one go, between reading and opening.
  constexpr int kTries = 10;
  for (int attempt = 1;; ++attempt) {
    const auto generation = archive::live_generation(db);
    if (!generation) return generation.error();
    auto index = open_generation(db, *generation);
    if (index) return index;
    const auto now = archive::live_generation(db);
    if (attempt == kTries || (now && now->name == generation->name)) return index;
  }
}

Result<Index> Index::open_generation(const std::string& db, const archive::Generation& generation) {
  Index index;
  index.db_ = db;
  index.generation_ = generation;
  index.use_ = archive::GenerationUse::begin(generation);
  auto manifest = archive::read_manifest(db, generation);
  if (!manifest) return manifest.error();
  index.manifest_ = std::move(*manifest);
  auto layers = archive::LayeredIndex::open(db, generation, index.manifest_);
  if (!layers) return layers.error();
  index.layers_ = std::move(*layers);
  auto statistics = archive::Statistics::open(generation.statistics());
  if (!statistics) return damaged(db, statistics.error().message);
  index.statistics_ = std::move(*statistics);
  auto facet_names = archive::FacetNames::open(generation.facet_names());
  if (!facet_names) return damaged(db, facet_names.error().message);
  index.facet_names_ = std::move(*facet_names);
  return index;
}

Xapian::Query Index::live(const Xapian::Query& query) const {
  if (!layers_.deleted()) return query;
  return Xapian::Query(Xapian::Query::OP_AND_NOT, query,
                       match::docid_query(layers_.deleted(), database()));
}

}  // namespace khobao::searcher
