#include "common/archive/shards/shard_lengths.h"

#include <cstring>

#include "common/archive/disk/files.h"
#include "common/archive/generations/layer_docids.h"
#include "common/archive/reposts/number_file.h"
#include "common/language/say.h"

namespace khobao::archive {
namespace {

std::string lengths_path(const std::string& folder) { return folder + "/shard.lengths"; }

}  // namespace

Result<void> write_shard_lengths(const std::vector<Xapian::Database>& shards,
                                 const std::string& folder) {
  Xapian::Database all;
  for (const Xapian::Database& shard : shards) all.add_database(shard);
  const LayerDocids docids{shards.size()};
  std::vector<uint32_t> lengths(all.get_lastdocid() + size_t{1});
  for (size_t shard = 0; shard < shards.size(); ++shard) {
    const auto end = shards[shard].postlist_end("");
    for (auto at = shards[shard].postlist_begin(""); at != end; ++at)
      lengths[docids.whole(shard, *at)] = at.get_doclength();
  }
  std::string bytes;
  append_numbers(lengths, bytes);
  return replace_file(lengths_path(folder), bytes);
}

Result<std::vector<Xapian::termcount>> read_shard_lengths(const std::string& folder,
                                                          size_t articles) {
  const auto bytes = read_index_file(lengths_path(folder));
  if (!bytes) return bytes.error();
  if (bytes->size() != articles * sizeof(uint32_t)) {
    return Error{ErrorCode::index_corrupt, say("'{}' is damaged", lengths_path(folder)), ""};
  }
  std::vector<Xapian::termcount> lengths(articles);
  std::memcpy(lengths.data(), bytes->data(), bytes->size());
  return lengths;
}

}  // namespace khobao::archive
