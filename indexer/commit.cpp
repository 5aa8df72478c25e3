#include "indexer/commit.h"

#include <filesystem>

#include "common/archive/xapian_guard.h"
#include "indexer/facet_names_builder.h"
#include "indexer/merge_policy.h"
#include "indexer/statistics_builder.h"

namespace khobao::indexer {
namespace {

namespace fs = std::filesystem;

// A second name for a file that is never changed; a copy where the file system has no such names.
Result<void> share_file(const std::string& from, const std::string& to) {
  std::error_code error;
  fs::create_hard_link(from, to, error);
  if (error) fs::copy_file(from, to, fs::copy_options::overwrite_existing, error);
  if (!error) return {};
  return Error{ErrorCode::input, "cannot copy '" + from + "' to '" + to + "': " + error.message(),
               ""};
}

// Undated articles, without deleted ones; throws Xapian errors.
uint64_t count_undated(const archive::LayeredIndex& index) {
  uint64_t undated = index.database().get_termfreq(std::string(archive::kUndatedTerm));
  if (!index.deleted()) return undated;
  auto dates =
      index.database().valuestream_begin(static_cast<Xapian::valueno>(archive::Slot::published));
  const Xapian::ValueIterator end;
  for (const Xapian::docid docid : *index.deleted()) {
    if (dates != end) dates.skip_to(docid);
    undated -= dates == end || dates.get_docid() != docid;
  }
  return undated;
}

Result<Committed> write_generation(const std::string& db, const archive::Generation& generation,
                                   const NextGeneration& next) {
  Committed out{.generation = generation, .manifest = archive::current_manifest()};
  archive::Manifest& manifest = out.manifest;
  manifest.layers = next.layers;
  manifest.names = next.names;
  manifest.corrections = next.corrections;
  std::vector<archive::Layer> layers;
  for (size_t i = 0; i < manifest.layers.size(); ++i) {
    archive::LayerEntry& layer = manifest.layers[i];
    layer.deleted = next.marks[i].size();
    manifest.articles += layer.articles - layer.deleted;
    layers.push_back(archive::layer_named(db, layer.name));
  }
  auto marked = archive::write_deletion_marks(generation.deletion_marks(), next.marks);
  if (!marked) return marked.error();
  const auto index = archive::LayeredIndex::open(db, generation, manifest);
  if (!index) return index.error();
  auto undated = archive::guarded("count undated articles", db,
                                  [&]() -> Result<uint64_t> { return count_undated(*index); });
  if (!undated) return undated.error();
  manifest.undated = *undated;
  if (auto named = build_facet_names(*index, generation.facet_names()); !named)
    return named.error();
  out.counted =
      next.statistics.empty() || statistics_are_stale(manifest.articles, next.changes_since_count);
  manifest.changes_since_count = out.counted ? 0 : next.changes_since_count;
  auto counted = out.counted
                     ? build_statistics(layers, next.marks, next.threads, generation.statistics())
                     : share_file(next.statistics, generation.statistics());
  if (!counted) return counted.error();
  auto files = archive::checksums_of(generation.folder);
  if (!files) return files.error();
  manifest.files = std::move(*files);
  // Behind the checksums: it has its own, and is replaced where only times changed.
  if (auto known = write_known_inputs(generation.known_inputs(), *next.known); !known)
    return known.error();
  if (auto written = archive::write_manifest(generation, manifest); !written)
    return written.error();
  if (auto swapped = archive::make_live(db, generation); !swapped) return swapped.error();
  return out;
}

}  // namespace

Result<Committed> commit_generation(const std::string& db, const NextGeneration& next) {
  const auto generation = archive::create_generation(db);
  if (!generation) return generation.error();
  auto committed = write_generation(db, *generation, next);
  if (!committed) {
    std::error_code ignored;
    fs::remove_all(generation->folder, ignored);
  }
  return committed;
}

Result<archive::LayerEntry> layer_entry(const archive::Layer& layer, uint64_t articles) {
  archive::sync_folder(layer.folder);
  auto files = archive::checksums_of(layer.folder);
  if (!files) return files.error();
  archive::LayerEntry entry;
  entry.name = layer.name;
  entry.articles = articles;
  const auto dictionary = files->find("text.dictionary");
  if (dictionary != files->end()) entry.dictionary = dictionary->second.hash;
  entry.files = std::move(*files);
  return entry;
}

}  // namespace khobao::indexer
