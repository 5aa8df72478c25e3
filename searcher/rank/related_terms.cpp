#include "searcher/rank/related_terms.h"

#include <algorithm>
#include <utility>

namespace khobao::rank {

using archive::StreamWord;

RelatedTermCounter::RelatedTermCounter(std::vector<RelatedTerm> terms)
    : at_(text::vocabulary().size()), terms_(std::move(terms)), counts_(terms_.size()) {
  for (size_t term = 0; term < terms_.size(); ++term) {
    const auto first = text::vocabulary().find(terms_[term].first);
    if (terms_[term].second.empty()) {
      if (first) beginning(*first).single = static_cast<int>(term);
      outside_.emplace(terms_[term].first, term);
      continue;
    }
    const auto second = text::vocabulary().find(terms_[term].second);
    if (!first || !second) continue;
    beginning(*first).pairs.push_back({*second, term});
    passed_.tell(*second);
  }
}

RelatedTermCounter::Beginning& RelatedTermCounter::beginning(uint32_t id) {
  if (at_[id] == 0) {
    passed_.tell(id);
    beginnings_.emplace_back();
    at_[id] = static_cast<uint16_t>(beginnings_.size());
  }
  return beginnings_[at_[id] - 1u];
}

struct RelatedTermCounter::Reader {
  RelatedTermCounter& to;
  const uint16_t* at;
  const uint8_t* passed;
  uint16_t waiting = 0;  // beginning of the last word that was told
  uint32_t last = 0;     // its place

  void word(StreamWord id, uint32_t place) {
    if (waiting > 0 && place == last + 1) {
      for (const auto& pair : to.beginnings_[waiting - 1u].pairs) {
        if (pair.second == id) ++to.counts_[pair.term];
      }
    }
    last = place;
    waiting = at[id];
    if (waiting == 0) return;
    const int single = to.beginnings_[waiting - 1u].single;
    if (single >= 0) ++to.counts_[static_cast<size_t>(single)];
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
    const auto known = outside_.find(word);
    own_.push_back(known == outside_.end() ? -1 : static_cast<int>(known->second));
  }
  Reader reader{*this, at_.data(), passed_.data()};
  if (!archive::scan_stream(parts_, reader)) return false;
  length_ = parts_.view.units;
  return true;
}

}  // namespace khobao::rank
