#include "common/archive/tables/word_counts.h"

#include <algorithm>
#include <iterator>

namespace khobao::archive {
namespace {

using Pair = WordCounts::Pair;
using RareWord = std::pair<std::string, uint32_t>;

uint64_t key_of(const Pair& pair) { return uint64_t{pair.first} << 32 | pair.second; }
std::string_view key_of(const RareWord& word) { return word.first; }
uint32_t& count_of(Pair& pair) { return pair.count; }
uint32_t& count_of(RareWord& word) { return word.second; }

bool take(uint32_t& count, uint32_t taken) {
  if (taken > count) return false;
  count -= taken;
  return true;
}

// Three sorted tables read side by side; false where more is removed than there is.
template <class Entry>
bool merge(const std::vector<Entry>& old, const std::vector<Entry>& added,
           const std::vector<Entry>& removed, std::vector<Entry>& out) {
  out.reserve(old.size() + added.size());
  auto gone = removed.begin();
  const auto put = [&](Entry entry) {
    if (gone != removed.end() && key_of(*gone) < key_of(entry)) return false;
    if (gone != removed.end() && key_of(*gone) == key_of(entry)) {
      Entry taken = *gone++;
      if (!take(count_of(entry), count_of(taken))) return false;
    }
    if (count_of(entry) > 0) out.push_back(std::move(entry));
    return true;
  };
  auto next = added.begin();
  for (const Entry& entry : old) {
    for (; next != added.end() && key_of(*next) < key_of(entry); ++next) {
      if (!put(*next)) return false;
    }
    Entry sum = entry;
    if (next != added.end() && key_of(*next) == key_of(entry)) {
      Entry more = *next++;
      count_of(sum) += count_of(more);
    }
    if (!put(std::move(sum))) return false;
  }
  for (; next != added.end(); ++next) {
    if (!put(*next)) return false;
  }
  return gone == removed.end();
}

}  // namespace

std::optional<WordCounts> changed_counts(const WordCounts& counts, const WordCounts& added,
                                         const WordCounts& removed) {
  if (removed.articles > counts.articles + added.articles) return std::nullopt;
  WordCounts out{.articles = counts.articles + added.articles - removed.articles,
                 .words = counts.words,
                 .pairs = {},
                 .rare = {}};
  for (size_t word = 0; word < out.words.size(); ++word) {
    out.words[word] += added.words[word];
    if (!take(out.words[word], removed.words[word])) return std::nullopt;
  }
  if (!merge(counts.pairs, added.pairs, removed.pairs, out.pairs)) return std::nullopt;
  if (!merge(counts.rare, added.rare, removed.rare, out.rare)) return std::nullopt;
  return out;
}

std::vector<Pair> joined_pairs(const std::vector<Pair>& a, const std::vector<Pair>& b) {
  std::vector<Pair> out;
  out.reserve(a.size() + b.size());
  std::merge(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(out),
             [](const Pair& x, const Pair& y) { return key_of(x) < key_of(y); });
  return out;
}

}  // namespace khobao::archive
