#pragma once
/// What each shard of a publication says of itself: the value "khobao" of its Xapian metadata, JSON
/// with a checksum of its own (own_checksum.h). A publication is an archive's live articles, spread
/// over Xapian databases that stock servers can serve (indexer/publish).
///
///   {"format": "khobao publication", "version": 2, "schema_version": 9, …,
///    "publication": "0f3a…", "generation": "generation-000007", …, "shards": 4, "shard": 0,
///    "tables": {"statistics": {"bytes": 4096, "xxh128": "…", "parts": 1}, …}, "checksum": "…"}
///
/// An article belongs to the shard that shard_of() names. Opened together in their order, the
/// shards number articles as LayerDocids{shards} says; tables that name articles do so by these
/// docids.
#include <xapian.h>

#include <cstdint>
#include <map>
#include <string>

#include "common/base/result.h"

namespace khobao::archive {

inline constexpr int kPublicationVersion = 2;

/// A file of the generation that the shard's metadata hold, see publication_tables.h.
struct PublishedTable {
  uint64_t size_bytes = 0;
  std::string hash;  ///< 128-bit XXH3, hexadecimal
  size_t parts = 0;

  bool operator==(const PublishedTable&) const = default;
};

struct PublicationHeader {
  int schema_version = 0;
  int analyzer_version = 0;
  std::string vocabulary;   ///< hash, hexadecimal
  std::string publication;  ///< 32 digits, the same in all shards that belong together
  std::string generation;   ///< of the archive, by name
  std::string created;      ///< the generation, ISO 8601, UTC
  std::string published;
  uint64_t articles = 0, undated = 0, kept = 0, superseded = 0;  ///< as in the manifest
  std::string names, corrections;                                ///< hashes, as in the manifest
  size_t shards = 1, shard = 0;                                  ///< shard k of n, from 0
  uint64_t articles_here = 0;
  std::map<std::string, PublishedTable> tables;
};

/// Of this program's versions.
PublicationHeader current_publication_header();

/// The shard of n in which the article with this id term (kIdPrefix) is.
size_t shard_of(const std::string& id_term, size_t shards);

std::string publication_header_bytes(const PublicationHeader& header);

/// The header of a shard, which `name` names in messages: index_missing where the database is no
/// shard of a publication; index_incompatible where another version wrote it; index_corrupt where
/// it is not what was written. What comes may come from anybody. Throws Xapian errors.
Result<PublicationHeader> read_publication_header(const Xapian::Database& shard,
                                                  const std::string& name);

inline constexpr const char* kPublicationHeaderKey = "khobao";

}  // namespace khobao::archive
