#include "searcher/gather/wanted_terms.h"

#include <xapian.h>

#include <algorithm>
#include <iterator>

#include "common/archive/fields.h"
#include "common/archive/place_terms.h"

namespace khobao::gather {
namespace {

// Prefixes are capital letters, which no word has.
bool is_word(const std::string& term) {
  return !term.empty() && (term.front() < 'A' || term.front() > 'Z');
}

}  // namespace

void add_terms(const Xapian::Query& query, std::set<std::string>& terms) {
  for (auto at = query.get_unique_terms_begin(); at != query.get_terms_end(); ++at)
    terms.insert(*at);
}

std::vector<std::string> words_among(const std::set<std::string>& terms) {
  std::set<std::string> words;
  for (const std::string& term : terms) {
    if (is_word(term)) words.insert(term);
    if (term.starts_with(archive::kTitlePrefix))
      words.insert(term.substr(archive::kTitlePrefix.size()));
  }
  return {words.begin(), words.end()};
}

std::vector<FieldTerm> field_terms_among(const std::set<std::string>& terms,
                                         const archive::FacetNames& names) {
  std::vector<FieldTerm> found;
  for (const std::string& term : terms) {
    for (const archive::FieldRow& row : archive::kFields) {
      if (row.kind != archive::FieldKind::name || !term.starts_with(row.prefix)) continue;
      const std::string name = term.substr(row.prefix.size());
      if (archive::prefixed_term(row.prefix, name) == term) {
        found.push_back({term, row.id, archive::facet_id(name)});
        continue;
      }
      for (size_t i = 0; i < names.size(); ++i) {  // a long name, of which the term has the hash
        const auto value = names[i];
        if (value.field == row.id && archive::prefixed_term(row.prefix, value.name) == term)
          found.push_back({term, row.id, value.id});
      }
    }
  }
  return found;
}

std::vector<std::string> place_terms_among(const std::set<std::string>& terms) {
  std::vector<std::string> found;
  std::copy_if(terms.begin(), terms.end(), std::back_inserter(found), [](const auto& term) {
    return term.starts_with(archive::kLiesInPrefix) || term.starts_with(archive::kBecamePrefix) ||
           term.starts_with(archive::kWasPrefix);
  });
  return found;
}

}  // namespace khobao::gather
