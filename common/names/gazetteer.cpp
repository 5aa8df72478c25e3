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

Gazetteer::Gazetteer(FromSources) : lexicon_(symbols_) {
  for (const std::string_view file : data::organisations()) {
    for_each_data_line(file, [&](std::string_view line) {
      const auto [name, aliases, kind, notes] = columns(line);
      Entry entry;
      entry.name = name;
      entry.kind = kind;
      for_each_part(aliases, ';',
                    [&](std::string_view alias) { entry.aliases.emplace_back(alias); });
      for_each_part(notes, ';', [&](std::string_view note) {
        if (note.starts_with("replaces=")) {
          for_each_part(note.substr(9), '+',
                        [&](std::string_view old) { entry.predecessors.emplace_back(old); });
        }
        if (note.starts_with("from=")) entry.from = note.substr(5);
        if (note.starts_with("to=")) entry.to = note.substr(3);
        entry.football |= note == "football";
        entry.platform |= note == "platform";
        entry.cue |= note == "cue";
      });
      add(std::move(entry));
    });
  }
}

void Gazetteer::add(Entry entry) {
  const auto number = static_cast<uint32_t>(entries_.size());
  entries_.push_back(std::move(entry));
  const Entry& added = entries_.back();
  add_alias(added.name, number, added.user);
  for (const std::string& alias : added.aliases) add_alias(alias, number, added.user);
}

void Gazetteer::add_alias(std::string_view alias, uint32_t entry, bool user) {
  lexicon_.add_and_variants(symbols_, phrases_, alias, entry, role::kEntry, user);
}

const Gazetteer::Index& Gazetteer::by_folded() const {
  return by_folded_.get([&] {
    Index index;
    for (uint32_t number = 0; number < entries_.size(); ++number) {
      const Entry& entry = entries_[number];
      if (entry.kind == "none") continue;
      index.emplace(folded_key(entry.name), number);
      for (const std::string& alias : entry.aliases) index.emplace(folded_key(alias), number);
    }
    return index;
  });
}

void Gazetteer::add_user_names(const std::vector<UserName>& names) {
  user_names_.insert(user_names_.end(), names.begin(), names.end());
  for (const UserName& name : names) {
    if (name.kind != NameKind::organisation) continue;
    Entry entry;
    entry.name = name.name;
    entry.aliases = name.aliases;
    entry.kind = "user";
    entry.predecessors = name.replaces;
    entry.user = true;
    add(std::move(entry));
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
  const std::string key = name_key(name);
  const auto [begin, end] = by_folded().equal_range(folded_key(name));
  const Entry* only = nullptr;
  for (auto it = begin; it != end; ++it) {
    const Entry& entry = entries_[it->second];
    const auto equal = [&](const std::string& alias) { return name_key(alias) == key; };
    if (entry.user ||
        !(equal(entry.name) || std::any_of(entry.aliases.begin(), entry.aliases.end(), equal)))
      continue;
    if (only != nullptr && only != &entry) return name;
    only = &entry;
  }
  return only == nullptr ? name : only->name;
}

std::vector<const Entry*> Gazetteer::find(std::string_view name) const {
  std::set<uint32_t> numbers;
  const std::string folded = folded_key(name);
  const auto [begin, end] = by_folded().equal_range(folded);
  const std::string key = name_key(name);
  for (auto it = begin; it != end; ++it) {
    const Entry& entry = entries_[it->second];
    const auto equal = [&](const std::string& alias) { return name_key(alias) == key; };
    if (equal(entry.name) || std::any_of(entry.aliases.begin(), entry.aliases.end(), equal)) {
      numbers.insert(it->second);
    }
  }
  if (numbers.empty()) {
    for (auto it = begin; it != end; ++it) numbers.insert(it->second);
  }
  if (numbers.empty() && !folded.empty()) {
    for (const auto& [alias, number] : by_folded()) {
      if (alias.starts_with(folded)) numbers.insert(number);
    }
  }
  std::vector<const Entry*> found;
  for (const uint32_t number : numbers) {
    if (found.size() < kMaxFound) found.push_back(&entries_[number]);
  }
  return found;
}

std::vector<const Entry*> Gazetteer::nearest(std::string_view name, size_t limit) const {
  const std::vector<uint16_t> wanted = pairs_of(folded_key(name));
  std::unordered_map<uint32_t, double> best;
  for (const auto& [alias, number] : by_folded()) {
    const std::vector<uint16_t> pairs = pairs_of(alias);
    std::vector<uint16_t> common;
    std::set_intersection(wanted.begin(), wanted.end(), pairs.begin(), pairs.end(),
                          std::back_inserter(common));
    const double likeness = 2.0 * static_cast<double>(common.size()) /
                            static_cast<double>(wanted.size() + pairs.size() + 1);
    if (likeness > 0.4) best[number] = std::max(best[number], likeness);
  }
  std::vector<std::pair<double, uint32_t>> order;
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
  return known.kind == "none" || known.football || known.cue || known.platform ? nullptr : &known;
}

const std::string& Gazetteer::merged(const std::string& name) const {
  if (merges_.empty()) return name;
  const auto it = merges_.find(name_key(name));
  return it == merges_.end() ? name : it->second;
}

}  // namespace khobao::names
