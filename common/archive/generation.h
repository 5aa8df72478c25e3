#pragma once
/// The database folder: generations of the index behind one pointer.
///
///   DB/current                 the name of the live generation, one line, replaced atomically
///   DB/roots.json              the folders and settings of past runs
///   DB/names.tsv               the user's own organisations (common/names/user_names.h)
///   DB/writer.lock             held by the one process that writes
///   DB/generation-000007/      one whole index:
///       index/                 the Xapian database
///       manifest.json          versions, counts; written last, so that its presence says "whole"
///       text.dictionary        zstd dictionary of the stored texts
///       statistics             archive-wide counts of words and pairs (statistics.h)
///       facet.names            what organisations, sources and documents are called
///       (facet_names.h)
#include <cstdint>
#include <string>

#include "common/base/result.h"

namespace khobao::archive {

/// What a generation says of itself.
struct Manifest {
  int schema_version = 0;
  int analyzer_version = 0;
  std::string vocabulary;  ///< hash of the vocabulary, hexadecimal
  std::string created;     ///< ISO 8601, UTC
  uint64_t articles = 0;
  uint64_t undated = 0;
};

/// A manifest of this program's versions.
Manifest current_manifest();

/// Where the parts of a generation lie.
struct Generation {
  std::string name;    ///< "generation-000007"
  std::string folder;  ///< its path

  std::string index() const { return folder + "/index"; }
  std::string manifest() const { return folder + "/manifest.json"; }
  std::string dictionary() const { return folder + "/text.dictionary"; }
  std::string statistics() const { return folder + "/statistics"; }
  std::string facet_names() const { return folder + "/facet.names"; }
};

/// The live generation of the database folder. index_missing where the folder or its pointer is not
/// there; the hint names the command that builds one (`searched`: what the user gave as --db).
Result<Generation> live_generation(const std::string& db);

/// A new, empty generation folder with the next free number. Nothing points to it yet.
Result<Generation> create_generation(const std::string& db);

/// Makes `generation` the live one: its files first reach the disk, then the pointer is replaced.
Result<void> make_live(const std::string& db, const Generation& generation);

/// Removes generation folders that are not live, as leftovers of a run that was cut short or as
/// replaced ones; the newest replaced one stays for searches still under way.
void remove_old_generations(const std::string& db, const Generation& live, const std::string& keep);

Result<void> write_manifest(const Generation& generation, const Manifest& manifest);

/// The manifest; index_incompatible, naming both versions and the rebuild command, where this
/// program cannot use the generation; index_corrupt where it cannot be read.
Result<Manifest> read_manifest(const std::string& db, const Generation& generation);

}  // namespace khobao::archive
