#pragma once
/// Which articles of a generation are reposts of one another.
///
/// A group is a set of articles that is_repost() joins, one by one: a function of the articles
/// alone, whatever updates brought them (group_builder.h). Articles without a repost are in none.
///
/// File DB/generation-N/reposts, 32-bit numbers, little-endian: "KBRG" version; the number of
/// groups and of articles in them; where each group begins in the list that follows, and one more
/// end; the groups' articles, by docid; all these docids, ascending; the group of each.
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "common/archive/disk/mapped_file.h"
#include "common/base/result.h"

namespace khobao::archive {

using GroupNumber = uint32_t;

class RepostGroups {
 public:
  /// Maps the file; index_corrupt where it is missing or damaged.
  static Result<RepostGroups> open(const std::string& path);
  /// In memory. `groups`: docids, as articles() has them.
  static RepostGroups of_groups(const std::vector<std::vector<uint32_t>>& groups);

  size_t size() const { return begins_.empty() ? 0 : begins_.size() - 1; }

  /// The group of an article; nothing where it has no repost.
  std::optional<GroupNumber> of(uint32_t docid) const;

  /// Its articles, two or more, in the order of their dates: the oldest first, undated ones last,
  /// equal dates by id.
  std::span<const uint32_t> articles(GroupNumber group) const;

  /// All articles that are in a group, ascending.
  std::span<const uint32_t> grouped() const { return docids_; }
  /// The groups of these.
  std::span<const GroupNumber> groups_of_grouped() const { return groups_; }

 private:
  bool read(std::span<const uint32_t> numbers);

  MappedFile file_;
  std::shared_ptr<const std::vector<uint32_t>> numbers_;  // where no file is mapped
  std::span<const uint32_t> begins_, articles_, docids_, groups_;
};

/// `groups`: docids, as RepostGroups has them.
Result<void> write_repost_groups(const std::string& path,
                                 const std::vector<std::vector<uint32_t>>& groups);

}  // namespace khobao::archive
