#include "searcher/reading/tables/phrase_groups.h"

#include <algorithm>

#include "searcher/reading/tables/phrase_table.h"

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
  if (group.size() >= 2) groups_.push_back(std::move(group));
}

std::string PhraseGroups::image() const {
  PhraseEntries entries;
  for (const std::vector<Phrase>& group : groups_) {
    for (const Phrase& phrase : group) {
      const Words plain = folded(phrase.words);
      // Without accents a single syllable would be a plain word, too.
      const bool also_folded =
          plain != phrase.words && (plain.size() > 1 || !is_syllable(plain.front()));
      for (const Phrase& other : group) {
        if (&other == &phrase) continue;
        const PhraseTable::Other entry{phrase.weight * other.weight, other.words};
        entries.add(phrase.words, entry);
        if (also_folded) entries.add_folded(plain, entry);
      }
    }
  }
  return entries.image();
}

}  // namespace khobao::reading
