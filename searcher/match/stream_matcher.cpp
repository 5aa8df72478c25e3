#include "searcher/match/stream_matcher.h"

#include <algorithm>

namespace khobao::match {

using archive::StreamWord;
using query::PlanNode;

StreamMatcher::StreamMatcher(std::vector<std::string> terms)
    : terms_(std::move(terms)), by_id_(text::vocabulary().size(), -1), places_(terms_.size()) {
  for (size_t i = 0; i < terms_.size(); ++i) {
    const auto id = text::vocabulary().find(terms_[i]);
    if (id) by_id_[*id] = static_cast<int>(i);
    if (id) passed_.tell(*id);
    if (!id || *id >= archive::stream_unit::kNamedWords) outside_.push_back(i);
  }
}

struct StreamMatcher::Reader {
  StreamMatcher& to;
  const int* by_id;
  const uint8_t* passed;
  uint32_t sentence = 0;

  void word(StreamWord id, uint32_t place) { occurrence(by_id[id], place); }
  void own_word(size_t index, uint32_t place) { occurrence(to.own_[index], place); }
  void gap(StreamWord kind, uint32_t place) {
    ++sentence;
    to.gaps_.push_back({place, kind});
    if (kind == archive::kBodyGap) to.body_begin_ = place + 1;
  }
  void compound(StreamWord word, uint32_t place) {
    const int term = word >= archive::kOwnWord ? to.own_[word - archive::kOwnWord] : by_id[word];
    if (term >= 0) to.places_[static_cast<size_t>(term)].push_back(place);
  }
  void occurrence(int term, uint32_t place) {
    if (term < 0) return;
    to.places_[static_cast<size_t>(term)].push_back(place);
    to.occurrences_.push_back({place, sentence, static_cast<size_t>(term)});
  }
};

bool StreamMatcher::read(std::string_view stream_bytes) {
  for (auto& places : places_) places.clear();
  occurrences_.clear();
  gaps_.clear();
  length_ = body_begin_ = 0;
  if (!archive::open_stream(stream_bytes, parts_)) return false;
  // The article's own words that the query asks for; few articles have any.
  own_.assign(parts_.own.size(), -1);
  for (const size_t i : outside_) {
    for (size_t word = 0; word < own_.size(); ++word) {
      if (terms_[i] == parts_.own[word]) own_[word] = static_cast<int>(i);
    }
  }
  Reader reader{*this, by_id_.data(), passed_.data()};
  if (!archive::scan_stream(parts_, reader)) return false;
  length_ = parts_.view.units;
  return true;
}

std::optional<size_t> StreamMatcher::index_of(const std::string& term) const {
  const auto found = std::find(terms_.begin(), terms_.end(), term);
  if (found == terms_.end()) return std::nullopt;
  return static_cast<size_t>(found - terms_.begin());
}

size_t StreamMatcher::count_pairs(size_t first, size_t second) const {
  size_t count = 0;
  auto next = places_[second].begin();
  for (const uint32_t place : places_[first]) {
    while (next != places_[second].end() && *next <= place) ++next;
    if (next == places_[second].end()) break;
    count += *next == place + 1;
  }
  return count;
}

std::vector<std::string> terms_of(const PlanNode& node) {
  std::vector<std::string> out;
  const auto add = [&](std::string term) {
    if (std::find(out.begin(), out.end(), term) == out.end()) out.push_back(std::move(term));
  };
  for (const query::Form& form : node.forms) {
    for (const std::string& term : form.terms) add(term);
  }
  for (const PlanNode& child : node.children) {
    for (std::string& term : terms_of(child)) add(std::move(term));
  }
  return out;
}

}  // namespace khobao::match
