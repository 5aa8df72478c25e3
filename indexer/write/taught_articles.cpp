#include "indexer/write/taught_articles.h"

#include <algorithm>
#include <atomic>
#include <map>
#include <mutex>
#include <optional>

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
  size_t part;
  Xapian::docid docid;
};

using Parts = std::vector<NewLayer::Part>;

// All that the next generation is made of.
Result<Parts> parts_of(const std::string& db, commit::CountedLayers& layers, NewLayer& layer) {
  Parts parts;
  for (size_t i = 0; i < layers.layers.size(); ++i) {
    const archive::Layer one = archive::layer_named(db, layers.layers[i].name);
    parts.push_back(
        {.index = one.index(), .dictionary = one.dictionary(), .marks = &layers.marks[i]});
  }
  if (layer.articles() == 0) return parts;
  auto own = layer.parts();
  if (!own) return own.error();
  parts.insert(parts.end(), own->begin(), own->end());
  return parts;
}

std::vector<lessons::LayerLines> lines_of(const Parts& parts) {
  std::vector<lessons::LayerLines> lines;
  for (const NewLayer::Part& part : parts) lines.push_back({part.index, part.marks});
  return lines;
}

bool is_as_taught(const lessons::Lessons& lessons, const lessons::ArticlePrints& prints) {
  const std::vector<bool> taken = lessons::taken_by(lessons.furniture, prints);
  for (size_t i = 0; i < taken.size(); ++i) {
    if (taken[i] != prints.lines[i].taken()) return false;
  }
  return lessons.dates.doubts(prints) == (prints.day_from == lessons::DayFrom::doubted);
}

using Dictionaries = std::map<std::string, archive::TextDictionary>;  // by file

Result<Dictionaries> dictionaries_of(const Parts& parts, const std::vector<Place>& places) {
  Dictionaries dictionaries;
  for (const Place& place : places) {
    const std::string& file = parts[place.part].dictionary;
    if (dictionaries.contains(file)) continue;
    auto bytes = archive::read_index_file(file);
    if (!bytes) return bytes.error();
    dictionaries.emplace(file, archive::TextDictionary(std::move(*bytes)));
  }
  return dictionaries;
}

// The stored articles of all parts, for one thread: with one part open at a time, since there may be
// dozens, and as many threads.
class StoredReader {
 public:
  StoredReader(const Parts& parts, const Dictionaries& dictionaries)
      : parts_(parts), dictionaries_(dictionaries) {}

  /// Sooner where places are asked for part by part.
  Result<pipeline::ReadArticle> read(Place place) {
    const NewLayer::Part& part = parts_[place.part];
    if (open_ != place.part) database_ = Xapian::Database(part.index, Xapian::DB_BACKEND_GLASS);
    open_ = place.part;
    const Xapian::Document document = database_.get_document(place.docid);
    const auto value = [&](Slot slot) {
      return document.get_value(static_cast<Xapian::valueno>(slot));
    };
    const auto bytes = archive::decompress(value(Slot::article), dictionaries_.at(part.dictionary));
    if (!bytes) return bytes.error();
    auto article = archive::decode_article(*bytes);
    if (!article) return article.error();
    return pipeline::ReadArticle{.article = std::move(*article),
                                 .tokens = {},
                                 .root = value(Slot::root),
                                 .size_bytes = bytes->size()};
  }

 private:
  const Parts& parts_;
  const Dictionaries& dictionaries_;
  std::optional<size_t> open_;
  Xapian::Database database_;
};

Result<void> rewrite(const std::string& db, const pipeline::PipelineOptions& options,
                     const MakeCorrector& make_corrector, const Parts& parts,
                     const std::vector<Place>& places, Taught& taught, NewLayer& target) {
  std::atomic<size_t> next{0};
  std::mutex mutex;
  const auto threads = static_cast<unsigned>(
      std::min<size_t>(pipeline::worker_count(options), places.size()));
  const auto dictionaries = dictionaries_of(parts, places);
  if (!dictionaries) return dictionaries.error();
  return pipeline::in_parallel(
      threads, say("write articles as taught"), db, [&](unsigned worker) -> Result<void> {
        StoredReader reader(parts, *dictionaries);
        const std::unique_ptr<recognise::Corrector> corrector = make_corrector();
        for (size_t i = next++; i < places.size(); i = next++) {
          if (auto going_on = pipeline::unless_stopped(options); !going_on) return going_on;
          auto stored = reader.read(places[i]);
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

}  // namespace

Result<Taught> apply_lessons(const std::string& db, const pipeline::PipelineOptions& options,
                             const MakeCorrector& make_corrector, NewLayer& layer,
                             commit::CountedLayers& layers) {
  Taught taught;
  const auto parts = parts_of(db, layers, layer);
  if (!parts) return parts.error();
  std::vector<Place> places;
  auto learnt = archive::guarded(say("learn from it"), db, [&]() -> Result<void> {
    const auto lines = lines_of(*parts);
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
  if (!places.empty()) {
    auto written = rewrite(db, options, make_corrector, *parts, places, taught, layer);
    if (!written) return written.error();
    std::sort(taught.doubted.begin(), taught.doubted.end());
    std::vector<std::vector<Xapian::docid>> marks(parts->size());
    for (const Place& place : places) marks[place.part].push_back(place.docid);
    for (size_t i = 0; i < marks.size(); ++i) (*parts)[i].mark(marks[i]);
  }
  taught.lessons.dates = taught.lessons.dates.with_doubts();
  return taught;
}

}  // namespace khobao::write
