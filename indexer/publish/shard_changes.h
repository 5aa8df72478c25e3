#pragma once
/// What a publication's shards lack of a generation's articles, and which docids the articles have
/// there afterwards. An article that stays, or is written again, keeps its docid; one that is new
/// gets the next one of its shard.
#include <xapian.h>

#include <cstdint>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "common/archive/generations/layered_index.h"
#include "common/archive/text_compression.h"

namespace khobao::publish {

struct ShardChanges {
  std::vector<Xapian::docid> gone;  ///< docids in the shard
  /// Docids in the archive and in the shard; by the order of their ids.
  std::vector<std::pair<Xapian::docid, Xapian::docid>> changed, added;
  uint64_t articles = 0;  ///< of the shard, afterwards
};

struct PublicationChanges {
  std::vector<ShardChanges> shards;
  /// By docid in the archive: the docid of all shards opened together; 0 where an article is not
  /// published.
  std::vector<Xapian::docid> published;

  uint64_t added() const;
  uint64_t changed() const;
  uint64_t gone() const;
};

/// `same_layers`: whether each of the archive's layers was there when the shards were written, so
/// that its articles need not be compared; of the others all are. `dictionary`: of the shards'
/// stored articles. index_corrupt where a stored article cannot be read. Throws Xapian errors.
Result<PublicationChanges> find_changes(const archive::LayeredIndex& index,
                                        const std::vector<bool>& same_layers,
                                        const std::vector<Xapian::Database>& shards,
                                        const archive::TextDictionary& dictionary);

}  // namespace khobao::publish
