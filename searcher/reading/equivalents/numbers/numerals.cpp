#include "searcher/reading/equivalents/numbers/numerals.h"

#include <algorithm>
#include <optional>

#include "common/names/lexicon.h"
#include "searcher/reading/equivalents/query_words.h"
#include "searcher/reading/tables/reading_tables.h"

namespace khobao::reading {
namespace {

constexpr double kNumeralWeight = 0.95;

struct Cue {
  bool roman = false, in_words = false, ordinal = false;
};

struct Numeral {
  std::string digits, roman;
  std::vector<Words> in_words;
  Words ordinals;  ///< "nhất", only after "thứ"
};

size_t longest_cue() { return static_cast<size_t>(numeral_rows().find("")->front()); }
size_t longest_numeral() { return static_cast<size_t>(numeral_rows().find("")->back()); }

// The numeral that `key` is in one of the ways to write it (numerals_image()).
std::optional<Numeral> numeral_written(char way, const std::string& key) {
  const auto row = numeral_rows().find(way + key);
  if (!row) return std::nullopt;
  const auto column = names::columns(*row);
  Numeral numeral{.digits = std::string(column[0]),
                  .roman = std::string(column[1]),
                  .in_words = {},
                  .ordinals = {}};
  names::for_each_part(column[2], ';', [&](std::string_view form) {
    Words& words = numeral.in_words.emplace_back();
    names::for_each_part(form, ' ', [&](std::string_view word) { words.emplace_back(word); });
  });
  names::for_each_part(column[3], ';',
                       [&](std::string_view form) { numeral.ordinals.emplace_back(form); });
  return numeral;
}

// "năm" and "tư" are also a year and words of their own; after these they are numbers.
bool counts_in_words(const std::string& before) {
  return before == "thứ" || before == "tháng" || before == "quý" || before == "quí";
}

// "thứ nhất", "thứ tư"; and "tháng tư", "quý tư".
bool takes_ordinal(const std::string& before, const std::string& ordinal) {
  return before == "thứ" || (ordinal == "tư" && counts_in_words(before));
}

// "mười" begins "mười ba", too: forms in words that go on as another number would find that.
bool begins_others(const Numeral& numeral) { return numeral.digits.ends_with('0'); }

struct Found {
  std::optional<Numeral> numeral;
  size_t end = 0;
};

// The longest numeral that begins at word `at`.
Found numeral_at(std::span<const std::string> words, size_t at, const Cue& cue) {
  const std::string& before = words[at - 1];
  if (cue.in_words) {
    for (size_t size = std::min(longest_numeral(), words.size() - at); size > 0; --size) {
      const std::string key = joined(words.subspan(at, size));
      std::optional<Numeral> numeral = numeral_written('w', key);
      if (!numeral && size == 1 && takes_ordinal(before, key)) numeral = numeral_written('o', key);
      if (!numeral) continue;
      if (size == 1 && !counts_in_words(before) && key == "năm") continue;
      return {std::move(numeral), at + size};
    }
  }
  std::optional<Numeral> numeral = numeral_written('p', words[at]);
  if (!numeral && cue.roman) numeral = numeral_written('r', words[at]);
  return {std::move(numeral), at + 1};
}

// The longest cue that begins at `begin`; its end, or `begin` where none does.
size_t cue_at(std::span<const std::string> words, size_t begin, Cue& cue) {
  for (size_t size = std::min(longest_cue(), words.size() - begin); size > 0; --size) {
    const auto forms = numeral_rows().find('c' + joined(words.subspan(begin, size)));
    if (!forms) continue;
    const auto has = [&](char form) { return forms->find(form) != std::string_view::npos; };
    cue = {.roman = has('r'), .in_words = has('w'), .ordinal = has('o')};
    return begin + size;
  }
  return begin;
}

class NumeralForms {
 public:
  NumeralForms(std::span<const std::string> words, size_t begin, size_t cue_end, size_t end,
               std::vector<query::Equivalent>& out)
      : words_(words), begin_(begin), cue_end_(cue_end), end_(end), out_(out) {}

  // "đại hội" + `between` + the numeral in each of its forms.
  void add_all(const Numeral& numeral, const Cue& cue, const Words& between) {
    const std::string& before = between.empty() ? words_[cue_end_ - 1] : between.back();
    add(between, {numeral.digits});
    if (cue.roman) add(between, {numeral.roman});
    if (!cue.in_words || begins_others(numeral)) return;
    for (const Words& form : numeral.in_words) {
      if (form.size() > 1 || form.front() != "năm" || counts_in_words(before)) add(between, form);
    }
    for (const std::string& form : numeral.ordinals) {
      if (takes_ordinal(before, form)) add(between, {form});
    }
  }

 private:
  void add(const Words& between, const Words& numeral) {
    Words form(words_.begin() + static_cast<long>(begin_),
               words_.begin() + static_cast<long>(cue_end_));
    form.insert(form.end(), between.begin(), between.end());
    form.insert(form.end(), numeral.begin(), numeral.end());
    if (std::equal(form.begin(), form.end(), words_.begin() + static_cast<long>(begin_),
                   words_.begin() + static_cast<long>(end_))) {
      return;
    }
    out_.push_back(
        {.begin = begin_, .end = end_, .words = std::move(form), .weight = kNumeralWeight});
  }

  std::span<const std::string> words_;
  size_t begin_, cue_end_, end_;
  std::vector<query::Equivalent>& out_;
};

}  // namespace

void find_numerals(std::span<const std::string> words, std::vector<query::Equivalent>& out) {
  for (size_t begin = 0; begin + 1 < words.size();) {
    Cue cue;
    const size_t cue_end = cue_at(words, begin, cue);
    size_t at = cue_end;
    if (cue.ordinal && at < words.size() && words[at] == "lần") ++at;
    if (cue.ordinal && at < words.size() && words[at] == "thứ") ++at;
    const Found found = cue_end > begin && at < words.size() ? numeral_at(words, at, cue) : Found{};
    if (!found.numeral) {
      ++begin;
      continue;
    }
    NumeralForms forms(words, begin, cue_end, found.end, out);
    forms.add_all(*found.numeral, cue, {});
    if (cue.ordinal) {
      forms.add_all(*found.numeral, cue, {"thứ"});
      forms.add_all(*found.numeral, cue, {"lần", "thứ"});
    }
    begin = found.end;
  }
}

}  // namespace khobao::reading
