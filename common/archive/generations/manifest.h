#pragma once
/// manifest.json: what a generation says of itself. Written last, so that its presence says
/// "whole"; it lists the layers that make up the generation and how each of their files looked.
#include <cstdint>
#include <string>
#include <vector>

#include "common/archive/generations/checksums.h"
#include "common/base/result.h"

namespace khobao::archive {

struct Generation;

/// One layer of a generation, as its manifest lists it.
struct LayerEntry {
  std::string name;        ///< "layer-000012"
  std::string db = {};     ///< folder of the archive that it is of, where that is another; never in the file
  uint64_t articles = 0;   ///< with those marked as deleted
  uint64_t deleted = 0;    ///< marked as deleted in this generation
  std::string dictionary;  ///< hash of its text.dictionary: layers with the same one can be merged
  Checksums files;
};

struct Manifest {
  int schema_version = 0;
  int analyzer_version = 0;
  std::string vocabulary;   ///< hash of the vocabulary, hexadecimal
  std::string created;      ///< ISO 8601, UTC
  uint64_t articles = 0;    ///< that are found: without deleted ones
  uint64_t undated = 0;     ///< of them
  uint64_t kept = 0;        ///< of them, texts that their sources no longer have
  uint64_t superseded = 0;  ///< of these, to which there is a newer text
  std::string names;        ///< hash of names.tsv as it was applied; "" for none
  std::string corrections;  ///< hash of corrections.jsonl as it was applied; "" for none
  std::vector<LayerEntry> layers;
  Checksums files;  ///< of the generation's folder, without the manifest
};

/// An empty manifest of this program's versions.
Manifest current_manifest();

/// "schema 9, analyzer 12, vocabulary 0f3a12bc": of what an index was written with.
Message versions_shown(int schema, int analyzer, const std::string& vocabulary);
inline Message versions_shown(const Manifest& m) {
  return versions_shown(m.schema_version, m.analyzer_version, m.vocabulary);
}

Result<void> write_manifest(const Generation& generation, const Manifest& manifest);

/// The manifest; index_incompatible, naming both versions and the rebuild command, where this
/// program cannot use the generation; index_corrupt where it is missing or not what was
/// written; an input error where it cannot be read.
Result<Manifest> read_manifest(const std::string& db, const Generation& generation);

}  // namespace khobao::archive
