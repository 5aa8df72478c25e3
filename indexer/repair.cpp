#include "indexer/repair.h"

#include <memory>
#include <set>

#include "common/archive/damage.h"
#include "common/archive/disk/files.h"
#include "common/archive/generations/wholeness.h"
#include "common/language/say.h"
#include "indexer/commit/commit.h"
#include "indexer/write/articles_held.h"
#include "indexer/write/new_layer.h"

namespace khobao::indexer {
namespace {

// The layers that are whole, with their marks, in `kept`; names of the others.
Result<std::vector<std::string>> divide(const std::string& db, const commit::LiveArchive& live,
                                        commit::CountedLayers& kept) {
  std::vector<std::string> damaged;
  auto marks =
      archive::read_deletion_marks(live.generation.deletion_marks(), live.manifest.layers.size());
  if (!marks) return archive::part_error(db, marks.error());
  for (size_t i = 0; i < live.manifest.layers.size(); ++i) {
    const archive::LayerEntry& layer = live.manifest.layers[i];
    const auto checked = archive::check_layer(db, layer, archive::Comparison::checksums);
    if (!checked && checked.error().code != ErrorCode::index_corrupt) return checked.error();
    if (!checked) {
      damaged.push_back(layer.name);
      continue;
    }
    kept.layers.push_back(layer);
    kept.marks.push_back(std::move((*marks)[i]));
  }
  return damaged;
}

// Forgets the records whose articles no whole layer holds; their files are to be read again.
Result<void> forget_missing(const std::string& db, const commit::CountedLayers& kept,
                            change::KnownInputs& known, Repair& repair) {
  const auto held = write::ArticlesHeld::open(db, kept);
  if (!held) return held.error();
  for (auto& [name, file] : known) {
    std::vector<change::KnownRecord> records;
    for (change::KnownRecord& record : file.records) {
      const auto there =
          record.outcome == change::Outcome::indexed ? held->holds(record.id) : Result<bool>(true);
      if (!there) return there.error();
      if (*there) {
        records.push_back(std::move(record));
      } else {
        repair.missing.emplace_back(record.id, change::shown_place(file, record));
      }
    }
    if (records.size() != file.records.size()) file.modified_ns = 0;
    file.records = std::move(records);
  }
  return {};
}

// The settings of the generation, byte by byte.
Result<std::map<std::string, std::string>> setting_files(const commit::KeptSettings& kept) {
  std::map<std::string, std::string> files;
  for (const std::string& path : {kept.roots, kept.names, kept.corrections,
                                  kept.hidden, kept.texts, kept.keep}) {
    if (path.empty()) continue;
    auto bytes = archive::read_index_file(path);
    if (!bytes) return bytes.error();
    files[path.substr(path.rfind('/') + 1)] = std::move(*bytes);
  }
  return files;
}

}  // namespace

Result<void> check_layers(const std::string& db, const commit::LiveArchive& live,
                          std::set<std::string>& whole) {
  for (const archive::LayerEntry& layer : live.manifest.layers) {
    if (!whole.insert(layer.name).second) continue;
    auto checked = archive::check_layer(db, layer, archive::Comparison::checksums);
    if (checked) continue;
    Error error = checked.error();
    if (error.code == ErrorCode::index_corrupt) {
      error.hint = say("write its articles again from their sources with 'indexer update --db {} "
                       "--reread', or {}",
                       db, error.hint);
    }
    return error;
  }
  return {};
}

Result<Repair> leave_out_damaged(const std::string& db, const pipeline::PipelineOptions& options) {
  Repair repair;
  const auto live = commit::live_archive(db);
  if (!live) return live.error();
  if (!*live) return repair;
  repair.before = (*live)->generation;
  commit::NextGeneration next;
  auto damaged = divide(db, **live, next.layers);
  if (!damaged) return damaged.error();
  if (damaged->empty()) return repair;
  auto known = commit::known_inputs_of(db, **live);
  if (!known) return known.error();
  if (auto forgotten = forget_missing(db, next.layers, *known, repair); !forgotten)
    return forgotten.error();
  const auto kept = commit::kept_settings(db);
  if (!kept) return kept.error();
  auto files = setting_files(*kept);
  if (!files) return archive::part_error(db, files.error());
  std::unique_ptr<write::NewLayer> empty;
  if (next.layers.layers.empty()) {
    auto created = write::NewLayer::create(db, options, "");
    if (!created) return created.error();
    empty = std::move(*created);
    auto entry = empty->finish();
    if (!entry) return entry.error();
    next.layers.layers.push_back(std::move(*entry));
    next.layers.marks.emplace_back();
  }
  next.known = &*known;
  next.names = (*live)->manifest.names;
  next.corrections = (*live)->manifest.corrections;
  next.files = std::move(*files);
  next.threads = pipeline::worker_count(options);
  auto generation = archive::create_generation(db);
  if (!generation) return generation.error();
  repair.without = *generation;
  auto committed = commit::commit_generation(db, *generation, next);
  if (committed || archive::may_be_live(db, *generation)) {
    if (empty) empty->keep();
  } else {
    (void)archive::remove_path(generation->folder);  // or a later run does
  }
  if (!committed) return committed.error();
  repair.damaged = std::move(*damaged);
  return repair;
}

Result<void> take_back(const std::string& db, const Repair& repair) {
  if (auto made = archive::make_live(db, repair.before); !made) return made;
  return archive::remove_path(repair.without.folder);
}

Result<std::vector<std::pair<std::string, std::string>>> lost_articles(const std::string& db,
                                                                       const Repair& repair) {
  const auto live = commit::live_archive(db);
  if (!live) return live.error();
  std::set<std::string> there;
  if (*live) {
    const auto known = commit::known_inputs_of(db, **live);
    if (!known) return known.error();
    for (const auto& [name, file] : *known) {
      for (const change::KnownRecord& record : file.records) {
        if (record.outcome == change::Outcome::indexed) there.insert(record.id);
      }
    }
  }
  std::vector<std::pair<std::string, std::string>> lost;
  for (const auto& article : repair.missing) {
    if (!there.contains(article.first)) lost.push_back(article);
  }
  return lost;
}

}  // namespace khobao::indexer
