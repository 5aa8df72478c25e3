#include "searcher/rank/related_terms.h"

#include <algorithm>

namespace khobao::rank {

using archive::StreamWord;

RelatedTermCounter::RelatedTermCounter(const std::vector<RelatedTerm>& terms)
    : single_(text::vocabulary().size(), -1),
      pairs_at_(text::vocabulary().size()),
      counts_(terms.size()) {
  for (size_t term = 0; term < terms.size(); ++term) {
    const auto first = text::vocabulary().find(terms[term].first);
    if (terms[term].second.empty()) {
      if (first) single_[*first] = static_cast<int>(term);
      outside_.emplace(terms[term].first, term);
      continue;
    }
    const auto second = text::vocabulary().find(terms[term].second);
    if (!first || !second) continue;
    if (pairs_at_[*first] == 0) {
      pairs_.emplace_back();
      pairs_at_[*first] = static_cast<uint16_t>(pairs_.size());
    }
    pairs_[pairs_at_[*first] - 1u].push_back({*second, term});
  }
}

struct RelatedTermCounter::Reader {
  RelatedTermCounter& to;
  uint16_t waiting = 0;  // pairs whose first word has just been read

  void word(StreamWord id, uint32_t) {
    if (waiting > 0) {
      for (const Pair& pair : to.pairs_[waiting - 1u]) {
        if (pair.second == id) ++to.counts_[pair.term];
      }
    }
    if (to.single_[id] >= 0) ++to.counts_[static_cast<size_t>(to.single_[id])];
    waiting = to.pairs_at_[id];
  }
  void own_word(size_t index, uint32_t) {
    waiting = 0;
    if (to.own_[index] >= 0) ++to.counts_[static_cast<size_t>(to.own_[index])];
  }
  void gap(StreamWord, uint32_t) { waiting = 0; }
  void compound(StreamWord, uint32_t) {}
};

bool RelatedTermCounter::read(std::string_view stream) {
  std::fill(counts_.begin(), counts_.end(), 0);
  length_ = 0;
  if (!archive::open_stream(stream, parts_)) return false;
  own_.clear();
  for (const std::string_view word : parts_.own) {
    const auto known = outside_.find(std::string(word));
    own_.push_back(known == outside_.end() ? -1 : static_cast<int>(known->second));
  }
  Reader reader{*this};
  if (!archive::scan_stream(parts_, reader)) return false;
  length_ = parts_.view.units;
  return true;
}

}  // namespace khobao::rank
