#include "searcher/reading/names/query_names.h"

#include <algorithm>
#include <set>

#include "common/archive/facets/place_kinds.h"
#include "common/names/linked/expansions.h"
#include "common/names/name_key.h"
#include "common/text/letters/fold.h"
#include "searcher/reading/names/plain_pairs.h"

namespace khobao::reading {

using archive::FieldId;
using query::NameWord;

namespace {

// No name that people type has more words.
constexpr size_t kMostTypedNameWords = 14;
// No kind of place has more: "tổ dân phố".
constexpr size_t kMostKindWords = 3;
// A name that so many articles hold is hardly a slip of the recogniser's.
constexpr uint64_t kSureHolders = 3;

bool is_read(FieldId field) {
  return field == FieldId::person || field == FieldId::place || field == FieldId::organisation;
}

std::vector<std::string> words_of(std::string_view key) {
  std::vector<std::string> words;
  while (!key.empty()) {
    const size_t end = std::min(key.find(' '), key.size());
    words.emplace_back(key.substr(0, end));
    key.remove_prefix(std::min(end + 1, key.size()));
  }
  return words;
}

FieldId field_of(names::NameKind kind) {
  switch (kind) {
    case names::NameKind::person: return FieldId::person;
    case names::NameKind::place: return FieldId::place;
    case names::NameKind::organisation: break;
  }
  return FieldId::organisation;
}

}  // namespace

QueryNames::QueryNames(const archive::FacetNames& names, const archive::NameForms& forms,
                       const std::vector<names::UserName>& own, Holders holders,
                       PairCount pair_count)
    : names_(names),
      forms_(forms),
      holders_(std::move(holders)),
      pair_count_(std::move(pair_count)) {
  for (const names::UserName& user : own) {
    const FieldId field = field_of(user.kind);
    const std::string name = names::counted_as(own, user).name;
    if (names_.name(field, archive::facet_id(name)) != name) continue;
    std::vector<std::string> typed = user.aliases;
    typed.push_back(user.name);
    for (const std::string& form : typed)
      own_[text::fold(names::name_key(form, tokenizer_))].emplace_back(field, name);
  }
}

struct QueryNames::Span {
  size_t begin = 0, end = 0;
  bool accented = false;  // the query, so that its accents count
  std::string typed, likeliest;
  std::vector<NamedValue> values;
  std::vector<std::string> reread;  // the commonest with other accents than it was read with
  std::set<std::string> spelled;    // as names_key() has them
  bool as_words = false;
};

bool QueryNames::is_sure(const Span& span) const {
  if (!holders_) return true;
  uint64_t held = 0;
  for (const NamedValue& value : span.values) held = std::max(held, holders_(value));
  return held >= kSureHolders;
}

// The span's words as they are, with abbreviations and a place's kind in full.
std::vector<std::string> QueryNames::keys_of(const std::vector<NameWord>& words,
                                             const std::vector<std::string>& in_full, Span& span) {
  std::string expanded;
  for (size_t i = span.begin; i < span.end; ++i) {
    const char* const space = i > span.begin ? " " : "";
    span.typed.append(space).append(words[i].typed);
    span.likeliest.append(space).append(words[i].likeliest);
    expanded.append(space).append(in_full[i]);
  }
  std::vector<std::string> keys{span.likeliest};
  if (span.typed != span.likeliest) keys.push_back(span.typed);
  if (expanded != span.likeliest) keys.push_back(std::move(expanded));
  if (std::string full = archive::with_kind_in_full(span.likeliest); !full.empty())
    keys.push_back(std::move(full));
  return keys;
}

// What the span's words name, whose keys these are.
void QueryNames::look_up(const std::vector<NameWord>& words, const std::vector<std::string>& keys,
                         Span& span) {
  std::vector<std::pair<NamedValue, std::string>> otherwise;  // with other accents
  for (const std::string& key : keys) {
    for (const size_t number : forms_.find(text::fold(key))) {
      const auto value = names_[number];
      if (!is_read(value.field)) continue;
      std::string own = names::name_key(value.name, tokenizer_);
      if (value.field == FieldId::place && own.size() > key.size())
        own = archive::without_place_kind(own);
      NamedValue named{value.field, value.name};
      if (own != key) {
        otherwise.emplace_back(std::move(named), std::move(own));
      } else if (std::find(span.values.begin(), span.values.end(), named) == span.values.end()) {
        span.values.push_back(std::move(named));
        span.spelled.insert(own);
      }
    }
  }
  const auto users = own_.empty() ? own_.end() : own_.find(text::fold(span.likeliest));
  if (users != own_.end()) {
    for (const NamedValue& named : users->second) {
      if (std::find(span.values.begin(), span.values.end(), named) == span.values.end())
        span.values.push_back(named);
    }
  }
  if (!span.values.empty() || span.accented) return;
  uint64_t most = 0;
  for (auto& [named, own] : otherwise) {
    if (std::find(span.values.begin(), span.values.end(), named) != span.values.end()) continue;
    const uint64_t held = holders_ ? holders_(named) : 1;
    if (held > most) {
      most = held;
      span.reread = words_of(own);
    }
    span.values.push_back(std::move(named));
    span.spelled.insert(std::move(own));
  }
  // "nghi dinh" is nghị định, though some articles name a Nghi Đình.
  if (span.end - span.begin == 2 && pair_count_ &&
      pair_count_(words[span.begin].likeliest, words[span.begin + 1].likeliest) > most) {
    span.values.clear();
    span.reread.clear();
    span.spelled.clear();
  }
}

// Whether a name may have more words than these. A longer span's keys go on from this one's, but for
// a place's kind, which a few words more may lengthen.
bool QueryNames::goes_on(const std::vector<std::string>& keys, size_t words) const {
  if (words <= kMostKindWords || !own_.empty()) return true;
  return std::any_of(keys.begin(), keys.end(),
                     [&](const std::string& key) { return forms_.goes_on(text::fold(key)); });
}

std::vector<QueryNames::Span> QueryNames::spans_of(const std::vector<NameWord>& words,
                                                   bool accented) {
  std::vector<std::string> in_full;
  for (const NameWord& word : words) {
    const std::string_view full = names::expansion_of(word.typed);
    in_full.push_back(full.empty() ? word.likeliest : names::name_key(full, tokenizer_));
  }
  std::vector<Span> spans;
  for (size_t begin = 0; begin < words.size(); ++begin) {
    for (size_t end = begin + 1; end <= words.size() && end - begin <= kMostTypedNameWords; ++end) {
      if (end - begin > 1 && !words[end - 1].joins) break;
      // One word may be short for several: "ubndtp"; alone it is a word.
      if (end - begin < 2) continue;
      Span span;
      span.begin = begin;
      span.end = end;
      span.accented = accented;
      const auto keys = keys_of(words, in_full, span);
      look_up(words, keys, span);
      if (span.values.empty()) {
        if (!goes_on(keys, end - begin)) break;
        continue;
      }
      // With other accents than likely ones, the likely words are meant where they are plain.
      const bool plain = !span.reread.empty() && is_plain_pair(span.likeliest);
      span.as_words =
          span.end - span.begin == 2 &&
          (plain || std::any_of(span.spelled.begin(), span.spelled.end(),
                                [](const std::string& own) { return is_plain_pair(own); }));
      spans.push_back(std::move(span));
    }
  }
  return spans;
}

std::vector<query::NamedWords> QueryNames::read(const std::vector<NameWord>& words) {
  found_.clear();
  // Telex and VNI state the accents as well as letters that carry them.
  const bool accented = std::any_of(words.begin(), words.end(), [](const NameWord& word) {
    return !text::is_folded(word.typed) || text::fold(word.likeliest) != word.typed;
  });
  std::vector<Span> spans = spans_of(words, accented);
  std::stable_sort(spans.begin(), spans.end(), [](const Span& a, const Span& b) {
    if (a.as_words != b.as_words) return b.as_words;
    return a.end - a.begin > b.end - b.begin;
  });
  std::vector<bool> taken(words.size());
  std::vector<const Span*> chosen;
  for (const Span& span : spans) {
    const auto begin = taken.begin() + static_cast<long>(span.begin);
    const auto end = taken.begin() + static_cast<long>(span.end);
    if (std::find(begin, end, true) != end || (span.as_words && !is_sure(span))) continue;
    std::fill(begin, end, true);
    chosen.push_back(&span);
  }
  std::sort(chosen.begin(), chosen.end(),
            [](const Span* a, const Span* b) { return a->begin < b->begin; });
  std::vector<query::NamedWords> named;
  for (const Span* span : chosen) {
    found_.push_back({.key = span->typed,
                      .words = span->typed,
                      .values = span->values,
                      .as_words = span->as_words,
                      .begin_byte = words[span->begin].begin_byte,
                      .end_byte = words[span->end - 1].end_byte});
    if (span->as_words) continue;
    query::NamedWords one{.begin = span->begin, .end = span->end, .key = span->typed};
    one.forms.push_back(words_of(span->typed));
    for (const std::string& own : span->spelled) one.forms.push_back(words_of(own));
    one.sure = is_sure(*span);
    if (span->reread.size() == span->end - span->begin) one.reread = span->reread;
    named.push_back(std::move(one));
  }
  return named;
}

}  // namespace khobao::reading
