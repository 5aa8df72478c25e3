#include "indexer/commit/live_archive.h"

#include <algorithm>

#include "common/archive/damage.h"
#include "common/archive/disk/files.h"
#include "common/archive/text_compression.h"
#include "common/language/say.h"

namespace khobao::commit {
namespace {

constexpr const char* kRoots = "roots.json";
constexpr const char* kNames = "names.tsv";
constexpr const char* kCorrections = "corrections.jsonl";
constexpr const char* kHidden = "hidden.jsonl";
constexpr const char* kTexts = "kept.jsonl.zst";
constexpr const char* kKeep = "keep.versions";

}  // namespace

Result<std::optional<LiveArchive>> live_archive(const std::string& db) {
  auto generation = archive::live_generation(db);
  if (!generation) {
    if (generation.error().code == ErrorCode::index_missing) return std::optional<LiveArchive>();
    return generation.error();
  }
  auto manifest = archive::read_manifest(db, *generation);
  if (!manifest) return manifest.error();
  return std::optional<LiveArchive>({std::move(*generation), std::move(*manifest)});
}

Result<KeptSettings> kept_settings(const std::string& db) {
  const auto generation = archive::live_generation(db);
  if (!generation) {
    if (generation.error().code == ErrorCode::index_missing) return KeptSettings();
    return generation.error();
  }
  const auto manifest = archive::read_manifest(db, *generation);
  if (!manifest && manifest.error().code == ErrorCode::input) return manifest.error();
  const auto own_roots = archive::path_exists(generation->roots());
  if (!own_roots) return own_roots.error();
  const bool older =
      !*own_roots && !manifest && manifest.error().code == ErrorCode::index_incompatible;
  const std::string folder = older ? db : generation->folder;
  KeptSettings kept;
  for (const auto& [path, name] :
       {std::pair{&kept.roots, kRoots},
        {&kept.names, kNames},
        {&kept.corrections, kCorrections},
        {&kept.hidden, kHidden},
        {&kept.texts, kTexts},
        {&kept.keep, kKeep}}) {
    const auto there = archive::path_exists(folder + "/" + name);
    if (!there) return there.error();
    if (*there || (manifest && manifest->files.contains(name))) *path = folder + "/" + name;
  }
  return kept;
}

void remove_older_settings(const std::string& db) {
  for (const char* const name : {kRoots, kNames, kCorrections})
    (void)archive::remove_path(db + "/" + name);
}

Result<change::KnownInputs> known_inputs_of(const std::string& db, const LiveArchive& live) {
  auto known = change::read_known_inputs(live.generation.known_inputs());
  if (known) return known;
  return archive::part_error(db, known.error());
}

Result<change::KnownInputs> known_before_rebuild(const std::string& db) {
  const auto generation = archive::live_generation(db);
  if (!generation) {
    if (generation.error().code == ErrorCode::index_missing) return change::KnownInputs();
    return generation.error();
  }
  auto known = change::read_known_inputs(generation->known_inputs());
  if (known || known.error().code != ErrorCode::index_corrupt) return known;
  const auto manifest = archive::read_manifest(db, *generation);
  if (!manifest && manifest.error().code == ErrorCode::index_incompatible)
    return change::KnownInputs();
  return Error{ErrorCode::index_corrupt,
               say("index '{}' is damaged: {}, so that articles which came by standard input could be lost unseen", db, known.error().message),
               say("see whether an older generation is whole with 'indexer recover --db {}', or build the archive from its folders alone with --allow-deletions", db)};
}

Result<std::string> dictionary_to_share(const std::string& db, const LiveArchive& live) {
  const auto& layers = live.manifest.layers;
  const auto largest =
      std::max_element(layers.begin(), layers.end(),
                       [](const auto& a, const auto& b) { return a.articles < b.articles; });
  if (largest->articles < archive::kTrainingArticles) return std::string();
  return archive::read_index_file(archive::layer_named(db, largest->name).dictionary());
}

}  // namespace khobao::commit
