#include "indexer/write/stored_articles.h"

#include <algorithm>

#include "common/language/say.h"
#include "indexer/pipeline/worker_threads.h"

namespace khobao::write {
namespace {

struct Share {
  size_t part, parts;
};

Result<void> copy_share(const archive::LayeredIndex& index, size_t layer, Share share,
                        const std::vector<Xapian::docid>& marked, const Revise& revise,
                        unsigned worker, const pipeline::Consume& consume, Xapian::docid last,
                        const pipeline::PipelineOptions& options) {
  const size_t size = last / share.parts + 1;
  for (size_t n = share.part * size + 1; n <= std::min<size_t>(last, (share.part + 1) * size);
       ++n) {
    const auto in_layer = static_cast<Xapian::docid>(n);
    if (archive::is_marked(marked, in_layer)) continue;
    if (auto going_on = pipeline::unless_stopped(options); !going_on) return going_on;
    const Xapian::docid docid = index.docid_of(layer, in_layer);
    auto stored = stored_article(index, docid);
    if (!stored) return stored.error();
    if (revise) stored->tokens = revise(stored->article);
    if (auto consumed = consume(worker, std::move(*stored)); !consumed) return consumed;
  }
  return {};
}

}  // namespace

Result<pipeline::ReadArticle> stored_article(const archive::LayeredIndex& index,
                                             Xapian::docid docid) {
  auto article = index.stored_article(docid);
  if (!article) return article.error();
  size_t bytes = article->title.size();
  for (const auto& paragraph : article->paragraphs) bytes += paragraph.text.size();
  return pipeline::ReadArticle{.article = std::move(*article),
                               .tokens = {},
                               .root = index.value(docid, archive::Slot::root),
                               .size_bytes = bytes};
}

Result<void> copy_stored_articles(const std::string& db, const archive::Generation& generation,
                                  const archive::Manifest& manifest,
                                  const std::vector<size_t>& layers,
                                  const archive::DeletionMarks& marks,
                                  const pipeline::PipelineOptions& options,
                                  const std::function<Revise()>& make_revise,
                                  const pipeline::Consume& consume) {
  if (layers.empty()) return {};
  const unsigned threads = pipeline::worker_count(options);
  return pipeline::in_parallel(threads, say("copy articles"), db, [&](unsigned worker) -> Result<void> {
    const auto index = archive::LayeredIndex::open(db, generation, manifest);
    if (!index) return index.error();
    const Revise revise = make_revise ? make_revise() : Revise();
    for (const size_t layer : layers) {
      const auto last = static_cast<Xapian::docid>(manifest.layers[layer].articles);
      auto copied = copy_share(*index, layer, {worker, threads}, marks[layer], revise, worker,
                               consume, last, options);
      if (!copied) return copied;
    }
    return {};
  });
}

}  // namespace khobao::write
