#include "indexer/publish/whole_shards.h"

#include <memory>
#include <numeric>
#include <vector>

#include "common/archive/damage.h"
#include "common/archive/disk/files.h"
#include "common/archive/generations/deletion_marks.h"
#include "common/archive/publication/publication_header.h"
#include "common/archive/schema.h"
#include "indexer/publish/published_documents.h"
#include "indexer/publish/shard_segments.h"
#include "indexer/write/stored_articles.h"

namespace khobao::publish {
namespace {

std::string segments_of(const PublicationFolder& to, size_t shard) {
  return to.stub(shard) + ".segments";
}

// One thread's way to write: a segment of each shard.
struct Worker {
  PublishedDocuments documents;
  std::vector<std::unique_ptr<ShardSegmentWriter>> segments;
};

}  // namespace

Result<void> write_whole_shards(const std::string& db, const archive::Generation& generation,
                                const archive::Manifest& manifest,
                                const archive::TextDictionary& dictionary,
                                const pipeline::PipelineOptions& options,
                                const PublicationFolder& to, size_t shards) {
  const auto marks =
      archive::read_deletion_marks(generation.deletion_marks(), manifest.layers.size());
  if (!marks) return archive::part_error(db, marks.error());
  std::vector<std::unique_ptr<ShardSegments>> segments;
  for (size_t shard = 0; shard < shards; ++shard) {
    const auto made = archive::make_folder(segments_of(to, shard));
    if (!made) return made.error();
    segments.push_back(std::make_unique<ShardSegments>(segments_of(to, shard)));
  }
  std::vector<std::unique_ptr<Worker>> workers;
  const unsigned threads = pipeline::worker_count(options);
  for (unsigned n = 0; n < threads; ++n) {
    workers.push_back(std::make_unique<Worker>(Worker{PublishedDocuments(dictionary), {}}));
    for (const auto& of_shard : segments) {
      workers.back()->segments.push_back(
          std::make_unique<ShardSegmentWriter>(*of_shard, options.memory_bytes / threads / shards));
    }
  }
  std::vector<size_t> layers(manifest.layers.size());
  std::iota(layers.begin(), layers.end(), size_t{0});
  auto copied = write::copy_stored_articles(
      db, generation, manifest, layers, *marks, options, {},
      [&](unsigned number, pipeline::ReadArticle&& read) -> Result<void> {
        Worker& worker = *workers[number];
        const PublishedDocument built = worker.documents.build(read.article, read.root);
        const size_t shard =
            archive::shard_of(archive::prefixed_term(archive::kIdPrefix, read.article.id), shards);
        return worker.segments[shard]->add(built.document, read.size_bytes);
      });
  if (!copied) return copied;
  for (const auto& worker : workers) {
    for (const auto& segment : worker->segments) {
      if (auto finished = segment->finish(); !finished) return finished;
    }
  }
  for (size_t shard = 0; shard < shards; ++shard) {
    if (auto merged = segments[shard]->merge_into(to.database(shard)); !merged) return merged;
    if (auto removed = archive::remove_path(segments_of(to, shard)); !removed) return removed;
  }
  return {};
}

}  // namespace khobao::publish
