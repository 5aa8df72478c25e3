#include "searcher/filter/name_resolver.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <set>

#include "common/archive/facets/name_order.h"
#include "common/archive/facets/place_kinds.h"
#include "common/archive/fields.h"
#include "common/names/document_citation.h"
#include "common/names/document_term.h"
#include "common/names/linked/expansions.h"
#include "common/names/name_key.h"
#include "common/names/places/name_aliases.h"
#include "common/names/predecessors.h"
#include "common/text/letters/char_class.h"
#include "common/text/letters/fold.h"
#include "common/text/letters/normalise.h"
#include "common/text/letters/upper_case.h"
#include "common/text/letters/utf8.h"
#include "searcher/filter/tied_places.h"

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

// "bình định" of "tỉnh bình định"; all of what begins with no kind of a place.
std::string_view without_kind(std::string_view form) {
  for (size_t words = 1; words < words_in(form); ++words) {
    const std::string_view kind = first_words(form, words);
    if (archive::is_place_kind(kind)) return form.substr(kind.size() + 1);
  }
  return form;
}

bool is_among(const std::vector<MeantName>& found, const std::string& name) {
  return std::any_of(found.begin(), found.end(),
                     [&](const MeantName& known) { return known.name == name; });
}

}  // namespace

std::vector<MeantName> NameResolver::names(const searcher::Filter& filter, bool with_predecessors) {
  std::vector<std::string> meant;
  if (filter.field == FieldId::document) {
    const std::string printed = printed_document(filter.value);
    meant = printed.empty() ? documents(filter.value) : std::vector{printed};
  } else if (has(filter.field, filter.value)) {
    meant.push_back(filter.value);
  } else {
    meant = spelled_like(filter);
  }
  std::vector<MeantName> found;
  found.reserve(meant.size());
  for (std::string& name : meant) found.push_back({.name = std::move(name)});
  if (found.empty() && filter.field == FieldId::place) found = within(filter);
  if (with_predecessors && filter.field == FieldId::organisation) add_predecessors(filter, found);
  if (with_predecessors && filter.field == FieldId::place) add_related_places(filter, found);
  if (filter.field != FieldId::document && found.size() > kMaxNames) found.resize(kMaxNames);
  return found;
}

std::string NameResolver::suggestions(const searcher::Filter& filter) {
  if (filter.field == FieldId::document) {
    const auto before = [order = archive::NameOrder(filter.field)](
                            const std::string& a, const std::string& b) { return order.less(a, b); };
    std::set<std::string, decltype(before)> shown(before);
    for (const std::string& key : documents_spelled(filter.value))
      shown.insert(archive::shown_value(filter.field, key));
    std::string list;
    for (const std::string& name : shown) list += (list.empty() ? "" : "; ") + name;
    if (!list.empty()) return list;
  }
  // Of "xã X, huyện Y" the part that no place is called.
  if (const size_t comma = filter.value.rfind(','); filter.field == FieldId::place && comma != std::string::npos) {
    const searcher::Filter last{filter.field, filter.value.substr(comma + 1), filter.exclude};
    const searcher::Filter rest{filter.field, filter.value.substr(0, comma), filter.exclude};
    return suggestions(spelled_like(last).empty() ? last : rest);
  }
  const std::string wanted = text::fold(forms_of(filter).back());
  const size_t limit = std::max<size_t>(2, wanted.size() / 3);
  std::vector<std::pair<size_t, std::string>> near;
  for (size_t i = 0; i < index_.facet_names().size(); ++i) {
    const auto value = index_.facet_names()[i];
    if (value.field != filter.field) continue;
    const std::string shown = archive::shown_value(value.field, value.name);
    const std::string printed = comparable_.of(shown);
    const std::string form = text::fold(printed);
    const bool inside = wanted.size() >= 4 && form.find(wanted) != std::string::npos;
    size_t distance = inside ? 0 : edit_distance(form, wanted, limit);
    if (filter.field == FieldId::place) {
      const std::string bare = text::fold(without_kind(printed));
      distance = std::min(distance, edit_distance(bare, wanted, limit));
    }
    if (distance <= limit) near.emplace_back(distance, shown);
  }
  const archive::NameOrder order(filter.field);
  std::sort(near.begin(), near.end(), [&](const auto& a, const auto& b) {
    return a.first != b.first ? a.first < b.first : order.less(a.second, b.second);
  });
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
// beginning with it. People and authors are also meant by other words of their names, places by
// theirs without the kind.
std::vector<std::string> NameResolver::spelled_like(const searcher::Filter& filter) {
  const std::vector<std::string> wanted = forms_of(filter);
  const auto is_one = [&](const std::string& form) {
    return std::find(wanted.begin(), wanted.end(), form) != wanted.end();
  };
  const auto begins = [&](const std::string& form) {
    return std::any_of(wanted.begin(), wanted.end(),
                       [&](const std::string& w) { return form.starts_with(w); });
  };
  if (filter.field == FieldId::person || filter.field == FieldId::author ||
      filter.field == FieldId::place)
    return meant_by_parts(filter, wanted);
  std::vector<std::string> exact, same_folded, prefix, prefix_folded;
  for (size_t i = 0; i < index_.facet_names().size(); ++i) {
    const auto value = index_.facet_names()[i];
    if (value.field != filter.field) continue;
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
  std::vector<std::string> by_alias;
  const bool has_aliases = filter.field == FieldId::organisation || archive::names_sources(filter.field);
  if (exact.empty() && same_folded.empty() && has_aliases) {
    const names::Gazetteer& gazetteer = index_.gazetteer();
    for (const names::Entry* entry : gazetteer.find(filter.value)) {
      const std::string own(gazetteer.name(*entry));
      for (const std::string& name : {own, gazetteer.merged(own)}) {
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

// Those called just so, which the table of forms tells; else those that the user's own table calls
// so; else those with these words in their names.
std::vector<std::string> NameResolver::meant_by_parts(const searcher::Filter& filter,
                                                      const std::vector<std::string>& wanted) {
  const archive::FacetNames& all = index_.facet_names();
  PartTiers tiers;
  if (const auto& forms = index_.name_forms(); forms) {
    for (const std::string& want : wanted) {
      for (const size_t number : forms->find(text::fold(want))) {
        if (all[number].field == filter.field)
          add_by_parts(filter.field, all[number].name, wanted, tiers);
      }
    }
  }
  const auto so_far = [&] {
    for (std::vector<std::string>& tier : tiers) {
      std::sort(tier.begin(), tier.end());
      tier.erase(std::unique(tier.begin(), tier.end()), tier.end());
      if (!tier.empty()) return tier;
    }
    return std::vector<std::string>();
  };
  // One word is a part of longer names as well: "trump" is also Donald Trump.
  const bool one_word = filter.field != FieldId::place && wanted.size() == 1 &&
                        wanted.front().find(' ') == std::string::npos;
  std::vector<std::string> known = known_as(filter);
  if (std::vector<std::string> called = so_far(); !called.empty() && !one_word) {
    for (const std::string& name : known) {
      if (std::find(called.begin(), called.end(), name) == called.end()) called.push_back(name);
    }
    return called;
  }
  if (std::vector<std::string> own = called_by_user(filter, wanted); !own.empty()) return own;
  if (!known.empty() && so_far().empty()) return known;
  for (size_t i = 0; i < all.size(); ++i) {
    if (all[i].field == filter.field) add_by_parts(filter.field, all[i].name, wanted, tiers);
  }
  if (one_word) {
    for (size_t folded = 0; folded < 2; ++folded)
      tiers[folded].insert(tiers[folded].end(), tiers[2 + folded].begin(), tiers[2 + folded].end());
  }
  return so_far();
}

// The places or people that the data files call so: "TP.HCM", "Đô-nan Trăm".
std::vector<std::string> NameResolver::known_as(const searcher::Filter& filter) const {
  std::vector<std::string> found;
  if (filter.field == FieldId::author) return found;
  const std::string key = names::name_key(filter.value);
  const std::string bare(archive::without_place_kind(key));
  for (const std::string& form : {key, bare}) {
    for (std::string& name : filter.field == FieldId::place ? names::places_called(form)
                                                            : names::people_called(form)) {
      if (has(filter.field, name)) found.push_back(std::move(name));
    }
    if (!found.empty()) break;
  }
  return found;
}

// "xã Mỹ Hiệp, huyện Phù Mỹ, tỉnh Bình Định": the first in all the others. Empty where one of them
// is no place of the archive.
std::vector<MeantName> NameResolver::within(const searcher::Filter& filter) {
  std::vector<std::vector<std::string>> parts;
  names::for_each_part(filter.value, ',', [&](std::string_view part) {
    parts.push_back(spelled_like({filter.field, std::string(part), false}));
  });
  const bool known = std::none_of(parts.begin(), parts.end(),
                                  [](const std::vector<std::string>& part) { return part.empty(); });
  std::vector<MeantName> found;
  if (parts.size() < 2 || !known) return found;
  for (std::string& name : parts.front())
    found.push_back({.name = std::move(name), .within = {parts.begin() + 1, parts.end()}});
  return found;
}

// The people or places that the user's own table calls so.
std::vector<std::string> NameResolver::called_by_user(const searcher::Filter& filter,
                                                      const std::vector<std::string>& wanted) {
  std::vector<std::string> found;
  for (const names::UserName& user : index_.user_names()) {
    const FieldId field = user.kind == names::NameKind::person  ? FieldId::person
                          : user.kind == names::NameKind::place ? FieldId::place
                                                                : FieldId::organisation;
    if (field != filter.field || field == FieldId::organisation) continue;
    std::vector<std::string> forms = user.aliases;
    forms.push_back(user.name);
    const bool meant = std::any_of(forms.begin(), forms.end(), [&](const std::string& form) {
      const std::string own = comparable_.of(form);
      return std::any_of(wanted.begin(), wanted.end(), [&](const std::string& want) {
        return want == own || want == text::fold(own);
      });
    });
    const std::string name = names::counted_as(index_.user_names(), user).name;
    if (meant && has(field, name)) found.push_back(name);
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

// How nearly a person's or place's name is what is wanted: the same, with its kind or without, or
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
      const bool whole =
          own == want ||
          (last && field == FieldId::place &&
           archive::is_place_kind(first_words(form, words_in(form) - words_in(want))));
      if (whole) {
        tier = std::min(tier, folded);
      } else if (padded.find(" " + want + " ") != std::string::npos) {
        tier = std::min(tier, 2 + folded);
      }
    }
  }
  if (tier < tiers.size()) tiers[tier].emplace_back(name);
}

// Adds what the names found replaced, and what the value itself did, should no article name it.
void NameResolver::add_predecessors(const searcher::Filter& filter, std::vector<MeantName>& found) {
  const names::Gazetteer& gazetteer = index_.gazetteer();
  std::vector<std::string> later;
  for (size_t i = 0; i < std::min(found.size(), kMaxWithPredecessors); ++i)
    later.push_back(found[i].name);
  for (const names::Entry* entry : gazetteer.find(filter.value))
    later.emplace_back(gazetteer.name(*entry));
  later.push_back(filter.value);
  for (const std::string& name : later) {
    for (const std::string& before : names::predecessors(gazetteer, name)) {
      if (has(filter.field, before) && !is_among(found, before)) found.push_back({.name = before});
    }
  }
}

// Adds what the places found were and became, or the one asked for, should no article name it.
void NameResolver::add_related_places(const searcher::Filter& filter,
                                      std::vector<MeantName>& found) {
  std::vector<std::string> places;
  for (size_t i = 0; i < std::min(found.size(), kMaxWithPredecessors); ++i)
    places.push_back(found[i].name);
  if (found.empty()) {
    for (const std::string_view kind : {"", "tỉnh ", "thành phố ", "thị xã ", "huyện ", "quận "})
      places.push_back(std::string(kind) + filter.value);
  }
  const TiedPlaces ties(index_);
  for (const std::string& place : places) {
    for (const TiedPlace& other : ties.renamed(place)) {
      if (has(FieldId::place, other.name) && !is_among(found, other.name))
        found.push_back({.name = other.name});
    }
    for (names::RelatedPlace& other : names::related_places(index_.gazetteer(), place)) {
      if (has(FieldId::place, other.name) && !is_among(found, other.name))
        found.push_back({.name = std::move(other.name), .from = other.from});
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
  if (found.empty()) found = documents_spelled(citation);
  // A number alone means a document where only one kind has it.
  const auto kind_of = [](const std::string& key) { return key.substr(0, key.find('|')); };
  const bool number = citation.find_first_not_of("0123456789") == std::string::npos;
  if (number && std::any_of(found.begin(), found.end(), [&](const std::string& key) {
        return kind_of(key) != kind_of(found.front());
      })) {
    return {};
  }
  std::sort(found.begin(), found.end());
  return found;
}

// "Chi thi 35", "CT 35", "ct35": the kind without accents or by its first letters, and the number;
// "35": every kind.
std::vector<std::string> NameResolver::documents_spelled(const std::string& citation) const {
  std::string kind, number, letters;
  for (const char c : text::fold(text::normalise_word(citation))) {
    (text::is_ascii_digit(c) ? number : kind) += c;
  }
  std::string spaced = " " + kind + " ";
  if (const size_t word = spaced.find(" so "); word != std::string::npos) spaced.erase(word, 3);
  for (const char c : spaced) {
    if (c != ' ' && c != '.') letters += c;
  }
  std::vector<std::string> found;
  if (number.empty()) return found;
  for (size_t i = 0; i < index_.facet_names().size(); ++i) {
    const auto value = index_.facet_names()[i];
    if (value.field != FieldId::document) continue;
    const std::string_view key = value.name;
    const size_t bar = std::min(key.find('|'), key.size());
    const std::string_view own = key.substr(std::min(bar + 1, key.size()));
    if (own.substr(0, own.find('|')) != number) continue;
    const std::string words = text::fold(key.substr(0, bar));
    std::string whole, initials;
    for (size_t at = 0; at < words.size(); ++at) {
      if (words[at] == ' ') continue;
      whole += words[at];
      if (at == 0 || words[at - 1] == ' ') initials += words[at];
    }
    if (letters.empty() || letters == whole || letters == initials) found.emplace_back(key);
  }
  return found;
}

}  // namespace khobao::filter
