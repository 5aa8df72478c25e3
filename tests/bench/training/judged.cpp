#include "tests/bench/training/judged.h"

#include <algorithm>
#include <iomanip>
#include <set>
#include <vector>

#include "common/names/name_key.h"
#include "tests/bench/training/annotated.h"

namespace khobao::training {
namespace {

using nlohmann::json;

struct Entry {
  std::string name;
  std::set<std::string> surfaces, posts;
};

std::set<std::string> keys_of(const json& list) {
  std::set<std::string> keys;
  for (const json& text : list) keys.insert(names::name_key(text.get<std::string>()));
  return keys;
}

std::vector<Entry> entries_of(const json& list, const char* posts) {
  std::vector<Entry> entries;
  for (const json& entry : list) {
    entries.push_back({.name = names::name_key(entry["name"].get<std::string>()),
                       .surfaces = keys_of(entry["surfaces"]),
                       .posts = entry.contains(posts) ? keys_of(entry[posts])
                                                      : std::set<std::string>()});
  }
  return entries;
}

size_t common(const std::set<std::string>& a, const std::set<std::string>& b) {
  return static_cast<size_t>(
      std::count_if(a.begin(), a.end(), [&](const std::string& key) { return b.contains(key); }));
}

// The annotated entry that was meant: of its name, else with a form of it, else sharing a surface.
size_t meant(const std::vector<Entry>& wanted, const std::vector<bool>& taken, const Entry& found) {
  const auto first = [&](auto fits) {
    for (size_t i = 0; i < wanted.size(); ++i) {
      if (!taken[i] && fits(wanted[i])) return i;
    }
    return wanted.size();
  };
  size_t at = first([&](const Entry& entry) { return entry.name == found.name; });
  if (at == wanted.size())
    at = first([&](const Entry& entry) { return entry.surfaces.contains(found.name); });
  if (at == wanted.size())
    at = first([&](const Entry& entry) { return common(entry.surfaces, found.surfaces) > 0; });
  return at;
}

std::set<std::string> all_surfaces(const std::vector<Entry>& entries) {
  std::set<std::string> surfaces;
  for (const Entry& entry : entries) surfaces.insert(entry.surfaces.begin(), entry.surfaces.end());
  return surfaces;
}

void count(const std::set<std::string>& wanted, const std::set<std::string>& given, Tally& tally) {
  tally.right += common(wanted, given);
  tally.wanted += wanted.size();
  tally.given += given.size();
}

}  // namespace

json inspected(const std::string& id, const names::Findings& found) {
  const auto entry = [](const auto& one) {
    return json{{"name", one.name}, {"mentions", one.mentions}, {"surfaces", one.surfaces}};
  };
  json out = {{"id", id}};
  for (const char* kind : kKindKeys) out[kind] = json::array();
  for (const auto& organisation : found.organisations)
    out["organisations"].push_back(entry(organisation));
  for (const auto& person : found.people) {
    out["people"].push_back(entry(person));
    out["people"].back()["posts"] = person.posts;
  }
  for (const auto& place : found.places) out["places"].push_back(entry(place));
  return out;
}

double Tally::f1() const {
  return given + wanted == 0 ? 0
                             : 2.0 * static_cast<double>(right) / static_cast<double>(given + wanted);
}

void Judge::add(const json& annotated, const json& found) {
  for (size_t k = 0; k < kinds_.size(); ++k) {
    const auto wanted = entries_of(annotated[kKindKeys[k]], "roles");
    const auto given = entries_of(found[kKindKeys[k]], "posts");
    Kind& kind = kinds_[k];
    kind.entities.wanted += wanted.size();
    kind.entities.given += given.size();
    std::vector<bool> taken(wanted.size());
    for (const Entry& entry : given) {
      const size_t at = meant(wanted, taken, entry);
      if (at == wanted.size()) continue;
      taken[at] = true;
      ++kind.entities.right;
      kind.canonical += wanted[at].name == entry.name;
      if (static_cast<recognise::NameKind>(k) == recognise::NameKind::person)
        count(wanted[at].posts, entry.posts, posts_);
    }
    count(all_surfaces(wanted), all_surfaces(given), kind.surfaces);
  }
}

void Judge::print(std::ostream& out) const {
  out << std::fixed << std::setprecision(3);
  for (size_t k = 0; k < kinds_.size(); ++k) {
    const Kind& kind = kinds_[k];
    const size_t right = std::max<size_t>(kind.entities.right, 1);
    out << kKindKeys[k] << ": entities " << kind.entities.f1() << ", surfaces "
        << kind.surfaces.f1() << ", canonical "
        << static_cast<double>(kind.canonical) / static_cast<double>(right) << "\n";
  }
  out << "posts of people found: " << posts_.f1() << "\n";
}

}  // namespace khobao::training
