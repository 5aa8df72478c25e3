#include "indexer/commit/statistics_builder.h"

#include <xapian.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <vector>

#include "common/archive/statistics.h"
#include "common/archive/streams/stream_file.h"
#include "common/archive/streams/token_stream.h"
#include "common/archive/tables/rare_pairs.h"
#include "common/archive/tables/word_counter.h"
#include "common/archive/tables/word_counts.h"
#include "common/archive/tables/written_counts.h"
#include "common/language/say.h"
#include "indexer/pipeline/worker_threads.h"

namespace khobao::commit {
namespace {

// What was counted is let go from memory after so many articles.
constexpr size_t kPassedAtOnce = 1024;

using archive::WordCounter;

// Articles of one layer that are counted together.
struct Part {
  std::string streams;         ///< the layer's file
  uint64_t in_layer = 0;       ///< articles there
  const std::vector<Xapian::docid>* without = nullptr;  ///< all but these
  std::vector<Xapian::docid> only = {};                 ///< where `without` is null
  uint64_t articles = 0;
};

// One of `shares` shares of a part.
Result<void> count_share(const Part& part, size_t share, size_t shares, WordCounter& counter) {
  const auto streams = archive::StreamFile::open(part.streams, part.in_layer);
  if (!streams) return streams.error();
  const size_t all = part.without ? part.in_layer : part.only.size();
  const size_t size = all / shares + 1, begin = share * size, end = std::min(all, begin + size);
  archive::TokenStream stream;
  for (size_t i = begin; i < end; ++i) {
    const Xapian::docid docid =
        part.without ? static_cast<Xapian::docid>(i + 1) : part.only[i];
    if (part.without && archive::is_marked(*part.without, docid)) continue;
    if (!archive::read_token_stream(streams->of(docid), stream)) {
      return Error{ErrorCode::index_corrupt,
                   say("the words of article {} in '{}' cannot be read", docid, part.streams),
                   ""};
    }
    counter.add(stream);
    if (i % kPassedAtOnce == 0) streams->passed(docid - 1);
  }
  return {};
}

Result<archive::WordCounts> counted(const std::string& db, const std::vector<Part>& parts,
                                    unsigned threads) {
  std::vector<WordCounter> counters(std::max(1u, threads));
  auto done = pipeline::in_parallel(
      static_cast<unsigned>(counters.size()), say("read the index"), db,
      [&](unsigned i) -> Result<void> {
        for (const Part& part : parts) {
          if (auto read = count_share(part, i, counters.size(), counters[i]); !read) return read;
        }
        return {};
      });
  if (!done) return done.error();
  return archive::counts_of(counters);
}

uint64_t articles_in(const std::vector<Part>& parts) {
  uint64_t articles = 0;
  for (const Part& part : parts) articles += part.articles;
  return articles;
}

// The articles of `layers` that count there and do not in `others`.
std::vector<Part> parts_beyond(const std::string& db, const CountedLayers& layers,
                               const CountedLayers& others) {
  std::vector<Part> parts;
  for (size_t i = 0; i < layers.layers.size(); ++i) {
    const archive::LayerEntry& layer = layers.layers[i];
    const auto& marks = layers.marks[i];
    Part part;
    part.streams = archive::layer_named(db, layer.name).streams();
    part.in_layer = layer.articles;
    size_t other = 0;
    while (other < others.layers.size() && others.layers[other].name != layer.name) ++other;
    if (other == others.layers.size()) {
      part.without = &marks;
      part.articles = layer.articles - marks.size();
    } else {
      const auto& marked = others.marks[other];
      std::set_difference(marked.begin(), marked.end(), marks.begin(), marks.end(),
                          std::back_inserter(part.only));
      part.articles = part.only.size();
    }
    if (part.articles > 0) parts.push_back(std::move(part));
  }
  return parts;
}

// Nothing where counting all articles again is less work, or the only way.
Result<std::optional<archive::WordCounts>> brought_up_to_date(const std::string& db,
                                                              const CountedLayers& now,
                                                              const LiveArchive& live,
                                                              unsigned threads) {
  auto marks =
      archive::read_deletion_marks(live.generation.deletion_marks(), live.manifest.layers.size());
  if (!marks) return marks.error();
  const CountedLayers before{.layers = live.manifest.layers, .marks = std::move(*marks)};
  const auto added = parts_beyond(db, now, before), removed = parts_beyond(db, before, now);
  const uint64_t whole = articles_in(parts_beyond(db, now, {}));
  if (articles_in(added) + articles_in(removed) >= whole)
    return std::optional<archive::WordCounts>();
  const auto counts = archive::written_counts(live.generation, live.manifest);
  if (!counts) return std::optional<archive::WordCounts>();
  const auto more = counted(db, added, threads), less = counted(db, removed, threads);
  if (!more) return more.error();
  if (!less) return less.error();
  return archive::changed_counts(*counts, *more, *less);
}

}  // namespace

Result<bool> build_statistics(const std::string& db, const CountedLayers& layers,
                              const LiveArchive* live, unsigned threads,
                              const archive::Generation& to) {
  std::optional<archive::WordCounts> counts;
  if (live) {
    auto updated = brought_up_to_date(db, layers, *live, threads);
    if (!updated) return updated.error();
    counts = std::move(*updated);
  }
  const bool anew = !counts;
  if (anew) {
    auto all = counted(db, parts_beyond(db, layers, {}), threads);
    if (!all) return all.error();
    counts = std::move(*all);
  }
  if (auto written = archive::write_statistics(to.statistics(), *counts); !written)
    return written.error();
  if (auto written = archive::write_rare_pairs(to.rare_pairs(), *counts); !written) return written.error();
  return anew;
}

}  // namespace khobao::commit
