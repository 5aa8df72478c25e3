#include "searcher/reading/equivalents/phrase_groups.h"

#include <algorithm>

#include "common/text/letters/fold.h"

namespace khobao::reading {

void PhraseGroups::add(std::span<const Form> forms) {
  std::vector<Phrase> group;
  for (const Form& form : forms) {
    Words words = words_of(tokenizer_, form.text);
    if (words.empty() || (words.size() == 1 && is_syllable(words.front()))) continue;
    const bool known = std::any_of(group.begin(), group.end(),
                                   [&](const Phrase& other) { return other.words == words; });
    if (!known) group.push_back({std::move(words), form.weight});
  }
  if (group.size() < 2) return;
  const auto number = static_cast<uint32_t>(groups_.size());
  for (uint32_t place = 0; place < group.size(); ++place) {
    const Words& words = group[place].words;
    longest_ = std::max(longest_, words.size());
    const std::string key = joined(words);
    const Words plain = folded(words);
    by_words_[key].emplace_back(number, place);
    // Without accents a single syllable would be a plain word, too.
    if (plain.size() > 1 || !is_syllable(plain.front())) {
      if (const std::string folded_key = joined(plain); folded_key != key)
        by_folded_[folded_key].emplace_back(number, place);
    }
  }
  groups_.push_back(std::move(group));
}

const PhraseGroups::Places::mapped_type* PhraseGroups::lookup(
    std::span<const std::string> words) const {
  const std::string key = joined(words);
  if (const auto found = by_words_.find(key); found != by_words_.end()) return &found->second;
  if (!text::is_folded(key)) return nullptr;
  const auto found = by_folded_.find(key);
  return found == by_folded_.end() ? nullptr : &found->second;
}

void PhraseGroups::find(std::span<const std::string> words,
                        std::vector<query::Equivalent>& out) const {
  for (size_t begin = 0; begin < words.size(); ++begin) {
    for (size_t size = std::min(longest_, words.size() - begin); size > 0; --size) {
      const auto* places = lookup(words.subspan(begin, size));
      if (places == nullptr) continue;
      for (const auto& [group, place] : *places) {
        const std::vector<Phrase>& phrases = groups_[group];
        for (uint32_t other = 0; other < phrases.size(); ++other) {
          if (other == place) continue;
          out.push_back({.begin = begin,
                         .end = begin + size,
                         .words = phrases[other].words,
                         .weight = phrases[place].weight * phrases[other].weight});
        }
      }
      break;
    }
  }
}

}  // namespace khobao::reading
