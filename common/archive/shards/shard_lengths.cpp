#include "common/archive/shards/shard_lengths.h"

#include <algorithm>
#include <cstring>

#include "common/archive/disk/files.h"
#include "common/archive/reposts/number_file.h"
#include "common/language/say.h"

namespace khobao::archive {

std::string shard_lengths(const std::vector<Xapian::termcount>& lengths,
                          const std::vector<Xapian::docid>& published) {
  const size_t count = std::min(lengths.size(), published.size());
  std::vector<uint32_t> there;
  for (size_t docid = 0; docid < count; ++docid) {
    if (published[docid] == 0) continue;
    if (there.size() <= published[docid]) there.resize(published[docid] + size_t{1});
    there[published[docid]] = lengths[docid];
  }
  std::string bytes;
  append_numbers(there, bytes);
  return bytes;
}

Result<std::vector<Xapian::termcount>> read_shard_lengths(const std::string& folder,
                                                          size_t articles) {
  const std::string path = folder + "/" + kShardLengths;
  const auto bytes = read_index_file(path);
  if (!bytes) return bytes.error();
  if (bytes->size() % sizeof(uint32_t) != 0 || bytes->size() / sizeof(uint32_t) > articles)
    return Error{ErrorCode::index_corrupt, say("'{}' is damaged", path), ""};
  std::vector<Xapian::termcount> lengths(articles);
  std::memcpy(lengths.data(), bytes->data(), bytes->size());
  return lengths;
}

}  // namespace khobao::archive
