#include "indexer/write/layer_writer.h"

#include "common/archive/disk/files.h"
#include "common/archive/stored_article.h"

namespace khobao::write {
LayerWriter::LayerWriter(const archive::Layer& layer, const pipeline::PipelineOptions& options,
                         std::string dictionary)
    : layer_(layer),
      options_(options),
      tiers_(layer.segments()),
      workers_(pipeline::worker_count(options)) {
  if (!dictionary.empty())
    dictionary_ = std::make_unique<archive::TextDictionary>(std::move(dictionary));
}

LayerWriter::~LayerWriter() {
  workers_.clear();
  (void)archive::remove_path(layer_.segments());  // or a later run does
}

// Trains the dictionary on what waits, where there is none yet, and writes what waits.
Result<void> LayerWriter::start_workers() {
  if (!dictionary_) {
    std::vector<std::string> samples;
    for (const pipeline::ReadArticle& article : waiting_)
      samples.push_back(archive::encode_article(article.article));
    dictionary_ = std::make_unique<archive::TextDictionary>(archive::train_dictionary(samples));
  }
  const auto made = archive::make_folder(layer_.segments());
  if (!made) return made.error();
  if (auto written = archive::replace_file(layer_.dictionary(), dictionary_->bytes()); !written)
    return written;
  for (Worker& worker : workers_) {
    worker.builder = std::make_unique<DocumentBuilder>(*dictionary_);
    worker.segment =
        std::make_unique<SegmentWriter>(tiers_, options_.memory_bytes / workers_.size());
  }
  for (const pipeline::ReadArticle& article : waiting_) {
    if (auto written = write(0, article); !written) return written;
  }
  waiting_ = {};
  return {};
}

Result<void> LayerWriter::add(unsigned worker, pipeline::ReadArticle&& article) {
  {
    const std::lock_guard lock(mutex_);
    if (!workers_[worker].builder) {
      article.tokens = {};  // many wait, and tokens take several times the room of the text
      waiting_.push_back(std::move(article));
      if (!dictionary_ && waiting_.size() < archive::kTrainingArticles) return {};
      return start_workers();
    }
  }
  return write(worker, article);
}

Result<void> LayerWriter::write(unsigned worker, const pipeline::ReadArticle& article) {
  const BuiltDocument built =
      workers_[worker].builder->build(article.article, article.tokens, article.root);
  return workers_[worker].segment->add(built, article.size_bytes);
}

Result<void> LayerWriter::finish(const std::vector<Segment>& appended) {
  if (!workers_.front().builder) {
    if (auto started = start_workers(); !started) return started;
  }
  for (Worker& worker : workers_) {
    if (auto finished = worker.segment->finish(); !finished) return finished;
  }
  return tiers_.merge_into(layer_.index(), layer_.streams(), appended);
}

}  // namespace khobao::write
