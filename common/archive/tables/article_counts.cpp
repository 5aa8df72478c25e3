#include "common/archive/tables/article_counts.h"

#include "common/archive/xapian_guard.h"
#include "common/language/say.h"

namespace khobao::archive {
namespace {

// Undated articles, without deleted ones; throws Xapian errors.
uint64_t count_undated(const LayeredIndex& index) {
  uint64_t undated = index.database().get_termfreq(std::string(kUndatedTerm));
  if (!index.deleted()) return undated;
  auto dates = index.database().valuestream_begin(static_cast<Xapian::valueno>(Slot::published));
  const Xapian::ValueIterator end;
  for (const Xapian::docid docid : *index.deleted()) {
    if (dates != end) dates.skip_to(docid);
    undated -= dates == end || dates.get_docid() != docid;
  }
  return undated;
}

}  // namespace

Result<void> count_articles(const std::string& db, const LayeredIndex& index, Manifest& manifest) {
  manifest.articles = 0;
  for (size_t i = 0; i < manifest.layers.size(); ++i) {
    LayerEntry& layer = manifest.layers[i];
    layer.deleted = index.marks()[i].size();
    manifest.articles += layer.articles - layer.deleted;
  }
  return guarded(say("count undated articles"), db, [&]() -> Result<void> {
    manifest.undated = count_undated(index);
    return {};
  });
}

Result<Docids> chain_versions(const std::string& db, const LayeredIndex& index, Manifest& manifest,
                              const Generation& to) {
  return guarded(say("read the index"), db, [&]() -> Result<Docids> {
    const std::string term(kKeptTerm);
    const auto end = index.database().postlist_end(term);
    for (auto posting = index.database().postlist_begin(term); posting != end; ++posting)
      manifest.kept += !index.is_deleted(*posting);
    if (manifest.kept == 0) return Docids();
    const auto chains = version_chains(index);
    Docids superseded = superseded_in(chains);
    manifest.superseded = superseded.size();
    if (chains.empty()) return superseded;
    if (auto written = write_repost_groups(to.versions(), chains); !written)
      return written.error();
    return superseded;
  });
}

}  // namespace khobao::archive
