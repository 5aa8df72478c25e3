#include "searcher/filter/name_resolver.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "common/archive/fields.h"
#include "common/base/embedded.h"
#include "common/names/document_citation.h"
#include "common/names/document_term.h"
#include "common/names/expansions.h"
#include "common/names/name_data.h"
#include "common/names/predecessors.h"
#include "common/text/letters/fold.h"
#include "common/text/letters/upper_case.h"
#include "common/text/letters/utf8.h"

namespace khobao::filter {
namespace {

using archive::FieldId;

// More names than these share a beginning that says too little to filter by.
constexpr size_t kMaxNames = 1000;
constexpr size_t kSuggestions = 5;
constexpr size_t kMaxWithPredecessors = 20;

// Edits between two words' folded letters, up to `limit`.
size_t edit_distance(const std::string& a, const std::string& b, size_t limit) {
  if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > limit) return limit + 1;
  std::vector<size_t> row(b.size() + 1);
  for (size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (size_t i = 1; i <= a.size(); ++i) {
    size_t diagonal = std::exchange(row[0], i);
    for (size_t j = 1; j <= b.size(); ++j) {
      const size_t above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] != b[j - 1])});
      diagonal = above;
    }
  }
  return row.back();
}

// A cheap test that most names fail: the first letter, accents and case aside.
bool begins_alike(std::string_view name, const std::vector<std::string>& wanted) {
  const auto first = [](std::string_view s) {
    if (s.empty()) return std::string();
    size_t pos = 0;
    std::string letter;
    text::append_code_point(
        letter,
        static_cast<char32_t>(u_tolower(static_cast<UChar32>(text::next_code_point(s, pos)))));
    return text::fold(letter);
  };
  const std::string letter = first(name);
  return std::any_of(wanted.begin(), wanted.end(),
                     [&](const std::string& w) { return first(w) == letter; });
}

size_t words_in(std::string_view form) {
  return 1 + static_cast<size_t>(std::count(form.begin(), form.end(), ' '));
}

std::string_view first_words(std::string_view form, size_t words) {
  size_t end = 0;
  for (; words > 0 && end != std::string_view::npos; --words) end = form.find(' ', end + 1);
  return form.substr(0, end);
}

}  // namespace

std::vector<std::string> NameResolver::names(const searcher::Filter& filter,
                                             bool with_predecessors) {
  if (filter.field == FieldId::document) {
    const std::string printed = printed_document(filter.value);
    return printed.empty() ? documents(filter.value) : std::vector{printed};
  }
  const bool organisation = filter.field == FieldId::organisation;
  std::vector<std::string> found;
  if (has(filter.field, filter.value)) {
    found.push_back(filter.value);
  } else {
    found = spelled_like(filter);
  }
  const bool replaced = organisation || filter.field == FieldId::place;
  if (replaced && with_predecessors) add_predecessors(filter, found);
  if (found.size() > kMaxNames) found.resize(kMaxNames);
  return found;
}

std::string NameResolver::suggestions(const searcher::Filter& filter) {
  const std::string wanted = text::fold(forms_of(filter).back());
  const size_t limit = std::max<size_t>(2, wanted.size() / 3);
  std::vector<std::pair<size_t, std::string>> near;
  for (size_t i = 0; i < index_.facet_names().size(); ++i) {
    const auto value = index_.facet_names()[i];
    if (value.field != filter.field) continue;
    const std::string shown = archive::shown_value(value.field, value.name);
    const std::string form = text::fold(comparable_.of(shown));
    const bool inside = wanted.size() >= 4 && form.find(wanted) != std::string::npos;
    const size_t distance = inside ? 0 : edit_distance(form, wanted, limit);
    if (distance <= limit) near.emplace_back(distance, shown);
  }
  std::sort(near.begin(), near.end());
  std::string list;
  for (size_t i = 0; i < std::min(near.size(), kSuggestions); ++i)
    list += (i > 0 ? ", " : "") + near[i].second;
  return list;
}

bool NameResolver::has(FieldId field, const std::string& name) const {
  return !name.empty() && index_.facet_names().name(field, archive::facet_id(name)) == name;
}

// The document that facets print just as the value; "" where there is none.
std::string NameResolver::printed_document(const std::string& value) const {
  for (size_t i = 0; i < index_.facet_names().size(); ++i) {
    const auto known = index_.facet_names()[i];
    if (known.field == FieldId::document && archive::shown_value(known.field, known.name) == value)
      return std::string(known.name);
  }
  return "";
}

// Names spelled as the value, else spelled so without accents, else known by it as an alias, else
// beginning with it. People are also meant by other words of their names, places by theirs without
// the kind.
std::vector<std::string> NameResolver::spelled_like(const searcher::Filter& filter) {
  const std::vector<std::string> wanted = forms_of(filter);
  const auto is_one = [&](const std::string& form) {
    return std::find(wanted.begin(), wanted.end(), form) != wanted.end();
  };
  const auto begins = [&](const std::string& form) {
    return std::any_of(wanted.begin(), wanted.end(),
                       [&](const std::string& w) { return form.starts_with(w); });
  };
  const bool by_parts = filter.field == FieldId::person || filter.field == FieldId::place;
  PartTiers parts;
  std::vector<std::string> exact, same_folded, prefix, prefix_folded;
  for (size_t i = 0; i < index_.facet_names().size(); ++i) {
    const auto value = index_.facet_names()[i];
    if (value.field != filter.field) continue;
    if (by_parts) {
      add_by_parts(filter.field, value.name, wanted, parts);
      continue;
    }
    if (!begins_alike(value.name, wanted)) continue;
    std::string name(value.name);
    const std::string form = comparable_.of(name);
    if (is_one(form)) {
      exact.push_back(std::move(name));
    } else if (begins(form)) {
      prefix.push_back(std::move(name));
    } else if (const std::string bare = text::fold(form); is_one(bare)) {
      same_folded.push_back(std::move(name));
    } else if (begins(bare)) {
      prefix_folded.push_back(std::move(name));
    }
  }
  for (std::vector<std::string>& found : parts) {
    if (found.empty()) continue;
    std::sort(found.begin(), found.end());
    return std::move(found);
  }
  std::vector<std::string> by_alias;
  const bool has_aliases = filter.field == FieldId::organisation || filter.field == FieldId::source;
  if (exact.empty() && same_folded.empty() && has_aliases) {
    const names::Gazetteer& gazetteer = index_.gazetteer();
    for (const names::Entry* entry : gazetteer.find(filter.value)) {
      for (const std::string& name : {entry->name, gazetteer.merged(entry->name)}) {
        if (has(filter.field, name)) by_alias.push_back(name);
      }
    }
  }
  for (auto* found : {&exact, &same_folded, &by_alias, &prefix, &prefix_folded}) {
    if (found->empty()) continue;
    std::sort(found->begin(), found->end());
    found->erase(std::unique(found->begin(), found->end()), found->end());
    return std::move(*found);
  }
  return {};
}

// "tỉnh", "thành phố", "thôn" …
bool NameResolver::is_kind(std::string_view words) {
  if (kinds_.empty()) {
    for_each_data_line(names::data::levels(), [&](std::string_view line) {
      for (const std::string_view column : names::columns(line))
        names::for_each_part(column, ';',
                             [&](std::string_view kind) { kinds_.insert(comparable_.of(kind)); });
    });
  }
  return kinds_.contains(std::string(words));
}

// How nearly a person's or place's name is what is wanted: the same, the same but for its kind,
// with those words in it; each with accents before without.
void NameResolver::add_by_parts(FieldId field, std::string_view name,
                                const std::vector<std::string>& wanted, PartTiers& tiers) {
  const std::string form = comparable_.of(name), bare = text::fold(form);
  size_t tier = tiers.size();
  for (const std::string& want : wanted) {
    for (size_t folded = 0; folded < 2; ++folded) {
      const std::string& own = folded != 0 ? bare : form;
      if (own.size() < want.size()) continue;
      const std::string padded = " " + own + " ";
      const bool last = own.ends_with(want) && padded.ends_with(" " + want + " ");
      if (own == want) {
        tier = std::min(tier, folded);
      } else if (last && field == FieldId::place &&
                 is_kind(first_words(form, words_in(form) - words_in(want)))) {
        tier = std::min(tier, 2 + folded);
      } else if (padded.find(" " + want + " ") != std::string::npos) {
        tier = std::min(tier, 4 + folded);
      }
    }
  }
  if (tier < tiers.size()) tiers[tier].emplace_back(name);
}

// Adds what the names found replaced, and what the value itself did, should no article name it.
void NameResolver::add_predecessors(const searcher::Filter& filter,
                                    std::vector<std::string>& found) {
  const names::Gazetteer& gazetteer = index_.gazetteer();
  std::vector<std::string> later(
      found.begin(),
      found.begin() + static_cast<long>(std::min(found.size(), kMaxWithPredecessors)));
  if (filter.field == FieldId::organisation) {
    for (const names::Entry* entry : gazetteer.find(filter.value)) later.push_back(entry->name);
  }
  later.push_back(filter.value);
  for (const std::string& name : later) {
    for (const std::string& before : names::predecessors(gazetteer, name)) {
      if (has(filter.field, before) &&
          std::find(found.begin(), found.end(), before) == found.end()) {
        found.push_back(before);
      }
    }
  }
}

// The value as typed, and with its abbreviations spelled out: "ubnd tinh phu tho" is also
// "uy ban nhan dan tinh phu tho". Unaccented values stay so.
std::vector<std::string> NameResolver::forms_of(const searcher::Filter& filter) {
  std::vector<std::string> forms{comparable_.of(filter.value)};
  if (filter.field != FieldId::organisation) return forms;
  std::string spelled;
  for (size_t begin = 0; begin < forms.front().size();) {
    const size_t end = std::min(forms.front().find(' ', begin), forms.front().size());
    std::string word = forms.front().substr(begin, end - begin);
    if (const std::string_view words = names::expansion_of(word); !words.empty())
      word = ComparableName().of(words);
    spelled += (spelled.empty() ? "" : " ") + word;
    begin = end + 1;
  }
  if (spelled == forms.front()) return forms;
  const bool folded = text::is_folded(forms.front());
  forms.push_back(folded ? text::fold(spelled) : std::move(spelled));
  return forms;
}

// Documents need the grammar's words alone, which are quicker to read.
const names::Lexicon& NameResolver::lexicon() {
  if (!lexicon_) lexicon_ = std::make_unique<names::Lexicon>(symbols_);
  return *lexicon_;
}

std::vector<std::string> NameResolver::documents(const std::string& citation) {
  std::string wanted = names::document_key(lexicon(), citation);
  // Numbers are told from words by their capitals: "35-ct/tw" is meant as 35-CT/TW.
  if (wanted.empty()) wanted = names::document_key(lexicon(), text::upper_case(citation));
  std::vector<std::string> found;
  for (size_t i = 0; i < index_.facet_names().size(); ++i) {
    const auto value = index_.facet_names()[i];
    if (value.field == FieldId::document && !wanted.empty() &&
        names::may_mean(wanted, value.name)) {
      found.emplace_back(value.name);
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace khobao::filter
