#include "searcher/filter/filters.h"

#include <algorithm>
#include <optional>

#include "common/archive/deleted_facets.h"
#include "common/archive/facets/name_order.h"
#include "common/archive/fields.h"
#include "common/archive/place_terms.h"
#include "common/archive/schema.h"
#include "common/language/figures.h"
#include "common/language/say.h"
#include "common/text/letters/fold.h"
#include "searcher/filter/comparable_name.h"
#include "searcher/filter/date_query.h"
#include "searcher/filter/field_word.h"
#include "searcher/filter/tied_places.h"

namespace khobao::filter {
namespace {

using archive::FieldId;
using archive::FieldRow;
using Xapian::Query;

std::string shown_list(FieldId field, const std::vector<std::string>& names) {
  std::string list;
  for (const std::string& name : names) list += (list.empty() ? "" : "; ") + archive::shown_value(field, name);
  return list;
}

Message note_of(const searcher::Filter& filter, const std::vector<MeantName>& names) {
  Message note;
  constexpr size_t kShown = 5;
  for (size_t i = 0; i < std::min(names.size(), kShown); ++i) {
    note += (i > 0 ? "; " : "") + archive::shown_value(filter.field, names[i].name);
    if (!names[i].from.empty()) note += say(" since {}", date_shown(names[i].from));
  }
  if (names.size() > kShown) note += say(" and {} more", names.size() - kShown);
  // All of one filter lie in the same places.
  for (const auto& around : names.front().within)
    note += say(" in {}", shown_list(filter.field, around));
  return say("{} '{}' is {}", field_word(filter.field), filter.value, note);
}

// Where communes of several districts are called so: which, and how to ask for one.
std::optional<Message> namesakes_note(const TiedPlaces& ties, const searcher::Filter& filter,
                                      const std::vector<MeantName>& names) {
  constexpr size_t kShown = 6;
  if (filter.field != FieldId::place || names.size() != 1 || !names.front().within.empty())
    return std::nullopt;
  const std::string& name = names.front().name;
  std::vector<std::string> districts;
  for (const TiedPlace& around : ties.around(name)) {
    if (size_of(around.name) == names::PlaceSize::district) districts.push_back(around.name);
  }
  if (districts.size() < 2) return std::nullopt;
  const std::string one = name + ", " + districts.front();
  if (districts.size() > kShown) districts.resize(kShown);
  return say("{} is printed as part of {}; one of them is asked for as in --place '{}'", name,
             shown_list(filter.field, districts), one);
}

// Articles that print it so; and of others those that name both or, where the archive knows the place
// in no other, the place alone.
Query lying_in(const TiedPlaces& ties, const std::string& prefix, const Query& holders,
               const std::string& name, const std::vector<std::string>& around) {
  const auto tie = [&](const std::string& outer) {
    return Query(archive::prefixed_term(archive::kLiesInPrefix, name + '\t' + outer));
  };
  std::vector<Query> tied, elsewhere, named;
  bool known = false;
  for (const std::string& outer : around) {
    tied.push_back(tie(outer));
    named.emplace_back(archive::prefixed_term(prefix, outer));
  }
  for (const TiedPlace& other : ties.around(name)) {
    const bool wanted = std::find(around.begin(), around.end(), other.name) != around.end();
    const bool same_size = std::any_of(around.begin(), around.end(), [&](const std::string& outer) {
      return size_of(outer) == size_of(other.name);
    });
    known = known || wanted;
    if (!wanted && same_size) elsewhere.push_back(tie(other.name));
  }
  const bool sure = known && elsewhere.empty();
  if (sure) return holders;
  const Query either(Query::OP_OR, named.begin(), named.end());
  const Query others(Query::OP_OR, elsewhere.begin(), elsewhere.end());
  tied.push_back(elsewhere.empty() ? either : Query(Query::OP_AND_NOT, either, others));
  return {Query::OP_FILTER, holders, Query(Query::OP_OR, tied.begin(), tied.end())};
}

Query holders_of(const TiedPlaces& ties, const FieldRow& field, const MeantName& meant) {
  Query holders(archive::prefixed_term(field.prefix, meant.name));
  for (const auto& around : meant.within)
    holders = lying_in(ties, std::string(field.prefix), holders, meant.name, around);
  if (meant.from.empty()) return holders;
  return {Query::OP_FILTER, holders,
          date_query({.from = archive::published_value(meant.from), .to = ""})};
}

// At most this many names of one filter are looked for in articles.
constexpr size_t kNamed = 8;

// People are also asked for by given names, places without their kind: at any word of the name.
bool begins(FieldId field, const std::string& form, const std::string& wanted) {
  if (form.starts_with(wanted)) return true;
  const bool any_word =
      field == FieldId::person || field == FieldId::author || field == FieldId::place;
  return any_word && form.find(" " + wanted) != std::string::npos;
}

}  // namespace

Result<ResolvedFilters> resolve_filters(NameResolver& resolver,
                                        const std::vector<searcher::Filter>& filters,
                                        bool with_predecessors) {
  const TiedPlaces ties(resolver.index());
  ResolvedFilters resolved;
  resolved.query = Query::MatchAll;
  for (const FieldRow& field : archive::kFields) {
    std::vector<Query> wanted, excluded;
    for (const searcher::Filter& filter : filters) {
      if (filter.field != field.id) continue;
      const auto names = resolver.names(filter, with_predecessors);
      if (names.empty()) {
        const std::string nearest = resolver.suggestions(filter);
        const bool number = field.id == FieldId::document && !nearest.empty() &&
                            filter.value.find_first_not_of("0123456789") == std::string::npos;
        if (number) {
          return Error{ErrorCode::query,
                       say("doc '{}' may be one of several documents", filter.value), nearest};
        }
        return Error{
            ErrorCode::query,
            say("no {} in this archive is called '{}'", field_word(field.id), filter.value),
            nearest.empty() ? say("list them with: searcher --list {}", field.name)
                            : say("did you mean {}", nearest)};
      }
      resolved.notes.push_back(note_of(filter, names));
      if (auto note = namesakes_note(ties, filter, names)) resolved.notes.push_back(std::move(*note));
      // An article does not say who ran it.
      if (!filter.exclude && !archive::names_sources(field.id)) {
        resolved.named.push_back(filter.value);
        for (size_t i = 0; i < std::min(names.size(), kNamed); ++i)
          resolved.named.push_back(archive::shown_value(field.id, names[i].name));
      }
      for (const MeantName& name : names)
        (filter.exclude ? excluded : wanted).push_back(holders_of(ties, field, name));
    }
    if (!wanted.empty()) {
      resolved.query = Query(Query::OP_FILTER, resolved.query,
                             Query(Query::OP_OR, wanted.begin(), wanted.end()));
    }
    if (!excluded.empty()) {
      resolved.query = Query(Query::OP_AND_NOT, resolved.query,
                             Query(Query::OP_OR, excluded.begin(), excluded.end()));
    }
  }
  return resolved;
}

std::vector<searcher::FacetCount> list_values(const searcher::Index& index, FieldId field,
                                              const std::string& prefix) {
  ComparableName comparable;
  const std::string wanted = comparable.of(prefix);
  const archive::DeletedFacets deleted(index.layers(), index.left_out());
  std::vector<searcher::FacetCount> values;
  for (size_t i = 0; i < index.facet_names().size(); ++i) {
    const auto value = index.facet_names()[i];
    if (value.field != field) continue;
    const std::string shown = archive::shown_value(field, value.name);
    const std::string form = comparable.of(shown);
    if (!begins(field, form, wanted) &&
        !(text::is_folded(wanted) && begins(field, text::fold(form), wanted)))
      continue;
    const auto holders = index.layers().holders(
        archive::prefixed_term(archive::field(field).prefix, value.name));
    const auto left_out = deleted.count(field, value.name);
    if (holders > left_out) values.push_back({shown, holders - left_out});
  }
  const archive::NameOrder order(field);
  std::sort(values.begin(), values.end(),
            [&](const searcher::FacetCount& a, const searcher::FacetCount& b) {
              return order.less(a.value, b.value);
            });
  return values;
}

}  // namespace khobao::filter
