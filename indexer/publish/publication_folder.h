#pragma once
/// A folder of publications, as Xapian's stock servers read it:
///
///   DIR/live -> publication-000003     a symbolic link, replaced atomically: all shards at once
///   DIR/writer.lock                    held by the one process that publishes
///   DIR/publication-000003/
///       shard-01, shard-02 …           stub files: what is served is DIR/live/shard-01
///       shard-01.db/                   a Xapian database; never changed once it is published
///       shard-01.sums                  checksums of its blocks (block_sums.h)
///       publication.json               what it was made of (publication_record.h)
///
/// A stub names its database by the publication's own folder ("auto
/// ../publication-000003/shard-01.db"), so that a server that opened it stays with it when the link
/// has moved on. The publication before stays until the next one is begun, for those who are still
/// reading or copying it.
#include <optional>
#include <string>

#include "common/base/result.h"

namespace khobao::publish {

struct PublicationFolder {
  std::string into;  ///< DIR
  std::string name;  ///< "publication-000003"

  std::string path() const { return into + "/" + name; }
  std::string record() const { return path() + "/publication.json"; }
  std::string stub(size_t shard) const { return path() + "/" + shard_name(shard); }
  std::string database(size_t shard) const { return stub(shard) + ".db"; }
  std::string sums(size_t shard) const { return stub(shard) + ".sums"; }

  /// "shard-01" of the first one, 0.
  static std::string shard_name(size_t shard);
};

/// What is served; nothing where nothing was published yet. An input error where that cannot be
/// told, index_corrupt where the link names no publication.
Result<std::optional<PublicationFolder>> live_publication(const std::string& into);

/// An input error where `into` is there and holds something else than publications.
Result<void> check_publication_target(const std::string& into);

/// A new, empty folder with the next free number.
Result<PublicationFolder> create_publication(const std::string& into);

/// What a stub file must hold.
std::string stub_bytes(const PublicationFolder& folder, size_t shard);

/// Brings the folder to the disk and has the link name it. Where an error comes back, the one
/// before is served, unless its message says that this is not known.
Result<void> make_live(const PublicationFolder& folder);

/// Removes all publications but the live one (none: all of them), and what was begun.
Result<void> remove_other_publications(const std::string& into,
                                       const std::optional<PublicationFolder>& live);

}  // namespace khobao::publish
