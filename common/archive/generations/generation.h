#pragma once
/// The database folder: generations of the index behind one pointer, made of layers.
///
///   DB/current                 which generation is live, replaced atomically (pointer.h)
///   DB/writer.lock             held by the one process that writes; its time is the last run's
///   DB/layer-000012/           articles as they were written together; never changed:
///       index/                 a Xapian database
///       index.sums             checksums of its blocks (block_sums.h)
///       streams                the articles' token streams (common/archive/streams/stream_file.h)
///       text.dictionary        zstd dictionary of its stored articles
///       fingerprints           of its articles' texts (common/archive/reposts/fingerprint_file.h)
///       postings               of its common words and pairs (common/archive/postings/posting_file.h)
///   DB/layer-000012.segments/  parts of a layer that is being written
///   DB/generation-000007/      which layers make up the archive, and what holds for all of them:
///       manifest.json          versions, counts, layers, checksums (manifest.h)
///       deleted.marks          articles of the layers that went or changed (deletion_marks.h)
///       statistics             archive-wide counts of words and pairs (statistics.h)
///       rare.pairs             pairs too rare for it (common/archive/tables/rare_pairs.h)
///       facet.names            what organisations, sources and documents are called
///                              (facet_names.h)
///       name.forms             how people, places and bodies may be typed (facets/name_forms.h)
///       reposts                groups of articles that are near copies of one another
///                              (common/archive/reposts/repost_groups.h)
///       tables.sums            checksums of the blocks of these tables (block_sums.h)
///       first.seen             since when each article is held, carried from generation to
///                              generation (first_seen.h)
///       record.lines           JSON Lines records that stand in another line than when they were
///                              written (record_lines.h)
///       lessons                what the articles teach of furniture (indexer/lessons)
///       known.inputs           the inputs as they were read (indexer/change/known_inputs.h)
///       roots.json             the folders and settings of past runs
///       names.tsv              the user's own organisations, where there are any
///                              (common/names/user_names.h)
///       corrections.jsonl      the user's corrections, where there are any
///                              (indexer/recognise/corrections.h)
///       hidden.jsonl           orders to hide articles (indexer/change/hidden_articles.h)
///       kept.jsonl.zst         texts that their sources no longer have, and keep.versions where
///                              more are to be kept (indexer/keep/replaced_texts.h)
///       versions               which articles are texts of the same one (common/archive/versions)
///
/// A small change writes one small layer and a new generation beside the live one, then swaps the
/// pointer. No file that a reader may hold is ever changed, so a search goes on undisturbed, and a
/// writer killed at any moment leaves the live generation whole. Layers are merged and written
/// again as indexer/write/merge_policy.h says; what nothing needs any more is removed by
/// cleaning.h.
#include <string>
#include <string_view>

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
  std::string name_forms() const { return folder + "/name.forms"; }
  std::string reposts() const { return folder + "/reposts"; }
  std::string table_sums() const { return folder + "/tables.sums"; }
  std::string first_seen() const { return folder + "/first.seen"; }
  std::string record_lines() const { return folder + "/record.lines"; }
  std::string lessons() const { return folder + "/lessons"; }
  std::string known_inputs() const { return folder + "/known.inputs"; }
  std::string roots() const { return folder + "/roots.json"; }
  std::string names() const { return folder + "/names.tsv"; }
  std::string corrections() const { return folder + "/corrections.jsonl"; }
  std::string hidden() const { return folder + "/hidden.jsonl"; }
  std::string versions() const { return folder + "/versions"; }
};

/// Where the parts of a layer lie.
struct Layer {
  std::string name;    ///< "layer-000012"
  std::string folder;  ///< its path

  std::string index() const { return folder + "/index"; }
  std::string block_sums() const { return folder + "/index.sums"; }
  std::string streams() const { return folder + "/streams"; }
  std::string dictionary() const { return folder + "/text.dictionary"; }
  std::string fingerprints() const { return folder + "/fingerprints"; }
  std::string postings() const { return folder + "/postings"; }
  std::string segments() const { return folder + ".segments"; }
};

/// The number in the name of a generation or layer; 0 for any other name.
unsigned long generation_number(std::string_view name);
unsigned long layer_number(std::string_view name);

/// The live generation of the database folder. index_missing where the folder is not there or holds
/// no finished index, with a hint that names the command that builds one (`db`: what the user gave
/// as --db); index_corrupt where the pointer is damaged; an input error where it cannot be read.
Result<Generation> live_generation(const std::string& db);

/// A new, empty folder with a number that no other had, even where that is gone, for a backup may
/// still hold it: a generation has the number of its newest layer or a higher one, and a layer a
/// higher one than all generations. Nothing points to it yet.
Result<Generation> create_generation(const std::string& db);
Result<Layer> create_layer(const std::string& db);

/// Those of this name, whether they are there or not; names no path outside the database folder.
Generation generation_named(const std::string& db, const std::string& name);
Layer layer_named(const std::string& db, const std::string& name);
/// The layer of an entry of a manifest in `db`; it may lie in another archive.
Layer layer_at(const std::string& db, const LayerEntry& entry);

/// Makes `generation`, whose manifest is written, the live one: its files reach the disk, then the
/// folders that name it and its layers, then the pointer is replaced. Where an error comes back,
/// the old one is live; see write_pointer().
Result<void> make_live(const std::string& db, const Generation& generation);

/// False where the pointer was read and names another generation.
bool may_be_live(const std::string& db, const Generation& generation);

}  // namespace khobao::archive
