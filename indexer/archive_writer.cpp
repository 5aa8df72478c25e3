#include "indexer/archive_writer.h"

#include <filesystem>

#include "common/archive/files.h"
#include "common/archive/stored_article.h"
#include "indexer/facet_names_builder.h"
#include "indexer/statistics_builder.h"

namespace khobao::indexer {
namespace {

namespace fs = std::filesystem;

// Training on more than some two hundred times the dictionary's size gains nothing (zdict.h).
constexpr size_t kTrainingArticles = 1500;

std::string segment_folder(const archive::Generation& generation) {
  return generation.folder + "/segments";
}

}  // namespace

ArchiveWriter::ArchiveWriter(const archive::Generation& generation, const PipelineOptions& options,
                             std::string dictionary)
    : generation_(generation),
      options_(options),
      tiers_(segment_folder(generation)),
      workers_(worker_count(options)) {
  std::error_code ignored;
  fs::create_directories(segment_folder(generation), ignored);
  if (!dictionary.empty())
    dictionary_ = std::make_unique<archive::TextDictionary>(std::move(dictionary));
}

ArchiveWriter::~ArchiveWriter() {
  workers_.clear();
  std::error_code ignored;
  fs::remove_all(segment_folder(generation_), ignored);
}

// Trains the dictionary on what waits, where there is none yet, and writes what waits.
Result<void> ArchiveWriter::start_workers() {
  if (!dictionary_) {
    std::vector<std::string> samples;
    for (const ReadArticle& article : waiting_)
      samples.push_back(archive::encode_article(article.article));
    dictionary_ = std::make_unique<archive::TextDictionary>(archive::train_dictionary(samples));
  }
  if (auto written = archive::replace_file(generation_.dictionary(), dictionary_->bytes());
      !written)
    return written;
  for (Worker& worker : workers_) {
    worker.builder = std::make_unique<DocumentBuilder>(*dictionary_);
    worker.segment =
        std::make_unique<SegmentWriter>(tiers_, options_.memory_bytes / workers_.size());
  }
  for (const ReadArticle& article : waiting_) {
    if (auto written = write(0, article); !written) return written;
  }
  waiting_ = {};
  return {};
}

Result<void> ArchiveWriter::add(unsigned worker, ReadArticle&& article) {
  {
    const std::lock_guard lock(mutex_);
    if (!workers_[worker].builder) {
      waiting_.push_back(std::move(article));
      if (!dictionary_ && waiting_.size() < kTrainingArticles) return {};
      return start_workers();
    }
  }
  return write(worker, article);
}

Result<void> ArchiveWriter::write(unsigned worker, const ReadArticle& article) {
  const Xapian::Document document = workers_[worker].builder->build(article.article, article.root);
  return workers_[worker].segment->add(document, article.size_bytes);
}

Result<void> ArchiveWriter::finish() {
  if (!workers_.front().builder) {
    if (auto started = start_workers(); !started) return started;
  }
  for (Worker& worker : workers_) {
    if (auto finished = worker.segment->finish(); !finished) return finished;
  }
  if (auto merged = tiers_.merge_into(generation_.index()); !merged) return merged;
  if (auto named = build_facet_names(generation_); !named) return named;
  return build_statistics(generation_, static_cast<unsigned>(workers_.size()));
}

}  // namespace khobao::indexer
