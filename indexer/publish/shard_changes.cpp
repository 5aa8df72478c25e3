#include "indexer/publish/shard_changes.h"

#include "common/archive/generations/layer_docids.h"
#include "common/archive/publication/publication_header.h"
#include "common/archive/schema.h"
#include "common/archive/stored_article.h"

namespace khobao::publish {
namespace {

using archive::Slot;

constexpr Xapian::valueno number_of(Slot slot) { return static_cast<Xapian::valueno>(slot); }

const std::string kIds(archive::kIdPrefix);

// 0 where no live article has the term.
Xapian::docid live_article(const archive::LayeredIndex& index, const std::string& term) {
  const auto end = index.database().postlist_end(term);
  for (auto at = index.database().postlist_begin(term); at != end; ++at) {
    if (!index.is_deleted(*at)) return *at;
  }
  return 0;
}

Xapian::docid article_in(const Xapian::Database& shard, const std::string& term) {
  const auto at = shard.postlist_begin(term);
  return at == shard.postlist_end(term) ? 0 : *at;
}

// Everything else that a published article is made of follows from these.
Result<bool> is_same(const archive::LayeredIndex& index, Xapian::docid docid,
                     const Xapian::Document& published, const archive::TextDictionary& dictionary) {
  if (published.get_value(number_of(Slot::root)) != index.value(docid, Slot::root)) return false;
  const auto before =
      archive::decompress(published.get_value(number_of(Slot::article)), dictionary);
  if (!before) return false;
  const auto now = index.stored_article(docid);
  if (!now) return now.error();
  return archive::encode_article(*now) == *before;
}

template <class Count>
uint64_t sum(const std::vector<ShardChanges>& shards, Count count) {
  uint64_t all = 0;
  for (const ShardChanges& shard : shards) all += count(shard).size();
  return all;
}

}  // namespace

uint64_t PublicationChanges::added() const {
  return sum(
      shards, [](const ShardChanges& s) -> const auto& { return s.added; });
}
uint64_t PublicationChanges::changed() const {
  return sum(
      shards, [](const ShardChanges& s) -> const auto& { return s.changed; });
}
uint64_t PublicationChanges::gone() const {
  return sum(
      shards, [](const ShardChanges& s) -> const auto& { return s.gone; });
}

Result<PublicationChanges> find_changes(const archive::LayeredIndex& index,
                                        const std::vector<bool>& same_layers,
                                        const std::vector<Xapian::Database>& shards,
                                        const archive::TextDictionary& dictionary) {
  PublicationChanges changes;
  changes.shards.resize(shards.size());
  changes.published.resize(index.database().get_lastdocid() + size_t{1});
  const archive::LayerDocids docids{shards.size()};
  std::vector<Xapian::docid> last;
  last.reserve(shards.size());
  std::vector<uint64_t> found(shards.size());
  for (const Xapian::Database& shard : shards) last.push_back(shard.get_lastdocid());
  const auto ids_end = index.database().allterms_end(kIds);
  for (auto id = index.database().allterms_begin(kIds); id != ids_end; ++id) {
    const std::string term = *id;
    const Xapian::docid docid = live_article(index, term);
    if (docid == 0) continue;
    const size_t k = archive::shard_of(term, shards.size());
    ShardChanges& shard = changes.shards[k];
    ++shard.articles;
    Xapian::docid in_shard = article_in(shards[k], term);
    if (in_shard == 0) {
      in_shard = ++last[k];
      shard.added.emplace_back(docid, in_shard);
    } else {
      ++found[k];
      if (!same_layers[index.layer_of(docid)]) {
        const auto same = is_same(index, docid, shards[k].get_document(in_shard), dictionary);
        if (!same) return same.error();
        if (!*same) shard.changed.emplace_back(docid, in_shard);
      }
    }
    changes.published[docid] = docids.whole(k, in_shard);
  }
  for (size_t k = 0; k < shards.size(); ++k) {
    if (found[k] == shards[k].get_doccount()) continue;
    const auto end = shards[k].allterms_end(kIds);
    for (auto id = shards[k].allterms_begin(kIds); id != end; ++id) {
      if (live_article(index, *id) == 0)
        changes.shards[k].gone.push_back(article_in(shards[k], *id));
    }
  }
  return changes;
}

}  // namespace khobao::publish
