#include "indexer/recognise/place_ties.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "common/archive/facets/place_kinds.h"
#include "common/names/places/name_aliases.h"
#include "common/names/places/place_size.h"
#include "common/text/letters/utf8.h"

namespace khobao::recognise {
namespace {

using text::Token;

constexpr size_t kMostTies = 200;          // of one article
constexpr size_t kMostBetweenPlaces = 40;  // bytes between two places that are tied
constexpr size_t kMostPlaceKindWords = 3;  // "tổ dân phố"

using names::PlaceSize;

struct Unit {
  std::string_view name;           // of the article's places
  std::string kind;                // "xã"
  std::vector<std::string> words;  // without its kind
  PlaceSize size = PlaceSize::none;
};

// A unit where the text prints it.
struct Printed {
  const Unit* unit = nullptr;
  size_t begin_byte = 0, end_byte = 0;
};

std::vector<std::string> key_words(std::string_view key) {
  std::vector<std::string> words;
  while (!key.empty()) {
    const size_t blank = std::min(key.find(' '), key.size());
    words.emplace_back(key.substr(0, blank));
    key.remove_prefix(std::min(blank + 1, key.size()));
  }
  return words;
}

class Ties {
  using Numbers = std::vector<size_t>;  // of forms

 public:
  Ties(const archive::Article& article, names::NameKeys& keys) {
    for (const archive::PlaceMentions& place : article.places) {
      const std::string key = keys.of(place.name);
      const std::string_view bare = archive::without_place_kind(key);
      if (bare.size() == key.size()) continue;
      std::string kind = key.substr(0, key.size() - bare.size() - 1);
      const PlaceSize size = names::place_size(kind, bare);
      if (size == PlaceSize::none) continue;
      units_.push_back({place.name, std::move(kind), key_words(bare), size});
      forms_.emplace_back(units_.back().words, units_.size() - 1);
      for (const std::string& alias : names::province_forms(bare))
        forms_.emplace_back(key_words(alias), units_.size() - 1);
    }
    for (size_t i = 0; i < forms_.size(); ++i) by_first_[forms_[i].first.front()].push_back(i);
  }

  bool any() const { return units_.size() > 1; }

  void read(std::string_view text, const std::vector<Token>& tokens) {
    const std::vector<Printed> printed = find(text, tokens);
    for (size_t i = 0; i + 1 < printed.size(); ++i) {
      const std::string_view between = between_of(text, printed[i], printed[i + 1]);
      if (between.empty()) continue;
      tie(text, printed, i, between);
    }
  }

  std::vector<PlaceTie> finish() {
    // What lies in a district lies in its province.
    for (size_t i = 0; i < ties_.size(); ++i) {
      if (ties_[i].kind != PlaceTie::Kind::lies_in) continue;
      const PlaceTie lower = ties_[i];
      const PlaceTie* upper = nullptr;
      bool several = false;
      for (const PlaceTie& tie : ties_) {
        if (tie.kind != PlaceTie::Kind::lies_in || tie.from != lower.to) continue;
        several |= upper != nullptr;
        upper = &tie;
      }
      if (upper != nullptr && !several)
        add(PlaceTie::Kind::lies_in, lower.from, std::string(upper->to));
    }
    return std::move(ties_);
  }

 private:
  // Units in reading order, with their kind or, where that is plain enough, without.
  std::vector<Printed> find(std::string_view text, const std::vector<Token>& tokens) const {
    std::vector<const Token*> words;
    for (const Token& token : tokens) {
      if (token.parts == 0) words.push_back(&token);
    }
    std::vector<const Numbers*> forms;  // that begin with the word; null where none does
    for (const Token* word : words) {
      const auto at = by_first_.find(word->term);
      forms.push_back(at == by_first_.end() ? nullptr : &at->second);
    }
    std::vector<Printed> out;
    for (size_t i = 0; i < words.size();) {
      const size_t end = add_at(text, words, forms, i, out);
      i = std::max(i + 1, end);
    }
    return out;
  }

  size_t add_at(std::string_view text, const std::vector<const Token*>& words,
                const std::vector<const Numbers*>& forms, size_t at,
                std::vector<Printed>& out) const {
    for (size_t kind_words = kMostPlaceKindWords + 1; kind_words-- > 0;) {
      if (at + kind_words >= words.size() || forms[at + kind_words] == nullptr) continue;
      const std::string kind = kind_words == 0 ? "" : kind_of(words, at, kind_words);
      if (kind_words > 0 && kind.empty()) continue;
      size_t end = 0;
      const Unit* unit = unit_at(text, words, *forms[at + kind_words], at + kind_words, kind, end);
      if (unit == nullptr) continue;
      out.push_back({unit, words[at]->begin_byte, words[end - 1]->end_byte});
      return end;
    }
    return 0;
  }

  // "tx" -> "thị xã"; "" where the words are no kind.
  static std::string kind_of(const std::vector<const Token*>& words, size_t at, size_t count) {
    std::string kind;
    for (size_t i = at; i < at + count; ++i) kind.append(i > at ? " " : "").append(words[i]->term);
    if (!archive::is_place_kind(kind)) return {};
    const std::string full = archive::with_kind_in_full(kind + " x");
    return full.empty() ? kind : full.substr(0, full.size() - 2);
  }

  // The longest of the units `forms` that is of that kind, of any where it is ""; of several of one
  // name the largest.
  const Unit* unit_at(std::string_view text, const std::vector<const Token*>& words,
                      const Numbers& forms, size_t at, const std::string& kind,
                      size_t& end) const {
    size_t pos = words[at]->begin_byte;
    const bool named = kind.empty()
                           ? u_isupper(static_cast<UChar32>(text::next_code_point(text, pos))) != 0
                           : true;
    if (!named) return nullptr;
    const Unit* best = nullptr;
    for (const size_t number : forms) {
      const auto& [form, index] = forms_[number];
      const Unit& unit = units_[index];
      if (at + form.size() > words.size() || (!kind.empty() && unit.kind != kind)) continue;
      bool same = true;
      for (size_t i = 1; i < form.size() && same; ++i)
        same = words[at + i]->term == form[i] && words[at + i]->gap == text::Gap::none;
      if (!same) continue;
      const size_t unit_end = at + form.size();
      if (best == nullptr || unit_end > end || (unit_end == end && unit.size > best->size))
        best = &unit, end = unit_end;
    }
    return best;
  }

  static std::string_view between_of(std::string_view text, const Printed& a, const Printed& b) {
    if (b.begin_byte <= a.end_byte || b.begin_byte - a.end_byte > kMostBetweenPlaces) return {};
    return text.substr(a.end_byte, b.begin_byte - a.end_byte);
  }

  static bool is_one_of(std::string_view text, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), text) != words.end();
  }
  static std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == ',' || text.front() == '(' ||
                             text.front() == '-'))
      text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
  }

  // Those before printed[i] in a list of its size: "các xã Cát Hải, | Cát Tài (huyện …".
  static size_t list_begin(std::string_view text, const std::vector<Printed>& printed, size_t i) {
    while (i > 0 && printed[i - 1].unit->size == printed[i].unit->size &&
           is_one_of(between_of(text, printed[i - 1], printed[i]), {", ", " và ", ", và ", "; "}))
      --i;
    return i;
  }
  static size_t list_end(std::string_view text, const std::vector<Printed>& printed, size_t i) {
    while (i + 1 < printed.size() && printed[i + 1].unit->size == printed[i].unit->size &&
           is_one_of(between_of(text, printed[i], printed[i + 1]), {", ", " và ", ", và ", "; "}))
      ++i;
    return i + 1;
  }

  void tie(std::string_view text, const std::vector<Printed>& printed, size_t i,
           std::string_view between) {
    const Printed &first = printed[i], &second = printed[i + 1];
    const PlaceSize inner = first.unit->size, outer = second.unit->size;
    std::string_view words = trimmed(between);
    if (words.starts_with("cũ")) words = trimmed(words.substr(std::string_view("cũ").size()));
    const bool opens = between.find('(') != std::string_view::npos;
    const std::string_view after = text.substr(second.end_byte);
    const bool former = after.starts_with(" cũ)");
    if (is_one_of(words, {"nay là", "hiện là", "nay thuộc", "giờ là"})) {
      if (outer > inner) return lies_in(text, printed, i, second);
      // In brackets, or of one name, it is the last of a list that became another.
      const bool last = opens || first.unit->words == second.unit->words;
      for (size_t one = last ? i : list_begin(text, printed, i); one <= i; ++one)
        became(printed[one], second);
    } else if (is_one_of(words, {"trước đây thuộc", "trước thuộc"})) {
      if (outer > inner) lies_in(text, printed, i, second);
    } else if (is_one_of(words, {"trước đây là", "trước là", "tên cũ là", "sáp nhập từ",
                                 "sáp nhập từ các"}) ||
               (opens && former && words.empty())) {
      if (outer == PlaceSize::province && inner == outer) return;
      if (outer == PlaceSize::province) return lies_in(text, printed, i, second);
      for (size_t one = i + 1; one < list_end(text, printed, i + 1); ++one)
        became(printed[one], first);
    } else if (outer > inner && is_one_of(words, {"", "thuộc", "của", "ở", "tại"})) {
      lies_in(text, printed, i, second);
    }
  }

  void lies_in(std::string_view text, const std::vector<Printed>& printed, size_t i,
               const Printed& outer) {
    for (size_t one = list_begin(text, printed, i); one <= i; ++one) {
      const Unit& unit = *printed[one].unit;
      if (!is_elsewhere(unit, *outer.unit))
        add(PlaceTie::Kind::lies_in, unit.name, outer.unit->name);
    }
  }
  // "… huyện Gia Lâm, Hưng Yên …": a district that the gazetteer knows in another province.
  static bool is_elsewhere(const Unit& district, const Unit& province) {
    if (district.size != PlaceSize::district || province.size != PlaceSize::province) return false;
    const std::string known = names::province_of_district(joined(district.words));
    return !known.empty() && known != joined(province.words);
  }
  static std::string joined(const std::vector<std::string>& words) {
    std::string key;
    for (const std::string& word : words) key.append(key.empty() ? "" : " ").append(word);
    return key;
  }
  // What became of provinces, and when, stands in the gazetteer.
  void became(const Printed& before, const Printed& now) {
    if (now.unit->size == PlaceSize::province || before.unit->size == PlaceSize::province) return;
    add(PlaceTie::Kind::became, before.unit->name, now.unit->name);
  }
  void add(PlaceTie::Kind kind, std::string_view from, std::string_view to) {
    PlaceTie tie{.kind = kind, .from = std::string(from), .to = std::string(to)};
    if (from == to || ties_.size() >= kMostTies) return;
    if (std::find(ties_.begin(), ties_.end(), tie) == ties_.end()) ties_.push_back(std::move(tie));
  }

  std::vector<Unit> units_;
  std::vector<std::pair<std::vector<std::string>, size_t>> forms_;  // words, and which unit
  std::unordered_map<std::string, Numbers> by_first_;
  std::vector<PlaceTie> ties_;
};

}  // namespace

std::vector<PlaceTie> place_ties(const archive::Article& article, const ArticleTokens& tokens,
                                 names::NameKeys& keys) {
  Ties ties(article, keys);
  if (!ties.any()) return {};
  for (size_t i = 0; i < tokens.size() && i <= article.paragraphs.size(); ++i)
    ties.read(i == 0 ? article.title : article.paragraphs[i - 1].text, tokens[i]);
  return ties.finish();
}

}  // namespace khobao::recognise
