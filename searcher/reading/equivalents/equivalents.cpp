#include "searcher/reading/equivalents/equivalents.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "common/language/say.h"
#include "searcher/reading/equivalents/abbreviation_context.h"
#include "searcher/reading/equivalents/letter_habits.h"
#include "searcher/reading/equivalents/numbers/document_forms.h"
#include "searcher/reading/equivalents/numbers/joined_numbers.h"
#include "searcher/reading/equivalents/numbers/numerals.h"
#include "searcher/reading/equivalents/numbers/written_dates.h"
#include "searcher/reading/equivalents/query_words.h"
#include "searcher/reading/equivalents/scholar_titles.h"
#include "searcher/reading/equivalents/split_names.h"
#include "searcher/reading/tables/reading_tables.h"

namespace khobao::reading {
namespace {

using query::Equivalent;

// Queries longer than this are pasted text, which says what it means in its own words.
constexpr size_t kMostQueryWords = 64;
// So many stretches are told to the user; the plan shows all.
constexpr size_t kMostDescribed = 6;

bool same_place(const Equivalent& a, const Equivalent& b) {
  return a.begin == b.begin && a.end == b.end;
}

// How much the words tell together: the rarer they are, the more.
double information(std::span<const std::string> words, const archive::Statistics& statistics) {
  double sum = 0;
  for (const std::string& word : words) {
    const auto count = static_cast<double>(statistics.count(word));
    sum += std::log((static_cast<double>(statistics.words()) + 1) / (count + 1));
  }
  return sum;
}

}  // namespace

std::vector<Equivalent> find_equivalents(std::span<const std::string> words,
                                         const archive::Statistics& statistics,
                                         const IntroducedPairs* introduced) {
  std::vector<Equivalent> all;
  if (words.empty() || words.size() > kMostQueryWords) return all;
  abbreviations().find(words, all);
  if (introduced != nullptr) find_introduced_pairs(words, *introduced, all);
  weigh_by_neighbours(words, statistics, all);
  spellings().find(words, all);
  find_numerals(words, all);
  find_document_forms(words, all);
  find_letter_habits(words, all);
  find_joined_numbers(words, statistics, all);
  find_written_dates(words, all);
  find_split_names(words, statistics, all);

  std::erase_if(all, [&](const Equivalent& e) {
    const auto typed = words.subspan(e.begin, e.end - e.begin);
    return std::equal(e.words.begin(), e.words.end(), typed.begin(), typed.end()) ||
           std::any_of(e.words.begin(), e.words.end(),
                       [&](const std::string& word) { return statistics.count(word) == 0; });
  });
  // A rare spelling of a common word ("mĩ", "vn") tells no more than the common one would.
  for (Equivalent& e : all) {
    const double typed = information(words.subspan(e.begin, e.end - e.begin), statistics);
    e.weight *= std::min(1.0, typed / std::max(information(e.words, statistics), 1e-9));
  }
  // Terms of titles and percentages are counted nowhere, so that the rules above say nothing of
  // them.
  find_scholar_titles(words, all);
  find_percentages(words, all);
  std::stable_sort(all.begin(), all.end(), [](const Equivalent& a, const Equivalent& b) {
    return std::tuple(a.begin, a.end, -a.weight) < std::tuple(b.begin, b.end, -b.weight);
  });
  std::vector<Equivalent> kept;
  size_t first = 0;  // of the stretch under way
  for (Equivalent& e : all) {
    if (!kept.empty() && !same_place(kept.back(), e)) first = kept.size();
    const bool known = std::any_of(kept.begin() + static_cast<long>(first), kept.end(),
                                   [&](const Equivalent& other) { return other.words == e.words; });
    if (!known && kept.size() - first < kMostForms && kept.size() < kMostEquivalents)
      kept.push_back(std::move(e));
  }
  return kept;
}

Message describe(std::span<const std::string> words, std::span<const Equivalent> equivalents) {
  Message list;
  size_t described = 0;
  for (size_t i = 0; i < equivalents.size(); ++i) {
    const Equivalent& e = equivalents[i];
    if (i > 0 && same_place(equivalents[i - 1], e)) {
      list += ", " + joined(e.words);
      continue;
    }
    if (++described > kMostDescribed) {
      list += "; …";
      break;
    }
    list += list.empty() ? "" : "; ";
    list += say("'{}' as {}", joined(words.subspan(e.begin, e.end - e.begin)), joined(e.words));
  }
  return list.empty() ? list : say("also read: {}", list);
}

}  // namespace khobao::reading
