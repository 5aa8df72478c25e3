#include "common/archive/versions/version_chains.h"

#include <algorithm>

#include "common/archive/remote/gathered_articles.h"
#include "common/archive/schema.h"
#include "common/archive/versions/version_id.h"

namespace khobao::archive {
namespace {

std::string id_of(const LayeredIndex& index, Xapian::docid docid) {
  const std::string order = index.value(docid, Slot::order);
  return order.substr(std::min(order.size(), kOrderDateBytes));
}

// The articles that count and hold the term.
Docids holders(const LayeredIndex& index, const std::string& term) {
  if (index.gathered()) return index.gathered()->holders(term);
  Docids docids;
  const auto end = index.database().postlist_end(term);
  for (auto posting = index.database().postlist_begin(term); posting != end; ++posting) {
    if (!index.is_deleted(*posting)) docids.push_back(*posting);
  }
  return docids;
}

Docids newest_first(const LayeredIndex& index, const Docids& docids) {
  std::vector<std::pair<std::string, uint32_t>> versions;
  for (const uint32_t docid : docids) versions.emplace_back(id_of(index, docid), docid);
  std::sort(versions.begin(), versions.end(),
            [](const auto& a, const auto& b) { return went_before(b.first, a.first); });
  Docids sorted;
  for (const auto& version : versions) sorted.push_back(version.second);
  return sorted;
}

}  // namespace

Docids kept_texts_of(const LayeredIndex& index, std::string_view id) {
  return newest_first(index, holders(index, prefixed_term(kVersionPrefix, id)));
}

std::vector<Docids> version_chains(const LayeredIndex& index) {
  std::vector<Docids> chains;
  const std::string prefix(kVersionPrefix);
  const auto end = index.database().allterms_end(prefix);
  for (auto term = index.database().allterms_begin(prefix); term != end; ++term) {
    // Long ids are hashed alike under both prefixes.
    Docids chain = holders(index, std::string(kIdPrefix) + (*term).substr(prefix.size()));
    const Docids kept = newest_first(index, holders(index, *term));
    chain.insert(chain.end(), kept.begin(), kept.end());
    if (chain.size() > 1) chains.push_back(std::move(chain));
  }
  return chains;
}

Docids superseded_in(const std::vector<Docids>& chains) {
  Docids docids;
  for (const Docids& chain : chains) docids.insert(docids.end(), chain.begin() + 1, chain.end());
  std::sort(docids.begin(), docids.end());
  return docids;
}

Result<VersionChains> VersionChains::open(const std::string& path) {
  auto chains = RepostGroups::open(path);
  if (!chains) return chains.error();
  VersionChains out;
  out.chains_ = std::move(*chains);
  out.find_superseded();
  return out;
}

VersionChains VersionChains::of_chains(const std::vector<Docids>& chains) {
  VersionChains out;
  out.chains_ = RepostGroups::of_groups(chains);
  out.find_superseded();
  return out;
}

void VersionChains::find_superseded() {
  Docids superseded;
  for (size_t n = 0; n < size(); ++n) {
    const auto texts = chain(n);
    if (!texts.empty()) superseded.insert(superseded.end(), texts.begin() + 1, texts.end());
  }
  std::sort(superseded.begin(), superseded.end());
  if (!superseded.empty()) superseded_ = std::make_shared<const Docids>(std::move(superseded));
}

}  // namespace khobao::archive
