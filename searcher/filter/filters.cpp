#include "searcher/filter/filters.h"

#include <unicode/coll.h>

#include <algorithm>
#include <memory>

#include "common/archive/deleted_facets.h"
#include "common/archive/fields.h"
#include "common/archive/schema.h"
#include "common/text/letters/fold.h"
#include "searcher/filter/comparable_name.h"

namespace khobao::filter {
namespace {

using archive::FieldId;
using archive::FieldRow;
using Xapian::Query;

std::string note_of(const searcher::Filter& filter, const std::vector<std::string>& names) {
  std::string note = std::string(archive::field(filter.field).name) + " '" + filter.value + "' is ";
  constexpr size_t kShown = 5;
  for (size_t i = 0; i < std::min(names.size(), kShown); ++i) {
    note += (i > 0 ? "; " : "") + archive::shown_value(filter.field, names[i]);
  }
  if (names.size() > kShown) note += " and " + std::to_string(names.size() - kShown) + " more";
  return note;
}

// Of the names of one filter, so many are looked for in articles.
constexpr size_t kNamed = 8;

}  // namespace

Result<ResolvedFilters> resolve_filters(NameResolver& resolver,
                                        const std::vector<searcher::Filter>& filters,
                                        bool with_predecessors) {
  ResolvedFilters resolved;
  resolved.query = Query::MatchAll;
  for (const FieldRow& field : archive::kFields) {
    std::vector<Query> wanted, excluded;
    for (const searcher::Filter& filter : filters) {
      if (filter.field != field.id) continue;
      const auto names = resolver.names(filter, with_predecessors);
      if (names.empty()) {
        const std::string nearest = resolver.suggestions(filter);
        return Error{
            ErrorCode::query,
            "no " + std::string(field.name) + " in this archive is called '" + filter.value + "'",
            nearest.empty() ? "list them with: searcher --list " + std::string(field.name)
                            : "did you mean " + nearest};
      }
      resolved.notes.push_back(note_of(filter, names));
      // An article does not say who ran it.
      if (!filter.exclude && field.id != FieldId::source) {
        resolved.named.push_back(filter.value);
        for (size_t i = 0; i < std::min(names.size(), kNamed); ++i)
          resolved.named.push_back(archive::shown_value(field.id, names[i]));
      }
      for (const std::string& name : names) {
        (filter.exclude ? excluded : wanted)
            .emplace_back(archive::prefixed_term(field.prefix, name));
      }
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
  const archive::DeletedFacets deleted(index.layers());
  std::vector<searcher::FacetCount> values;
  for (size_t i = 0; i < index.facet_names().size(); ++i) {
    const auto value = index.facet_names()[i];
    if (value.field != field) continue;
    const std::string shown = archive::shown_value(field, value.name);
    const std::string form = comparable.of(shown);
    if (!form.starts_with(wanted) &&
        !(text::is_folded(wanted) && text::fold(form).starts_with(wanted)))
      continue;
    const auto holders = index.database().get_termfreq(
        archive::prefixed_term(archive::field(field).prefix, value.name));
    values.push_back({shown, holders - deleted.count(field, value.name)});
  }
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Collator> collator(
      icu::Collator::createInstance(icu::Locale("vi"), status));
  std::sort(values.begin(), values.end(),
            [&](const searcher::FacetCount& a, const searcher::FacetCount& b) {
              if (!collator) return a.value < b.value;
              UErrorCode ignored = U_ZERO_ERROR;
              const auto order = collator->compareUTF8(a.value, b.value, ignored);
              return order != UCOL_EQUAL ? order == UCOL_LESS : a.value < b.value;
            });
  return values;
}

}  // namespace khobao::filter
