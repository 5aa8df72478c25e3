#include "searcher/reading/accent_restoration.h"

#include <algorithm>

#include "common/text/letters/syllable.h"
#include "common/text/letters/utf8.h"
#include "common/text/vocabulary.h"
#include "searcher/reading/spelling/marked_forms.h"
#include "searcher/reading/tables/reading_tables.h"

namespace khobao::reading {
namespace {

using query::Reading;

// What Kneser-Ney takes off each pair's count for the pairs never seen.
constexpr double kDiscount = 0.75;
// Readings less likely than this beside the best are dropped; at most this many are kept.
constexpr double kLeastWeight = 0.0001;
constexpr size_t kMostReadings = 6;
constexpr double kBonusBesideAccents = 100;
// What was typed, beside another form that it was read as.
constexpr double kReplacedWeight = 0.3;

bool is_letters(const std::string& word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

void normalise(std::vector<double>& values) {
  double sum = 0;
  for (const double value : values) sum += value;
  for (double& value : values) value /= sum > 0 ? sum : 1;
}

}  // namespace

/// One form at one place, with what its chances are made of.
struct AccentRestoration::State {
  std::optional<text::WordId> id;  // nullopt outside the vocabulary, where no pairs are known
  double first = 0;                // chance at the head of a query
  double anywhere = 0;             // chance after a word it was never seen after
  double count = 0;
  double unseen = 1;  // share of what follows it that no pair tells
};

AccentRestoration::State AccentRestoration::state(const std::string& word) const {
  State out;
  out.id = text::vocabulary().find(word);
  out.count = statistics_.count(word);
  const double words = static_cast<double>(statistics_.words()) + 1;
  // Of words outside the vocabulary no pairs are counted; a rare one stands after others each time.
  const double before = out.id ? statistics_.words_before(*out.id) : out.count;
  out.first = (out.count + 0.1) / words;
  out.anywhere =
      (before + 0.05 + out.count / words) / (static_cast<double>(statistics_.pairs()) + 1);
  if (out.id && out.count > 0) {
    const archive::Statistics::Followers followers = statistics_.followers(*out.id);
    const double rest = std::max(0.0, out.count - static_cast<double>(followers.count));
    out.unseen = (rest + kDiscount * followers.words + 1) / (out.count + 1);
  }
  return out;
}

double AccentRestoration::chance_behind(const State& word, const State& before) const {
  double seen = 0;
  if (word.id && before.id) {
    seen = std::max(0.0, statistics_.pair_count(*before.id, *word.id) - kDiscount) /
           (before.count + 1);
  }
  return seen + before.unseen * word.anywhere;
}

WordForms AccentRestoration::forms(const std::vector<std::string>& words) const {
  WordForms forms;
  bool any = false;
  for (const std::string& word : words) {
    forms.push_back({word});
    if (!is_letters(word)) continue;
    for (const text::WordId id : accented_words(word)) {
      const std::string form(text::vocabulary().word(id));
      if (form != word && statistics_.count(form) > 0) forms.back().push_back(form);
    }
    // Names and abbreviations that the vocabulary does not hold.
    if (forms.back().size() == 1 && !text::parse_syllable(text::to_code_points(word))) {
      for (std::string& form : marked_forms(word, statistics_))
        forms.back().push_back(std::move(form));
    }
    any = any || forms.back().size() > 1;
  }
  return any ? forms : WordForms();
}

// Forward and backward sums over all sequences of forms: each form's weight is its share of the
// chance of all, beside the best one's.
std::vector<std::vector<Reading>> AccentRestoration::read(const WordForms& forms,
                                                          double typed_bonus) const {
  const size_t n = forms.size();
  std::vector<std::vector<double>> forward(n), backward(n), best(n);
  std::vector<std::vector<std::vector<double>>> steps(n);  // [place][form][form before]
  std::vector<std::vector<size_t>> from(n);
  std::vector<State> before;
  for (size_t i = 0; i < n; ++i) {
    std::vector<State> states;
    for (const std::string& form : forms[i]) states.push_back(state(form));
    for (size_t j = 0; j < states.size(); ++j) {
      const double bonus = j == 0 ? typed_bonus : 1;
      double sum = i == 0 ? states[j].first * bonus : 0, top = sum;
      size_t top_from = 0;
      steps[i].emplace_back();
      for (size_t k = 0; k < before.size(); ++k) {
        const double step = chance_behind(states[j], before[k]) * bonus;
        steps[i][j].push_back(step);
        sum += forward[i - 1][k] * step;
        if (best[i - 1][k] * step > top) {
          top = best[i - 1][k] * step;
          top_from = k;
        }
      }
      forward[i].push_back(sum);
      best[i].push_back(top);
      from[i].push_back(top_from);
    }
    normalise(forward[i]);
    normalise(best[i]);
    before = std::move(states);
  }
  for (size_t i = n; i-- > 0;) {
    backward[i].assign(forms[i].size(), i + 1 == n ? 1 : 0);
    for (size_t j = 0; i + 1 < n && j < forms[i].size(); ++j) {
      for (size_t k = 0; k < forms[i + 1].size(); ++k)
        backward[i][j] += backward[i + 1][k] * steps[i + 1][k][j];
    }
    normalise(backward[i]);
  }
  std::vector<std::vector<Reading>> readings(n);
  size_t chosen = 0;
  for (size_t i = n; i-- > 0;) {
    chosen = i + 1 == n ? static_cast<size_t>(std::max_element(best[i].begin(), best[i].end()) -
                                              best[i].begin())
                        : from[i + 1][chosen];
    std::vector<Reading> all;
    std::vector<double> chances;
    for (size_t j = 0; j < forms[i].size(); ++j) {
      all.push_back({forms[i][j], 1});
      chances.push_back(forward[i][j] * backward[i][j]);
    }
    readings[i] = weighted_readings(all, chances, chosen);
  }
  return readings;
}

std::vector<std::vector<double>> AccentRestoration::chances(
    const std::vector<Reading>& words, const std::vector<Reading>& before) const {
  std::vector<State> states;
  states.reserve(before.size());
  for (const Reading& reading : before) states.push_back(state(reading.term));
  std::vector<std::vector<double>> out;
  for (const Reading& word : words) {
    const State own = state(word.term);
    out.emplace_back();
    for (const State& other : states) out.back().push_back(chance_behind(own, other));
  }
  return out;
}

std::vector<double> AccentRestoration::first_chances(const std::vector<Reading>& words) const {
  std::vector<double> out;
  out.reserve(words.size());
  for (const Reading& word : words) out.push_back(state(word.term).first);
  return out;
}

std::vector<Reading> weighted_readings(const std::vector<Reading>& readings,
                                       const std::vector<double>& chances, size_t chosen) {
  std::vector<Reading> out;
  for (size_t j = 0; j < chances.size(); ++j) {
    const double weight = j == chosen           ? 1
                          : chances[chosen] > 0 ? std::min(0.99, chances[j] / chances[chosen])
                                                : 0;
    if (weight >= kLeastWeight) out.push_back({readings[j].term, weight});
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const Reading& a, const Reading& b) { return a.weight > b.weight; });
  if (out.size() > kMostReadings) out.resize(kMostReadings);
  return out;
}

std::vector<std::vector<Reading>> AccentRestoration::read_beside_accents(
    const WordForms& forms) const {
  auto readings = read(forms, kBonusBesideAccents);
  for (size_t i = 0; i < readings.size(); ++i) {
    readings[i].resize(1);
    if (readings[i].front().term != forms[i].front())
      readings[i].push_back({forms[i].front(), kReplacedWeight});
  }
  return readings;
}

}  // namespace khobao::reading
