#include "searcher/stream_matcher.h"

#include <algorithm>

namespace khobao::searcher {

using archive::StreamWord;
using query::PlanNode;

StreamMatcher::StreamMatcher(std::vector<std::string> terms)
    : terms_(std::move(terms)), by_id_(text::vocabulary().size(), -1), places_(terms_.size()) {
  for (size_t i = 0; i < terms_.size(); ++i) {
    if (const auto id = text::vocabulary().find(terms_[i])) by_id_[*id] = static_cast<int>(i);
    outside_.push_back(i);
  }
}

bool StreamMatcher::read(std::string_view stream_bytes) {
  for (auto& places : places_) places.clear();
  occurrences_.clear();
  if (!archive::read_token_stream(stream_bytes, stream_)) return false;
  // The article's own words that the query asks for; few articles have any.
  std::vector<int> own(stream_.own.size(), -1);
  for (size_t place = 0; place < own.size(); ++place) {
    for (const size_t i : outside_) {
      if (terms_[i] == stream_.own[place]) own[place] = static_cast<int>(i);
    }
  }
  const auto term_of = [&](StreamWord word) {
    return word >= archive::kOwnWord ? own[word - archive::kOwnWord] : by_id_[word];
  };
  uint32_t sentence = 0;
  for (uint32_t place = 0; place < stream_.words.size(); ++place) {
    const StreamWord word = stream_.words[place];
    if (archive::is_gap(word)) {
      ++sentence;
      continue;
    }
    const int term = term_of(word);
    if (term < 0) continue;
    places_[static_cast<size_t>(term)].push_back(place);
    occurrences_.push_back({place, sentence, static_cast<size_t>(term)});
  }
  for (const archive::Compound& compound : stream_.compounds) {
    if (const int term = term_of(compound.word); term >= 0) {
      places_[static_cast<size_t>(term)].push_back(compound.place);
    }
  }
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

}  // namespace khobao::searcher
