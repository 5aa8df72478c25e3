#include "common/archive/fields.h"

#include <algorithm>
#include <utility>

#include "common/archive/facets/author_names.h"
#include "common/names/document_term.h"
#include "common/text/letters/fold.h"
#include "common/text/letters/normalise.h"

namespace khobao::archive {
namespace {

constexpr size_t kLongestName = 40;  // bytes, with accents

// Without what may be left out of a name.
std::string key_of(std::string_view name) {
  std::string letters;
  for (const char c : name) {
    if (c != '-' && c != '_') letters += c;
  }
  return text::fold(text::normalise_word(letters));
}

// The first field of which `visit` holds for one name, without what may be left out of it.
template <class Visit>
std::optional<FieldId> first_name(Visit visit) {
  for (const FieldRow& row : kFields) {
    bool found = visit(std::string(row.name));
    for_each_name(row.vietnamese,
                  [&](std::string_view name) { found = found || visit(key_of(name)); });
    if (found) return row.id;
  }
  return std::nullopt;
}

// One slip of the keyboard apart.
bool nearly_same(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1) return false;
  size_t same = 0;
  while (same < a.size() && a[same] == b[same]) ++same;
  const std::string_view rest_a = a.substr(same), rest_b = b.substr(same);
  if (a.size() < b.size()) return rest_a == rest_b.substr(1);
  const bool swapped = rest_a.size() > 1 && rest_a[0] == rest_b[1] && rest_a[1] == rest_b[0] &&
                       rest_a.substr(2) == rest_b.substr(2);
  return rest_a.empty() || rest_a.substr(1) == rest_b.substr(1) || swapped;
}

}  // namespace

std::vector<std::string> organisation_names(const Article& article) {
  std::vector<std::string> names;
  for (const OrganisationMentions& organisation : article.organisations)
    names.push_back(organisation.name);
  return names;
}

std::vector<std::string> person_names(const Article& article) {
  std::vector<std::string> names;
  for (const PersonMentions& person : article.people) names.push_back(person.name);
  return names;
}

std::vector<std::string> place_names(const Article& article) {
  std::vector<std::string> names;
  for (const PlaceMentions& place : article.places) names.push_back(place.name);
  return names;
}

std::vector<std::string> outlet_and_credit(const Article& article) {
  std::vector<std::string> names = credit_alone(article);
  names.insert(names.begin(), article.outlet);
  return names;
}

std::vector<std::string> outlet_alone(const Article& article) { return {article.outlet}; }

// Several agencies in one credit are several sources.
std::vector<std::string> credit_alone(const Article& article) {
  std::vector<std::string> names;
  std::string_view rest = article.credit;
  while (!rest.empty()) {
    const size_t comma = std::min(rest.find(", "), rest.size());
    names.emplace_back(rest.substr(0, comma));
    rest.remove_prefix(std::min(comma + 2, rest.size()));
  }
  return names;
}

std::vector<std::string> section_name(const Article& article) { return {article.section}; }

std::vector<std::string> authors(const Article& article) { return author_names(article.author); }

std::vector<std::string> document_keys(const Article& article) { return article.document_keys; }

std::optional<FieldId> find_field(std::string_view typed) {
  if (typed.empty() || typed.size() > kLongestName) return std::nullopt;
  const std::string wanted = key_of(typed);
  return first_name([&](const std::string& name) { return name == wanted; });
}

std::optional<FieldId> nearest_field(std::string_view typed) {
  constexpr size_t kLeastLetters = 4;
  if (typed.size() > kLongestName) return std::nullopt;
  const std::string wanted = key_of(typed);
  if (wanted.size() < kLeastLetters) return std::nullopt;
  return first_name([&](const std::string& name) {
    return name.size() >= kLeastLetters && nearly_same(name, wanted);
  });
}

std::optional<FieldId> field_of_slot(Slot slot) {
  const auto row = std::find_if(kFields.begin(), kFields.end(),
                                [&](const FieldRow& candidate) { return candidate.slot == slot; });
  if (row == kFields.end()) return std::nullopt;
  return row->id;
}

std::string shown_value(FieldId field, std::string_view stored) {
  return field == FieldId::document ? names::document_name(stored) : std::string(stored);
}

}  // namespace khobao::archive
