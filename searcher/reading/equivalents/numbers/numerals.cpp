#include "searcher/reading/equivalents/numbers/numerals.h"

#include <algorithm>
#include <unordered_map>

#include "common/base/embedded.h"
#include "common/names/lexicon.h"
#include "searcher/reading/equivalents/equivalent_data.h"
#include "searcher/reading/equivalents/query_words.h"

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

struct NumeralTables {
  std::unordered_map<std::string, Cue> cues;  ///< by joined() words
  size_t longest_cue = 0;
  std::vector<Numeral> numerals;
  /// Place in `numerals` by digits, Roman letters, joined() words.
  std::unordered_map<std::string, size_t> plain, roman, in_words, ordinals;
  size_t longest_numeral = 1;
};

NumeralTables read_numeral_tables() {
  NumeralTables tables;
  text::Tokenizer tokenizer;
  for_each_data_line(data::numeral_cues(), [&](std::string_view line) {
    const auto column = names::columns(line);
    const Words words = words_of(tokenizer, column[0]);
    const auto has = [&](char form) { return column[1].find(form) != std::string_view::npos; };
    tables.cues[joined(words)] = {.roman = has('r'), .in_words = has('w'), .ordinal = has('o')};
    tables.longest_cue = std::max(tables.longest_cue, words.size());
  });
  for_each_data_line(data::numerals(), [&](std::string_view line) {
    const auto column = names::columns(line);
    const size_t place = tables.numerals.size();
    Numeral numeral{.digits = std::string(column[0]), .roman = {}, .in_words = {}, .ordinals = {}};
    numeral.roman = words_of(tokenizer, column[1]).front();
    names::for_each_part(column[2], ';', [&](std::string_view form) {
      numeral.in_words.push_back(words_of(tokenizer, form));
      tables.in_words[joined(numeral.in_words.back())] = place;
      tables.longest_numeral = std::max(tables.longest_numeral, numeral.in_words.back().size());
    });
    names::for_each_part(column[3], ';', [&](std::string_view form) {
      numeral.ordinals.push_back(words_of(tokenizer, form).front());
      tables.ordinals[numeral.ordinals.back()] = place;
    });
    tables.plain[numeral.digits] = place;
    tables.roman[numeral.roman] = place;
    tables.numerals.push_back(std::move(numeral));
  });
  return tables;
}

const NumeralTables& numeral_tables() {
  static const NumeralTables kTables = read_numeral_tables();
  return kTables;
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
  const Numeral* numeral = nullptr;
  size_t end = 0;
};

const Numeral* numeral_in(const std::unordered_map<std::string, size_t>& table,
                          const std::string& key) {
  const auto found = table.find(key);
  return found == table.end() ? nullptr : &numeral_tables().numerals[found->second];
}

// The longest numeral that begins at word `at`.
Found numeral_at(std::span<const std::string> words, size_t at, const Cue& cue) {
  const std::string& before = words[at - 1];
  if (cue.in_words) {
    for (size_t size = std::min(numeral_tables().longest_numeral, words.size() - at); size > 0;
         --size) {
      const std::string key = joined(words.subspan(at, size));
      const Numeral* numeral = numeral_in(numeral_tables().in_words, key);
      if (numeral == nullptr && size == 1 && takes_ordinal(before, key))
        numeral = numeral_in(numeral_tables().ordinals, key);
      if (numeral == nullptr) continue;
      if (size == 1 && !counts_in_words(before) && key == "năm") continue;
      return {numeral, at + size};
    }
  }
  const Numeral* numeral = numeral_in(numeral_tables().plain, words[at]);
  if (numeral == nullptr && cue.roman) numeral = numeral_in(numeral_tables().roman, words[at]);
  return {numeral, at + 1};
}

// The longest cue that begins at `begin`; its end, or `begin` where none does.
size_t cue_at(std::span<const std::string> words, size_t begin, Cue& cue) {
  for (size_t size = std::min(numeral_tables().longest_cue, words.size() - begin); size > 0;
       --size) {
    const auto found = numeral_tables().cues.find(joined(words.subspan(begin, size)));
    if (found == numeral_tables().cues.end()) continue;
    cue = found->second;
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
    if (found.numeral == nullptr) {
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
