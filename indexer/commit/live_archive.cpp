#include "indexer/commit/live_archive.h"

#include <algorithm>

#include "common/archive/disk/files.h"

namespace khobao::commit {
namespace {

// A dictionary trained on fewer articles is better trained anew.
constexpr uint64_t kTrainedArticles = 1500;

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

Result<change::KnownInputs> known_inputs_of(const std::string& db, const LiveArchive& live) {
  auto known = change::read_known_inputs(live.generation.known_inputs());
  if (known) return known;
  return Error{ErrorCode::index_corrupt, "index '" + db + "' is damaged: " + known.error().message,
               "build it anew with 'indexer rebuild --db " + db + " PATH'"};
}

change::KnownInputs known_before_rebuild(const std::string& db) {
  const auto generation = archive::live_generation(db);
  if (!generation) return {};
  auto known = change::read_known_inputs(generation->known_inputs());
  return known ? std::move(*known) : change::KnownInputs();
}

std::string dictionary_to_share(const std::string& db, const LiveArchive& live) {
  const auto& layers = live.manifest.layers;
  const auto largest =
      std::max_element(layers.begin(), layers.end(),
                       [](const auto& a, const auto& b) { return a.articles < b.articles; });
  if (largest->articles < kTrainedArticles) return "";
  auto bytes = archive::read_file(archive::layer_named(db, largest->name).dictionary());
  return bytes ? *bytes : "";
}

}  // namespace khobao::commit
