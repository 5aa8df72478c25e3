#include "indexer/commit/commit.h"

#include "common/archive/disk/block_sums.h"
#include "common/archive/disk/files.h"
#include "common/archive/generations/checksums.h"
#include "common/archive/reposts/group_builder.h"
#include "common/archive/tables/article_counts.h"
#include "common/archive/tables/facet_names_builder.h"
#include "common/language/say.h"
#include "indexer/commit/first_seen_builder.h"
#include "indexer/pipeline/worker_threads.h"

namespace khobao::commit {
namespace {

// True where a run only learned when inputs were changed, or where records stand.
bool same_articles(const CountedLayers& next, const archive::Manifest& live,
                   const archive::DeletionMarks& live_marks) {
  return next.marks == live_marks &&
         std::equal(next.layers.begin(), next.layers.end(), live.layers.begin(), live.layers.end(),
                    [](const auto& a, const auto& b) { return a.name == b.name; });
}

// Copies the live generation's groups where its articles are the same and the file is whole.
Result<void> group_reposts(const std::string& db, const NextGeneration& next,
                           const archive::Manifest& manifest, const archive::LayeredIndex& index,
                           const archive::Docids& superseded, const archive::Generation& to) {
  if (next.live) {
    const auto marks = archive::read_deletion_marks(next.live->generation.deletion_marks(),
                                                    next.live->manifest.layers.size());
    if (!marks) return marks.error();
    const archive::Generation& live = next.live->generation;
    if (same_articles(next.layers, next.live->manifest, *marks) &&
        archive::compare_file(live.folder, "reposts", next.live->manifest.files)) {
      auto groups = archive::read_index_file(live.reposts());
      if (!groups) return groups.error();
      return archive::replace_file(to.reposts(), *groups);
    }
  }
  return archive::build_repost_groups(db, manifest, index, superseded, to.reposts());
}

}  // namespace

Result<Committed> commit_generation(const std::string& db, const archive::Generation& generation,
                                    const NextGeneration& next) {
  Committed out{.generation = generation, .manifest = archive::current_manifest()};
  archive::Manifest& manifest = out.manifest;
  manifest.layers = next.layers.layers;
  manifest.names = next.names;
  manifest.corrections = next.corrections;
  auto marked = archive::write_deletion_marks(generation.deletion_marks(), next.layers.marks);
  if (!marked) return marked.error();
  const auto index = archive::LayeredIndex::open(db, generation, manifest);
  if (!index) return index.error();
  if (auto counted = archive::count_articles(db, *index, manifest); !counted)
    return counted.error();
  // What reads the index, and what reads the streams alone.
  const auto read_index = [&]() -> Result<void> {
    if (auto named = archive::build_facet_names(db, *index, generation); !named) return named;
    const auto superseded = archive::chain_versions(db, *index, manifest, generation);
    if (!superseded) return superseded.error();
    return group_reposts(db, next, manifest, *index, *superseded, generation);
  };
  const auto count_words = [&]() -> Result<void> {
    const auto counted = build_statistics(db, next.layers, next.live, next.threads, generation);
    if (!counted) return counted.error();
    out.counted_all = *counted;
    return {};
  };
  auto tabled = next.threads > 1
                    ? pipeline::in_parallel(2, say("read the index"), db,
                                            [&](unsigned task) {
                                              return task == 0 ? read_index() : count_words();
                                            })
                    : read_index();
  if (tabled && next.threads <= 1) tabled = count_words();
  if (!tabled) return tabled.error();
  if (auto summed = archive::write_table_sums(
          generation.folder, {"statistics", "facet.names", "name.forms"}, generation.table_sums());
      !summed) {
    return summed.error();
  }
  if (auto moved = change::moved_records(*next.known); !moved.empty()) {
    auto written = archive::write_record_lines(generation.record_lines(), std::move(moved));
    if (!written) return written.error();
  }
  if (auto seen = build_first_seen(db, *next.known, generation); !seen) return seen.error();
  for (const auto& [name, bytes] : next.files) {
    auto written = archive::replace_file(generation.folder + "/" + name, bytes);
    if (!written) return written.error();
  }
  auto files = archive::checksums_of(generation.folder);
  if (!files) return files.error();
  manifest.files = std::move(*files);
  // After the checksums: it has its own, and is replaced where only times changed.
  if (auto known = change::write_known_inputs(generation.known_inputs(), *next.known); !known)
    return known.error();
  if (auto written = archive::write_manifest(generation, manifest); !written)
    return written.error();
  if (auto swapped = archive::make_live(db, generation); !swapped) return swapped.error();
  return out;
}

Result<archive::LayerEntry> layer_entry(const archive::Layer& layer, uint64_t articles) {
  if (auto summed = archive::write_block_sums(layer.index(), layer.block_sums()); !summed)
    return summed.error();
  if (auto synced = archive::sync_folder(layer.folder); !synced) return synced.error();
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

}  // namespace khobao::commit
