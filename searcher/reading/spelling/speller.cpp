#include "searcher/reading/spelling/speller.h"

#include <algorithm>
#include <cmath>

#include "common/text/letters/fold.h"
#include "common/text/letters/syllable.h"
#include "common/text/letters/utf8.h"
#include "searcher/query/words/segmentation.h"
#include "searcher/reading/archive_words.h"
#include "searcher/reading/spelling/accent_forms.h"
#include "searcher/reading/spelling/joined_syllables.h"
#include "searcher/reading/spelling/marked_forms.h"
#include "searcher/reading/spelling/slips.h"
#include "searcher/reading/tables/ascending_lookup.h"
#include "searcher/reading/tables/common_prefix.h"
#include "searcher/reading/tables/reading_tables.h"

namespace khobao::reading {
namespace {

// Share of the pair count in a word's chance beside another; the rest is the word's own frequency.
constexpr double kPairShare = 0.9;
// Of a syllable's accented forms, the commonest are tried beside its neighbours.
constexpr size_t kMostSpelledForms = 6;
// A word outside the vocabulary must occur this often to be what someone meant.
constexpr uint64_t kLeastRareCount = 2;
// Other marks are offered where they stand beside a neighbour at least this often, and are one word
// with it.
constexpr uint64_t kLeastMarksPair = 20;
// Corrections so much less likely than the best are noise; a natural logarithm.
constexpr double kMostBehind = 7;
// Marks left out, too, in a query that has some.
constexpr double kLeftOutMarks = 2;
// A name that is printed with an apostrophe this often is likelier typed without it than another
// word with a letter too many; a natural logarithm.
constexpr uint64_t kLeastApostrophes = 20;
constexpr double kLeftOutApostrophe = 3;
// A left-out space, as a negative natural logarithm, like the costs of slips.h.
constexpr double kLeftOutSpace = 2.5;

void keep_best(std::vector<Correction>& corrections) {
  std::stable_sort(corrections.begin(), corrections.end(),
                   [](const Correction& a, const Correction& b) { return a.chance > b.chance; });
  std::vector<Correction> kept;
  for (Correction& c : corrections) {
    const bool enough = kept.size() == kMostCorrections ||
                        (!kept.empty() && c.chance < kept.front().chance - kMostBehind);
    if (enough) break;
    const bool known = std::any_of(kept.begin(), kept.end(),
                                   [&](const Correction& other) { return other.text == c.text; });
    if (!known) kept.push_back(std::move(c));
  }
  corrections = std::move(kept);
}

// How many of a word's first letters some word of the archive begins with, where it has no accents;
// those of the vocabulary count whether or not the archive holds them.
size_t known_letters(const std::string& word, const archive::Statistics& statistics) {
  const bool ascii = std::all_of(word.begin(), word.end(), [](char c) { return c > 0; });
  if (!ascii) return word.size();
  const size_t in_table = longest_common_prefix(
      word, statistics.rare_words(), [&](size_t place) { return statistics.rare_word(place); });
  return std::max(accented_letters(word), in_table);
}

double left_out_marks(const TypedWord& typed, const std::string& form) {
  const bool restored = !typed.unaccented && text::is_folded(typed.word) && !text::is_folded(form);
  return restored ? kLeftOutMarks : 0;
}

}  // namespace

uint64_t Speller::count(const std::string& word, bool unaccented) const {
  uint64_t count = statistics_.count(word);
  if (!unaccented || !text::is_folded(word)) return count;
  for (const text::WordId form : accent_forms(word)) {
    if (text::vocabulary().word(form) != word) count += statistics_.count(form);
  }
  if (count > 0 || text::parse_syllable(text::to_code_points(word))) return count;
  for (const std::string& form : marked_forms(word, statistics_)) count += statistics_.count(form);
  return count;
}

// The ways to read a word: itself, and without accents its commonest forms.
Speller::Forms Speller::forms(const std::string& word, bool unaccented) const {
  if (word.empty()) return {};
  Forms forms;
  if (unaccented && text::is_folded(word)) {
    std::vector<std::pair<uint32_t, text::WordId>> counted;
    for (const text::WordId form : accent_forms(word)) {
      if (const uint32_t count = statistics_.count(form); count > 0)
        counted.emplace_back(count, form);
    }
    std::sort(counted.rbegin(), counted.rend());
    for (const auto& [count, form] : counted) {
      if (forms.size() < kMostSpelledForms) forms.emplace_back(text::vocabulary().word(form));
    }
  }
  if (forms.empty()) forms.push_back(word);
  return forms;
}

uint64_t Speller::pair(const std::string& first, const std::string& second) const {
  const auto a = text::vocabulary().find(first), b = text::vocabulary().find(second);
  return a && b ? statistics_.pair_count(*a, *b) : 0;
}

double Speller::chance_behind(const std::string& word, const std::string& before) const {
  const double own = (static_cast<double>(statistics_.count(word)) + 0.1) /
                     (static_cast<double>(statistics_.words()) + 1);
  if (before.empty()) return own;
  const double beside = static_cast<double>(pair(before, word)) /
                        (static_cast<double>(statistics_.count(before)) + 1);
  return kPairShare * beside + (1 - kPairShare) * own;
}

// How likely the word is between the likeliest forms of its neighbours, as a natural logarithm.
double Speller::chance(const std::string& word, const Forms& before, const Forms& behind) const {
  double left = before.empty() ? chance_behind(word, "") : 0;
  for (const std::string& form : before) left = std::max(left, chance_behind(word, form));
  return std::log(left) + chance_before(word, behind);
}

// How much likelier it makes the word after it.
double Speller::chance_before(const std::string& word, const Forms& behind) const {
  double right = behind.empty() ? 1 : 0;
  for (const std::string& form : behind)
    right = std::max(right, chance_behind(form, word) / chance_behind(form, ""));
  return std::log(right);
}

void Speller::add_slips(const TypedWord& typed, std::vector<Correction>& out) const {
  const Forms before = forms(typed.before, typed.unaccented),
              behind = forms(typed.behind, typed.unaccented);
  const bool without_accents = text::is_folded(typed.word);
  AscendingLookup rare_words(statistics_.rare_words(),
                             [&](size_t place) { return statistics_.rare_word(place); });
  for (Slip& slip : slips_of(typed.word, known_letters(typed.word, statistics_))) {
    // Most are words of nobody.
    const bool in_vocabulary = without_accents && text::is_folded(slip.word)
                                   ? !accented_words(slip.word).empty()
                                   : text::vocabulary().find(slip.word).has_value();
    if (!in_vocabulary && !rare_words.holds(slip.word)) continue;
    // Typed without accents, the slip may be any of its forms.
    for (const std::string& form : forms(slip.word, without_accents)) {
      const uint64_t count = statistics_.count(form);
      const bool known = text::vocabulary().find(form).has_value();
      if (count < (known ? 1 : kLeastRareCount)) continue;
      out.push_back(
          {.text = typed.unaccented ? text::fold(slip.word) : form,
           .chance = chance(form, before, behind) - slip.cost - left_out_marks(typed, form),
           .count = count});
    }
  }
}

void Speller::add_splits(const TypedWord& typed, std::vector<Correction>& out) const {
  const Forms before = forms(typed.before, typed.unaccented),
              behind = forms(typed.behind, typed.unaccented);
  const bool without_accents = text::is_folded(typed.word);
  const Split split = split_syllables(
      typed.word, [&](const std::string& piece) { return forms(piece, without_accents); },
      [&](const std::string& first, const std::string& second) { return pair(first, second); },
      [&](const std::string& word, const std::string& previous) {
        return previous.empty() ? chance(word, before, {})
                                : std::log(chance_behind(word, previous));
      });
  if (split.syllables.empty()) return;
  std::string text;
  for (const std::string& syllable : split.syllables) {
    text += text.empty() ? "" : " ";
    text += typed.unaccented ? text::fold(syllable) : syllable;
  }
  const auto spaces = static_cast<double>(split.syllables.size() - 1);
  double marks = 0;
  for (const std::string& syllable : split.syllables)
    marks = std::max(marks, left_out_marks(typed, syllable));
  out.push_back({.text = std::move(text),
                 .chance = split.chance + chance_before(split.syllables.back(), behind) -
                           kLeftOutSpace * spaces - marks,
                 .count = split.least_pair});
}

// A consonant in front of a syllable, whose apostrophe was left out: M'nông.
void Speller::add_apostrophe(const TypedWord& typed, std::vector<Correction>& out) const {
  if (typed.word.size() < 3) return;
  const std::string letter = typed.word.substr(0, 1), rest = typed.word.substr(1);
  if (!is_consonants(letter) || !text::parse_syllable(text::to_code_points(rest))) return;
  for (const std::string& form : forms(rest, text::is_folded(rest))) {
    const uint64_t together = pair(letter, form);
    if (together == 0) continue;
    const bool habit = together >= kLeastApostrophes ||
                       query::bond(letter, form, ArchiveWords(statistics_)) >= query::kTripleBond;
    out.push_back({.text = letter + "'" + (typed.unaccented ? rest : form),
                   .chance = chance(letter, forms(typed.before, typed.unaccented), {}) +
                             std::log(chance_behind(form, letter)) +
                             (habit ? kLeftOutApostrophe : 0),
                   .count = together});
  }
}

// M'nông before nông: what only lacks its apostrophe is not searched without its first letter.
void Speller::prefer_apostrophe(std::vector<Correction>& corrections) {
  const auto marked = std::find_if(corrections.begin(), corrections.end(), [](const Correction& c) {
    return c.text.size() > 2 && c.text[1] == '\'';
  });
  if (marked == corrections.end()) return;
  const bool shortened = text::fold(corrections.front().text) == text::fold(marked->text.substr(2));
  if (shortened && marked->count >= kLeastRareCount)
    std::rotate(corrections.begin(), marked, marked + 1);
}

std::vector<Correction> Speller::corrections(const TypedWord& typed) const {
  std::vector<Correction> found;
  add_slips(typed, found);
  add_splits(typed, found);
  add_apostrophe(typed, found);
  keep_best(found);
  prefer_apostrophe(found);
  return found;
}

std::vector<Correction> Speller::other_marks(const TypedWord& typed) const {
  std::vector<Correction> found;
  const Forms before = forms(typed.before, false), behind = forms(typed.behind, false);
  if (pair(typed.before, typed.word) + pair(typed.word, typed.behind) > 0) return found;
  const ArchiveWords words(statistics_);
  for (const text::WordId id : accent_forms(text::fold(typed.word))) {
    const std::string form(text::vocabulary().word(id));
    const uint64_t beside = pair(typed.before, form) + pair(form, typed.behind);
    if (form == typed.word || text::is_folded(form) || beside < kLeastMarksPair) continue;
    const auto bound = [&](const std::string& first, const std::string& second) {
      return !first.empty() && !second.empty() &&
             query::bond(first, second, words) >= query::kTripleBond;
    };
    if (!bound(typed.before, form) && !bound(form, typed.behind)) continue;
    found.push_back({.text = form, .chance = chance(form, before, behind), .count = beside});
  }
  keep_best(found);
  return found;
}

}  // namespace khobao::reading
