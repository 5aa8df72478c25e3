#pragma once
/// Which articles of a generation are texts of the same article: the one at its source, and those
/// that it was before (indexer/keep).
///
/// File DB/generation-N/versions, there where an article has two texts and more: as that of repost
/// groups (common/archive/reposts/repost_groups.h), the articles of a chain newest first.
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/archive/generations/layered_index.h"
#include "common/archive/reposts/repost_groups.h"
#include "common/base/result.h"

namespace khobao::archive {

using Docids = std::vector<uint32_t>;

/// The kept texts of the article with this id, newest first; the one at its source is not among
/// them. Throws Xapian errors.
Docids kept_texts_of(const LayeredIndex& index, std::string_view id);

/// All texts of each article that has two and more, newest first. Throws Xapian errors.
std::vector<Docids> version_chains(const LayeredIndex& index);

/// Every text of the chains to which there is a newer one; ascending.
Docids superseded_in(const std::vector<Docids>& chains);

class VersionChains {
 public:
  /// No article has two texts.
  VersionChains() = default;
  /// Maps the file; index_corrupt where it is damaged.
  static Result<VersionChains> open(const std::string& path);

  /// In memory. `chains`: texts of one article each, newest first.
  static VersionChains of_chains(const std::vector<Docids>& chains);

  size_t size() const { return chains_.size(); }
  /// The chain that an article is in; nothing where it has one text.
  std::optional<size_t> of(uint32_t docid) const { return chains_.of(docid); }
  std::span<const uint32_t> chain(size_t n) const {
    return chains_.articles(static_cast<GroupNumber>(n));
  }
  /// As superseded_in(); null where there are none.
  const std::shared_ptr<const Docids>& superseded() const { return superseded_; }

 private:
  void find_superseded();

  RepostGroups chains_;
  std::shared_ptr<const Docids> superseded_;
};

}  // namespace khobao::archive
