#include "indexer/write/corrected_articles.h"

#include <algorithm>

#include "common/archive/versions/version_chains.h"
#include "common/archive/xapian_guard.h"
#include "common/language/say.h"

namespace khobao::write {

Result<uint64_t> rewrite_corrected(const std::string& db, const commit::LiveArchive& live,
                                   const std::set<std::string>& ids,
                                   const std::vector<size_t>& left_out, const Revise& revise,
                                   archive::DeletionMarks& marks, NewLayer& target) {
  if (ids.empty()) return uint64_t{0};
  const auto index = archive::LayeredIndex::open(db, live.generation, live.manifest);
  if (!index) return index.error();
  const auto rewrite = [&]() -> Result<uint64_t> {
    uint64_t written = 0;
    archive::DeletionMarks replaced(marks.size());
    std::vector<Xapian::docid> docids;
    for (const std::string& id : ids) {
      if (const Xapian::docid docid = index->find_typed(id); docid != 0) docids.push_back(docid);
      for (const uint32_t docid : archive::kept_texts_of(*index, id)) docids.push_back(docid);
    }
    std::sort(docids.begin(), docids.end());
    docids.erase(std::unique(docids.begin(), docids.end()), docids.end());
    for (const Xapian::docid docid : docids) {
      const size_t layer = index->layer_of(docid);
      const Xapian::docid in_layer = index->docid_in_layer(docid);
      if (std::binary_search(left_out.begin(), left_out.end(), layer) ||
          archive::is_marked(marks[layer], in_layer)) {
        continue;
      }
      auto stored = stored_article(*index, docid);
      if (!stored) return stored.error();
      const archive::Article before = stored->article;
      stored->tokens = revise(stored->article);
      if (stored->article == before) continue;
      if (auto added = target.add(0, std::move(*stored)); !added) return added.error();
      replaced[layer].push_back(in_layer);
      ++written;
    }
    for (size_t layer = 0; layer < marks.size(); ++layer)
      marks[layer].insert(marks[layer].end(), replaced[layer].begin(), replaced[layer].end());
    archive::tidy_marks(marks);
    return written;
  };
  return archive::guarded(say("write corrected articles"), db, rewrite);
}

}  // namespace khobao::write
