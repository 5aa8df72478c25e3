#include "indexer/write/taught_articles.h"

#include <algorithm>
#include <atomic>
#include <mutex>

#include "common/archive/disk/files.h"
#include "common/archive/schema.h"
#include "common/archive/stored_article.h"
#include "common/archive/xapian_guard.h"
#include "common/language/say.h"
#include "indexer/lessons/furniture_learner.h"
#include "indexer/lessons/teaching.h"
#include "indexer/pipeline/worker_threads.h"

namespace khobao::write {
namespace {

using archive::Slot;

struct Place {
  size_t layer;
  Xapian::docid docid;
};

std::vector<lessons::LayerLines> lines_of(const std::string& db,
                                          const commit::CountedLayers& layers) {
  std::vector<lessons::LayerLines> lines;
  for (size_t i = 0; i < layers.layers.size(); ++i)
    lines.push_back({archive::layer_named(db, layers.layers[i].name).index(), &layers.marks[i]});
  return lines;
}

bool is_as_taught(const lessons::Lessons& lessons, const lessons::ArticlePrints& prints) {
  const std::vector<bool> taken = lessons::taken_by(lessons.furniture, prints);
  for (size_t i = 0; i < taken.size(); ++i) {
    if (taken[i] != prints.lines[i].taken()) return false;
  }
  return lessons.dates.doubts(prints) == (prints.day_from == lessons::DayFrom::doubted);
}

// The stored articles of some layers, for one thread.
class StoredReader {
 public:
  static Result<StoredReader> open(const std::string& db, const commit::CountedLayers& layers) {
    StoredReader reader;
    for (const archive::LayerEntry& entry : layers.layers) {
      const archive::Layer layer = archive::layer_named(db, entry.name);
      auto dictionary = archive::read_index_file(layer.dictionary());
      if (!dictionary) return dictionary.error();
      reader.databases_.emplace_back(layer.index(), Xapian::DB_BACKEND_GLASS);
      reader.dictionaries_.emplace_back(std::move(*dictionary));
    }
    return reader;
  }

  Result<pipeline::ReadArticle> read(Place place) const {
    const Xapian::Document document = databases_[place.layer].get_document(place.docid);
    const auto value = [&](Slot slot) {
      return document.get_value(static_cast<Xapian::valueno>(slot));
    };
    const auto bytes = archive::decompress(value(Slot::article), dictionaries_[place.layer]);
    if (!bytes) return bytes.error();
    auto article = archive::decode_article(*bytes);
    if (!article) return article.error();
    return pipeline::ReadArticle{.article = std::move(*article),
                                 .tokens = {},
                                 .root = value(Slot::root),
                                 .size_bytes = bytes->size()};
  }

 private:
  std::vector<Xapian::Database> databases_;
  std::vector<archive::TextDictionary> dictionaries_;
};

Result<void> rewrite(const std::string& db, const pipeline::PipelineOptions& options,
                     const MakeCorrector& make_corrector, const commit::CountedLayers& layers,
                     const std::vector<Place>& places, Taught& taught, NewLayer& target) {
  std::atomic<size_t> next{0};
  std::mutex mutex;
  const unsigned threads = pipeline::worker_count(options);
  return pipeline::in_parallel(
      threads, say("write articles as taught"), db, [&](unsigned worker) -> Result<void> {
        const auto reader = StoredReader::open(db, layers);
        if (!reader) return reader.error();
        const std::unique_ptr<recognise::Corrector> corrector = make_corrector();
        for (size_t i = next++; i < places.size(); i = next++) {
          if (auto going_on = pipeline::unless_stopped(options); !going_on) return going_on;
          auto stored = reader->read(places[i]);
          if (!stored) return stored.error();
          stored->tokens =
              corrector->finish_changed(stored->article, [&](archive::Article& article) {
                const bool doubted = !article.doubted.empty();
                lessons::teach(article, stored->root, taught.lessons);
                if (doubted || article.doubted.empty()) return;
                const std::lock_guard lock(mutex);
                taught.doubted.push_back(article.id);
              });
          if (auto added = target.add(worker, std::move(*stored)); !added) return added;
        }
        return {};
      });
}

// The other articles of a layer that count.
void add_others(uint64_t articles, const std::vector<Xapian::docid>& marks, size_t layer,
                std::vector<Place>& places) {
  std::vector<Xapian::docid> known = marks;
  for (const Place& place : places) {
    if (place.layer == layer) known.push_back(place.docid);
  }
  std::sort(known.begin(), known.end());
  for (Xapian::docid docid = 1; docid <= articles; ++docid) {
    if (!archive::is_marked(known, docid)) places.push_back({layer, docid});
  }
}

}  // namespace

Result<Taught> apply_lessons(const std::string& db, const pipeline::PipelineOptions& options,
                             const MakeCorrector& make_corrector, NewLayer& layer,
                             commit::CountedLayers& layers) {
  Taught taught;
  std::vector<Place> places;
  auto learnt = archive::guarded(say("learn from it"), db, [&]() -> Result<void> {
    const auto lines = lines_of(db, layers);
    auto lessons = lessons::learn(lines);
    if (!lessons) return lessons.error();
    taught.lessons = std::move(*lessons);
    return lessons::each_article_lines(
        lines, [&](size_t i, Xapian::docid docid, const lessons::ArticlePrints& prints) {
          if (!is_as_taught(taught.lessons, prints)) places.push_back({i, docid});
        });
  });
  if (!learnt) return learnt.error();
  taught.rewritten = places.size();
  if (places.empty()) {
    taught.lessons.dates = taught.lessons.dates.with_doubts();
    return taught;
  }
  const bool finished = !layers.layers.empty() && layers.layers.back().name == layer.layer().name;
  bool as_it_is = false;
  if (finished) {
    auto dictionary = archive::read_index_file(layer.layer().dictionary());
    if (!dictionary) return dictionary.error();
    // A small layer has none, and one is trained again: then all of it is.
    as_it_is = !dictionary->empty();
    if (!as_it_is)
      add_others(layer.articles(), layers.marks.back(), layers.layers.size() - 1, places);
    auto created = NewLayer::create(db, options, std::move(*dictionary));
    if (!created) return created.error();
    taught.layer = std::move(*created);
  }
  NewLayer& target = finished ? *taught.layer : layer;
  auto written = rewrite(db, options, make_corrector, layers, places, taught, target);
  if (!written) return written.error();
  taught.lessons.dates = taught.lessons.dates.with_doubts();
  std::sort(taught.doubted.begin(), taught.doubted.end());
  for (const Place& place : places) layers.marks[place.layer].push_back(place.docid);
  archive::tidy_marks(layers.marks);
  if (finished) {
    if (as_it_is) target.append(layer.layer(), layer.articles(), layers.marks.back());
    layers.layers.pop_back();
    layers.marks.pop_back();
  }
  auto entry = target.finish();
  if (!entry) return entry.error();
  layers.layers.push_back(std::move(*entry));
  layers.marks.push_back(target.appended_marks());
  return taught;
}

}  // namespace khobao::write
