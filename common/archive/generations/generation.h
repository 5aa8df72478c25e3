#pragma once
/// The database folder: generations of the index behind one pointer, made of layers.
///
///   DB/current                 the name of the live generation, one line, replaced atomically
///   DB/roots.json              the folders and settings of past runs
///   DB/names.tsv               the user's own organisations (common/names/user_names.h)
///   DB/corrections.jsonl       the user's corrections (indexer/recognise/corrections.h)
///   DB/writer.lock             held by the one process that writes; its time is that of the last
///   run DB/layer-000012/           articles as they were written together; never changed:
///       index/                 a Xapian database
///       text.dictionary        zstd dictionary of its stored articles
///   DB/generation-000007/      which layers make up the archive, and what holds for all of them:
///       manifest.json          versions, counts, layers, checksums (manifest.h)
///       deleted.marks          articles of the layers that went or changed (deletion_marks.h)
///       statistics             archive-wide counts of words and pairs (statistics.h)
///       rare.pairs             pairs too rare for it (indexer/commit/rare_pairs.h)
///       facet.names            what organisations, sources and documents are called
///                              (facet_names.h)
///       record.lines           JSON Lines records that stand in another line than when they were
///                              written (record_lines.h)
///       known.inputs           the inputs as they were read (indexer/change/known_inputs.h)
///
/// A small change writes one small layer and a new generation beside the live one, then swaps the
/// pointer. No file that a reader may hold is ever changed, so a search goes on undisturbed, and a
/// writer killed at any moment leaves the live generation whole. Layers are merged and written anew
/// as indexer/write/merge_policy.h says.
#include <string>

#include "common/archive/generations/manifest.h"
#include "common/base/result.h"

namespace khobao::archive {

/// Where the parts of a generation lie.
struct Generation {
  std::string name;    ///< "generation-000007"
  std::string folder;  ///< its path

  std::string manifest() const { return folder + "/manifest.json"; }
  std::string deletion_marks() const { return folder + "/deleted.marks"; }
  std::string statistics() const { return folder + "/statistics"; }
  std::string rare_pairs() const { return folder + "/rare.pairs"; }
  std::string facet_names() const { return folder + "/facet.names"; }
  std::string record_lines() const { return folder + "/record.lines"; }
  std::string known_inputs() const { return folder + "/known.inputs"; }
};

/// Where the parts of a layer lie.
struct Layer {
  std::string name;    ///< "layer-000012"
  std::string folder;  ///< its path

  std::string index() const { return folder + "/index"; }
  std::string dictionary() const { return folder + "/text.dictionary"; }
};

/// The live generation of the database folder. index_missing where the folder or its pointer is not
/// there; the hint names the command that builds one (`searched`: what the user gave as --db).
Result<Generation> live_generation(const std::string& db);

/// A new, empty folder with the next free number. Nothing points to it yet.
Result<Generation> create_generation(const std::string& db);
Result<Layer> create_layer(const std::string& db);

/// The layer of this name; names no path outside the database folder.
Layer layer_named(const std::string& db, const std::string& name);

/// Brings all files of a folder to the disk.
void sync_folder(const std::string& folder);

/// Makes `generation`, whose manifest is written, the live one: its files first reach the disk,
/// then the pointer is replaced.
Result<void> make_live(const std::string& db, const Generation& generation);

/// Removes the generations that are not live and the layers that belong to none: what was replaced,
/// and what a run that was cut short left. A generation that a search still holds
/// (generation_use.h) stays, with its layers, until a later run. Call it with the writer lock held.
void remove_unused(const std::string& db);

}  // namespace khobao::archive
