#include "common/archive/publication/publication_tables.h"

#include <algorithm>
#include <cstdio>

#include "common/archive/damage.h"
#include "common/archive/disk/hash.h"
#include "common/archive/text_compression.h"
#include "common/language/say.h"

namespace khobao::archive {
namespace {

constexpr size_t kHashBytes = 16;

std::string part_key(const std::string& table, size_t part) {
  char number[24];
  std::snprintf(number, sizeof number, "/%04zu", part);
  return std::string(kPublicationHeaderKey) + "/" + table + number;
}

size_t parts_of(uint64_t bytes) { return (bytes + kTablePartBytes - 1) / kTablePartBytes; }

}  // namespace

PublishedTable published_table(std::string_view bytes) {
  return {.size_bytes = bytes.size(),
          .hash = to_hex(content_hash(bytes)),
          .parts = parts_of(bytes.size())};
}

PublishedTable write_published_table(Xapian::WritableDatabase& shard, const std::string& name,
                                     std::string_view bytes, const PublishedTable& before) {
  PublishedTable table = published_table(bytes);
  const TextDictionary none("");
  TextCompressor compressor(none);
  for (size_t part = 0; part < table.parts; ++part) {
    const std::string packed =
        compressor.compress(bytes.substr(part * kTablePartBytes, kTablePartBytes));
    const std::string key = part_key(name, part), value = content_hash(packed) + packed;
    if (part >= before.parts || shard.get_metadata(key) != value) shard.set_metadata(key, value);
  }
  for (size_t part = table.parts; part < before.parts; ++part)
    shard.set_metadata(part_key(name, part), "");
  return table;
}

Result<std::string> read_published_table(const Xapian::Database& shard,
                                         const PublicationHeader& header, const std::string& table,
                                         const std::string& name) {
  const auto found = header.tables.find(table);
  if (found == header.tables.end()) return damaged_shard(name, say("it has no table '{}'", table));
  const PublishedTable& told = found->second;
  const auto other = [&](size_t part) {
    return damaged_shard(name,
                         say("part {} of its table '{}' is not what was written", part, table));
  };
  if (told.parts != parts_of(told.size_bytes)) return other(0);
  const TextDictionary none("");
  std::string bytes;
  for (size_t part = 0; part < told.parts; ++part) {
    const std::string stored = shard.get_metadata(part_key(table, part));
    if (stored.size() < kHashBytes) return other(part);
    const std::string_view packed = std::string_view(stored).substr(kHashBytes);
    if (content_hash(packed) != std::string_view(stored).substr(0, kHashBytes)) return other(part);
    const auto text = decompress(packed, none);
    const uint64_t wanted =
        std::min<uint64_t>(kTablePartBytes, told.size_bytes - part * kTablePartBytes);
    if (!text || text->size() != wanted) return other(part);
    bytes += *text;
  }
  if (to_hex(content_hash(bytes)) != told.hash)
    return damaged_shard(name, say("its table '{}' is not what was written", table));
  return bytes;
}

}  // namespace khobao::archive
