#include "common/names/gazetteer.h"

#include <algorithm>
#include <set>

#include "common/base/embedded.h"
#include "common/names/name_data.h"
#include "common/names/name_key.h"
#include "common/text/letters/fold.h"

namespace khobao::names {
namespace {

constexpr size_t kMaxFound = 20;
constexpr int kLongestMergeChain = 20;  // of merges

// Names typed without accents, and without the "và" that print often leaves out.
std::string folded_key(std::string_view name) {
  std::string key;
  for (const std::string& word : phrase_words(name)) {
    if (!key.empty()) key += ' ';
    key += text::fold(word);
  }
  return key;
}

// Character pairs of a folded name, sorted, for likeness.
std::vector<uint16_t> pairs_of(std::string_view key) {
  std::vector<uint16_t> pairs;
  for (size_t i = 0; i + 1 < key.size(); ++i) {
    pairs.push_back(static_cast<uint16_t>(static_cast<unsigned char>(key[i]) << 8 |
                                          static_cast<unsigned char>(key[i + 1])));
  }
  std::sort(pairs.begin(), pairs.end());
  return pairs;
}

}  // namespace

// What an entry is made of.
struct Gazetteer::NewEntry {
  std::string_view name, kind;
  std::vector<std::string_view> aliases = {}, predecessors = {};
  Entry marks = {};
};

Gazetteer::Gazetteer(FromSources) : lexicon_(symbols_) {
  for (const std::string_view file : data::organisations()) {
    for_each_data_line(file, [&](std::string_view line) {
      const auto [name, aliases, kind, notes] = columns(line);
      NewEntry entry{.name = name, .kind = kind};
      for_each_part(aliases, ';', [&](std::string_view alias) { entry.aliases.push_back(alias); });
      for_each_part(notes, ';', [&](std::string_view note) {
        if (note.starts_with("replaces=")) {
          for_each_part(note.substr(9), '+',
                        [&](std::string_view old) { entry.predecessors.push_back(old); });
        }
        entry.marks.football |= note == "football";
        entry.marks.platform |= note == "platform";
        entry.marks.cue |= note == "cue";
      });
      add(entry);
    });
  }
  std::set<std::pair<std::string, uint32_t>> forms;
  for (uint32_t number = 0; number < entries_.size(); ++number) {
    const Entry& entry = entries_[number];
    if (kind(entry) == "none") continue;
    forms.emplace(folded_key(name(entry)), number);
    for (const std::string_view alias : aliases(entry)) forms.emplace(folded_key(alias), number);
  }
  for (const auto& [form, number] : forms) {
    forms_.push_back(form);
    form_entries_.push_back(number);
  }
}

void Gazetteer::add(const NewEntry& added) {
  const auto number = static_cast<uint32_t>(entries_.size());
  Entry entry = added.marks;
  entry.texts = static_cast<uint32_t>(texts_.size());
  entry.aliases = static_cast<uint32_t>(added.aliases.size());
  entry.predecessors = static_cast<uint32_t>(added.predecessors.size());
  texts_.push_back(added.name);
  texts_.push_back(added.kind);
  for (const std::string_view alias : added.aliases) texts_.push_back(alias);
  for (const std::string_view old : added.predecessors) texts_.push_back(old);
  entries_.push_back(entry);
  add_alias(added.name, number, entry.user);
  for (const std::string_view alias : added.aliases) add_alias(alias, number, entry.user);
}

void Gazetteer::add_alias(std::string_view alias, uint32_t entry, bool user) {
  lexicon_.add_and_variants(symbols_, phrases_, alias, entry, role::kEntry, user);
  if (user) own_forms_.emplace(folded_key(alias), entry);
}

bool Gazetteer::is_called(const Entry& entry, std::string_view key) const {
  if (name_key(name(entry)) == key) return true;
  for (const std::string_view alias : aliases(entry)) {
    if (name_key(alias) == key) return true;
  }
  return false;
}

template <class Use>
void Gazetteer::for_each_form(const std::string& folded, Use use) const {
  size_t first = 0, last = forms_.size();
  while (first < last) {
    const size_t middle = first + (last - first) / 2;
    if (forms_[middle] < folded)
      first = middle + 1;
    else
      last = middle;
  }
  for (; first < forms_.size() && forms_[first].starts_with(folded); ++first)
    use(forms_[first], form_entries_[first]);
  for (auto own = own_forms_.lower_bound(folded);
       own != own_forms_.end() && own->first.starts_with(folded); ++own)
    use(std::string_view(own->first), own->second);
}

void Gazetteer::add_user_names(const std::vector<UserName>& names) {
  user_names_.insert(user_names_.end(), names.begin(), names.end());
  for (const UserName& name : names) {
    if (name.kind != NameKind::organisation) continue;
    add({.name = name.name,
         .kind = "user",
         .aliases = {name.aliases.begin(), name.aliases.end()},
         .predecessors = {name.replaces.begin(), name.replaces.end()},
         .marks = {.user = true}});
  }
  for (const UserName& name : names) {
    if (name.counts_as.empty() || name.kind != NameKind::organisation) continue;
    const std::string target = canonical(name.counts_as);
    const std::string known = canonical(name.name);  // of the built-in name, where it is one
    merges_[name_key(name.name)] = target;
    if (name_key(known) != name_key(target)) merges_[name_key(known)] = target;
  }
  // A chain of merges ends at once, so that merged() needs one step.
  for (auto& [key, target] : merges_) {
    for (int step = 0; step < kLongestMergeChain; ++step) {
      const auto next = merges_.find(name_key(target));
      if (next == merges_.end() || next->second == target) break;
      target = next->second;
    }
  }
}

std::string Gazetteer::canonical(const std::string& name) const {
  const std::string key = name_key(name), folded = folded_key(name);
  const Entry* only = nullptr;
  bool several = false;
  for_each_form(folded, [&](std::string_view form, uint32_t number) {
    const Entry& entry = entries_[number];
    if (form != folded || entry.user || !is_called(entry, key)) return;
    several |= only != nullptr && only != &entry;
    only = &entry;
  });
  return only == nullptr || several ? name : std::string(this->name(*only));
}

std::vector<const Entry*> Gazetteer::find(std::string_view name) const {
  // By number: called so, called so without accents, beginning so.
  std::set<uint32_t> called, likewise, beginning;
  const std::string folded = folded_key(name), key = name_key(name);
  if (folded.empty()) return {};
  for_each_form(folded, [&](std::string_view form, uint32_t number) {
    beginning.insert(number);
    if (form != folded) return;
    likewise.insert(number);
    if (is_called(entries_[number], key)) called.insert(number);
  });
  std::vector<const Entry*> found;
  for (const uint32_t number : !called.empty()     ? called
                               : !likewise.empty() ? likewise
                                                   : beginning) {
    if (found.size() < kMaxFound) found.push_back(&entries_[number]);
  }
  return found;
}

std::vector<const Entry*> Gazetteer::nearest(std::string_view name, size_t limit) const {
  const std::vector<uint16_t> wanted = pairs_of(folded_key(name));
  std::unordered_map<uint32_t, double> best;
  for_each_form("", [&](std::string_view form, uint32_t number) {
    const std::vector<uint16_t> pairs = pairs_of(form);
    std::vector<uint16_t> common;
    std::set_intersection(wanted.begin(), wanted.end(), pairs.begin(), pairs.end(),
                          std::back_inserter(common));
    const double likeness = 2.0 * static_cast<double>(common.size()) /
                            static_cast<double>(wanted.size() + pairs.size() + 1);
    if (likeness > 0.4) best[number] = std::max(best[number], likeness);
  });
  std::vector<std::pair<double, uint32_t>> order;
  order.reserve(best.size());
  for (const auto& [number, likeness] : best) order.emplace_back(-likeness, number);
  std::sort(order.begin(), order.end());
  std::vector<const Entry*> found;
  for (const auto& [likeness, number] : order) {
    if (found.size() < limit) found.push_back(&entries_[number]);
  }
  return found;
}

const Entry* Gazetteer::called(std::string_view key) const {
  constexpr size_t kLeastWords = 3;
  std::vector<Symbol> phrase;
  for_each_part(key, ' ', [&](std::string_view word) { phrase.push_back(symbols_.find(word)); });
  if (phrase.size() < kLeastWords) return nullptr;
  const int found = phrases_.find(phrase);
  if (found < 0) return nullptr;
  const Entry& known = entry(found);
  return kind(known) == "none" || known.football || known.cue || known.platform ? nullptr : &known;
}

std::string Gazetteer::merged(std::string_view name) const {
  if (merges_.empty()) return std::string(name);
  const auto it = merges_.find(name_key(name));
  return it == merges_.end() ? std::string(name) : it->second;
}

}  // namespace khobao::names
