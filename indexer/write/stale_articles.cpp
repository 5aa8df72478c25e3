#include "indexer/write/stale_articles.h"

#include "common/archive/disk/files.h"
#include "common/archive/generations/layered_index.h"
#include "common/archive/stored_article.h"
#include "common/archive/xapian_guard.h"
#include "common/language/say.h"

namespace khobao::write {
namespace {

// The input path of a stored article; throws Xapian errors.
Result<std::string> stored_path(const Xapian::Database& database, Xapian::docid docid,
                                const archive::TextDictionary& dictionary) {
  const auto slot = static_cast<Xapian::valueno>(archive::Slot::article);
  const auto bytes = archive::decompress(database.get_document(docid).get_value(slot), dictionary);
  if (!bytes) return bytes.error();
  const auto article = archive::decode_article(*bytes);
  if (!article) return article.error();
  return article->path;
}

}  // namespace

Result<archive::DeletionMarks> mark_stale(const std::string& db, const commit::LiveArchive& live,
                                          const std::vector<std::string>& stale) {
  const auto index = archive::LayeredIndex::open(db, live.generation, live.manifest);
  if (!index) return index.error();
  return archive::guarded(say("look up articles"), db, [&]() -> Result<archive::DeletionMarks> {
    archive::DeletionMarks marks = index->marks();
    for (const std::string& id : stale) {
      const std::string term = archive::prefixed_term(archive::kIdPrefix, id);
      const auto end = index->database().postlist_end(term);
      for (auto it = index->database().postlist_begin(term); it != end; ++it)
        marks[index->layer_of(*it)].push_back(index->docid_in_layer(*it));
    }
    archive::tidy_marks(marks);
    return marks;
  });
}

Result<void> mark_contested(const std::string& db, const std::vector<NewLayer::Part>& parts,
                            const std::map<std::string, std::string>& contested) {
  if (contested.empty()) return {};
  return archive::guarded(say("look up articles"), db, [&]() -> Result<void> {
    for (const NewLayer::Part& part : parts) {
      std::vector<Xapian::docid> marks;
      auto bytes = archive::read_index_file(part.dictionary);
      if (!bytes) return bytes.error();
      const archive::TextDictionary dictionary(std::move(*bytes));
      const Xapian::Database database(part.index, Xapian::DB_BACKEND_GLASS);
      for (const auto& [id, place] : contested) {
        const std::string term = archive::prefixed_term(archive::kIdPrefix, id);
        const auto end = database.postlist_end(term);
        for (auto it = database.postlist_begin(term); it != end; ++it) {
          const auto path = stored_path(database, *it, dictionary);
          if (!path) return path.error();
          if (*path != place) marks.push_back(*it);
        }
      }
      part.mark(marks);
    }
    return {};
  });
}

}  // namespace khobao::write
