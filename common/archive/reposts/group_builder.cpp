#include "common/archive/reposts/group_builder.h"

#include <xapian.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "common/archive/disk/hash.h"
#include "common/archive/generations/generation.h"
#include "common/archive/reposts/fingerprint_file.h"
#include "common/archive/reposts/grouping.h"
#include "common/archive/reposts/repost_groups.h"
#include "common/archive/schema.h"
#include "common/archive/xapian_guard.h"
#include "common/language/say.h"

namespace khobao::archive {
namespace {

constexpr Xapian::valueno slot(Slot s) { return static_cast<Xapian::valueno>(s); }

// The articles that count, in the order of the hashes of their ids: one that depends neither on
// layers nor on when they came, and is spread over stories.
std::vector<Xapian::docid> articles_of(const LayeredIndex& index,
                                       const std::vector<uint32_t>& left_out) {
  std::vector<std::pair<uint64_t, Xapian::docid>> articles;
  auto listing = index.database().postlist_begin(std::string(kListingTerm));
  const auto no_more = index.database().postlist_end(std::string(kListingTerm));
  const Xapian::ValueIterator end;
  for (auto order = index.database().valuestream_begin(slot(Slot::order)); order != end; ++order) {
    const Xapian::docid docid = order.get_docid();
    if (listing != no_more) listing.skip_to(docid);
    if ((listing != no_more && *listing == docid) || index.is_deleted(docid) ||
        std::binary_search(left_out.begin(), left_out.end(), docid))
      continue;
    const std::string key = *order;
    const size_t id = std::min(key.size(), kOrderDateBytes);
    articles.emplace_back(hash64(std::string_view(key).substr(id)), docid);
  }
  std::sort(articles.begin(), articles.end());
  std::vector<Xapian::docid> docids;
  docids.reserve(articles.size());
  for (const auto& article : articles) docids.push_back(article.second);
  return docids;
}

// Oldest first, undated last, equal dates by id.
std::pair<std::string, std::string> date_and_id(const LayeredIndex& index,
                                                Xapian::docid docid) {
  std::string published = index.value(docid, Slot::published);
  if (published.empty()) published = "~";
  std::string order = index.value(docid, Slot::order);
  return {std::move(published), order.substr(std::min(order.size(), kOrderDateBytes))};
}

void sort_by_date(const LayeredIndex& index, std::vector<uint32_t>& group) {
  std::vector<std::pair<std::pair<std::string, std::string>, uint32_t>> keyed;
  keyed.reserve(group.size());
  for (const uint32_t docid : group) keyed.emplace_back(date_and_id(index, docid), docid);
  std::sort(keyed.begin(), keyed.end());
  std::transform(keyed.begin(), keyed.end(), group.begin(),
                 [](const auto& entry) { return entry.second; });
}

}  // namespace

Result<void> build_repost_groups(const std::string& db, const Manifest& manifest,
                                 const LayeredIndex& index,
                                 const std::vector<uint32_t>& left_out, const std::string& to) {
  std::vector<Fingerprints> layers;
  for (const LayerEntry& entry : manifest.layers) {
    auto layer = Fingerprints::open(layer_at(db, entry).fingerprints(), entry.articles);
    if (!layer) return layer.error();
    layers.push_back(std::move(*layer));
  }
  return guarded(say("group reposts"), db, [&]() -> Result<void> {
    const std::vector<Xapian::docid> articles = articles_of(index, left_out);
    auto groups = group_reposts(static_cast<uint32_t>(articles.size()), [&](uint32_t article) {
      const Xapian::docid docid = articles[article];
      return layers[index.layer_of(docid)].of(index.docid_in_layer(docid));
    });
    for (auto& group : groups) {
      for (uint32_t& article : group) article = articles[article];
      sort_by_date(index, group);
    }
    return write_repost_groups(to, groups);
  });
}

}  // namespace khobao::archive
