#include "indexer/statistics_builder.h"

#include <xapian.h>

#include <algorithm>
#include <map>
#include <optional>
#include <thread>
#include <unordered_map>
#include <vector>

#include "common/archive/schema.h"
#include "common/archive/statistics.h"
#include "common/archive/token_stream.h"
#include "common/archive/xapian_guard.h"

namespace khobao::indexer {
namespace {

/// (first << 32 | second) -> count, open addressing: half the time of std::unordered_map here.
class PairTable {
 public:
  PairTable() : slots_(1 << 16) {}

  void add(uint64_t key, uint32_t count) {
    if (used_ * 2 >= slots_.size()) grow();
    Slot& slot = find(key);
    used_ += slot.count == 0;
    slot.key = key;
    slot.count += count;
  }

  template <class Visit>
  void each(Visit visit) const {
    for (const Slot& slot : slots_) {
      if (slot.count > 0) visit(slot.key, slot.count);
    }
  }

 private:
  struct Slot {
    uint64_t key = 0;
    uint32_t count = 0;
  };

  Slot& find(uint64_t key) {
    size_t at = (key * 0x9E3779B97F4A7C15u) >> 20;  // multiplicative hashing, the golden ratio
    for (;; ++at) {
      Slot& slot = slots_[at & (slots_.size() - 1)];
      if (slot.count == 0 || slot.key == key) return slot;
    }
  }

  void grow() {
    std::vector<Slot> old(slots_.size() * 2);
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (slot.count > 0) find(slot.key) = slot;
    }
  }

  std::vector<Slot> slots_;
  size_t used_ = 0;
};

struct Counter {
  uint64_t articles = 0;
  std::vector<uint32_t> words = std::vector<uint32_t>(text::vocabulary().size());
  PairTable pairs;
  std::unordered_map<std::string, uint32_t> rare;

  void add(const archive::TokenStream& stream) {
    ++articles;
    archive::StreamWord before = archive::kSentenceGap;
    for (const archive::StreamWord word : stream.words) {
      if (word < archive::kOwnWord) {
        ++words[word];
        if (before < archive::kOwnWord) pairs.add(uint64_t{before} << 32 | word, 1);
      } else if (!archive::is_gap(word)) {
        ++rare[std::string(stream.term(word))];
      }
      before = word;
    }
  }
};

// Counts one of `shares` shares of a layer's articles, less the marked ones.
Result<void> count_share(const std::string& index, const std::vector<Xapian::docid>& marked,
                         size_t share, size_t shares, Counter& counter) {
  return archive::guarded("read the index", index, [&]() -> Result<void> {
    const Xapian::Database database(index);
    const size_t size = database.get_lastdocid() / shares + 1;
    const auto first = static_cast<Xapian::docid>(1 + share * size);
    const auto last = static_cast<Xapian::docid>(first + size - 1);
    const auto slot = static_cast<Xapian::valueno>(archive::Slot::stream);
    archive::TokenStream stream;
    auto it = database.valuestream_begin(slot);
    const auto end = database.valuestream_end(slot);
    if (it != end) it.skip_to(first);
    for (; it != end && it.get_docid() <= last; ++it) {
      if (archive::is_marked(marked, it.get_docid())) continue;
      const std::string bytes = *it;
      if (archive::read_token_stream(bytes, stream)) counter.add(stream);
    }
    return {};
  });
}

archive::WordCounts joined(std::vector<Counter>& counters) {
  Counter& all = counters.front();
  for (size_t i = 1; i < counters.size(); ++i) {
    all.articles += counters[i].articles;
    for (size_t w = 0; w < all.words.size(); ++w) all.words[w] += counters[i].words[w];
    counters[i].pairs.each([&](uint64_t key, uint32_t count) { all.pairs.add(key, count); });
    for (const auto& [word, count] : counters[i].rare) all.rare[word] += count;
    counters[i] = {};
  }
  archive::WordCounts counts{
      .articles = all.articles, .words = std::move(all.words), .pairs = {}, .rare = {}};
  all.pairs.each([&](uint64_t key, uint32_t count) {
    if (count < archive::kMinPairCount) return;
    counts.pairs.push_back(
        {static_cast<text::WordId>(key >> 32), static_cast<text::WordId>(key), count});
  });
  std::sort(counts.pairs.begin(), counts.pairs.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first < b.first : a.second < b.second;
  });
  counts.rare.assign(all.rare.begin(), all.rare.end());
  std::sort(counts.rare.begin(), counts.rare.end());
  return counts;
}

}  // namespace

Result<void> build_statistics(const std::vector<archive::Layer>& layers,
                              const archive::DeletionMarks& marks, unsigned threads,
                              const std::string& to) {
  std::vector<Counter> counters(std::max(1u, threads));
  std::vector<Result<void>> results(counters.size());
  std::vector<std::thread> running;
  for (size_t i = 0; i < counters.size(); ++i) {
    running.emplace_back([&, i] {
      for (size_t layer = 0; layer < layers.size() && results[i]; ++layer) {
        results[i] =
            count_share(layers[layer].index(), marks[layer], i, counters.size(), counters[i]);
      }
    });
  }
  for (std::thread& thread : running) thread.join();
  for (Result<void>& result : results) {
    if (!result) return result;
  }
  return archive::write_statistics(to, joined(counters));
}

}  // namespace khobao::indexer
