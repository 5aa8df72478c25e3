#include "searcher/index.h"

#include "common/archive/files.h"
#include "common/archive/stored_article.h"
#include "common/archive/xapian_guard.h"

namespace khobao::searcher {

Result<Index> Index::open(const std::string& db) {
  Index index;
  index.db_ = db;
  // The pointer may move to a newer generation, and the old one go, between reading and opening.
  constexpr int kTries = 3;
  for (int attempt = 1;; ++attempt) {
    const auto generation = archive::live_generation(db);
    if (!generation) return generation.error();
    index.generation_ = *generation;
    auto manifest = archive::read_manifest(db, *generation);
    auto dictionary = archive::read_file(generation->dictionary());
    auto statistics = archive::Statistics::open(generation->statistics());
    auto facet_names = archive::FacetNames::open(generation->facet_names());
    auto opened = archive::guarded("open it", db, [&]() -> Result<void> {
      index.database_ = Xapian::Database(generation->index());
      return {};
    });
    if (manifest && dictionary && statistics && facet_names && opened) {
      index.statistics_ = std::move(*statistics);
      index.facet_names_ = std::move(*facet_names);
      index.manifest_ = std::move(*manifest);
      index.dictionary_ = std::make_shared<archive::TextDictionary>(std::move(*dictionary));
      return index;
    }
    const auto now = archive::live_generation(db);
    if (attempt < kTries && now && now->name != generation->name) continue;
    if (!manifest) return manifest.error();
    if (!opened) return opened.error();
    const Error& part = !dictionary   ? dictionary.error()
                        : !statistics ? statistics.error()
                                      : facet_names.error();
    return Error{ErrorCode::index_corrupt, "index '" + db + "' is damaged: " + part.message,
                 "build it anew with 'indexer rebuild --db " + db + " PATH'"};
  }
}

Result<archive::Article> Index::article(Xapian::docid docid) const {
  auto bytes = archive::decompress(value(docid, archive::Slot::article), *dictionary_);
  auto article = bytes ? archive::decode_article(*bytes) : Result<archive::Article>(bytes.error());
  if (article) return article;
  return Error{ErrorCode::index_corrupt,
               "index '" + db_ + "' is damaged: " + article.error().message,
               "build it anew with 'indexer rebuild --db " + db_ + " PATH'"};
}

Xapian::docid Index::find(std::string_view id) const {
  const std::string term = archive::prefixed_term(archive::kIdPrefix, id);
  const auto posting = database_.postlist_begin(term);
  return posting == database_.postlist_end(term) ? 0 : *posting;
}

std::string Index::value(Xapian::docid docid, archive::Slot slot) const {
  return database_.get_document(docid).get_value(static_cast<Xapian::valueno>(slot));
}

}  // namespace khobao::searcher
