#include "searcher/archive_interpreter.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "common/text/fold.h"
#include "common/text/telex.h"
#include "common/text/vocabulary.h"
#include "searcher/equivalents/equivalents.h"

namespace khobao::searcher {
namespace {

using query::Reading;
using Forms = std::vector<std::vector<std::string>>;

// Share of the pair count in a word's chance behind another; the rest is the word's own frequency.
constexpr double kPairShare = 0.9;
// Readings less likely than this beside the best are dropped; so many are kept.
constexpr double kLeastWeight = 0.04;
constexpr size_t kMostReadings = 4;
// Typed letters that occur less often than this in the archive are no words of it.
constexpr uint32_t kPlainWordCount = 3;

/// Vocabulary words by their letters without accents.
const std::unordered_map<std::string, std::vector<std::string>>& words_by_letters() {
  static const auto table = [] {
    std::unordered_map<std::string, std::vector<std::string>> entries;
    const text::Vocabulary& vocabulary = text::vocabulary();
    for (text::WordId id = 0; id < vocabulary.size(); ++id) {
      entries[text::fold(vocabulary.word(id))].emplace_back(vocabulary.word(id));
    }
    return entries;
  }();
  return table;
}

bool is_letters(const std::string& word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

double ArchiveInterpreter::chance(const std::string& word) const {
  return (statistics_.count(word) + 0.1) / (static_cast<double>(statistics_.words()) + 1);
}

double ArchiveInterpreter::chance_behind(const std::string& word, const std::string& before) const {
  const auto first = text::vocabulary().find(before), second = text::vocabulary().find(word);
  double pairs = 0;
  if (first && second) {
    pairs = statistics_.pair_count(*first, *second) /
            (static_cast<double>(statistics_.count(*first)) + 1);
  }
  return kPairShare * pairs + (1 - kPairShare) * chance(word);
}

// Every word that is a syllable in Telex or VNI beside itself; empty where no word can only be
// that.
Forms ArchiveInterpreter::telex_forms(const std::vector<std::string>& words) const {
  Forms forms;
  bool certain = false;
  for (const std::string& word : words) {
    forms.push_back({word});
    auto typed = text::read_telex(word);
    if (!typed) typed = text::read_vni(word);
    const uint32_t count = typed ? statistics_.count(*typed) : 0;
    if (count == 0) continue;
    forms.back().push_back(*typed);
    const uint32_t plain = statistics_.count(word);
    certain = certain || (plain < kPlainWordCount && count >= kPlainWordCount);
  }
  return certain ? forms : Forms();
}

Forms ArchiveInterpreter::accented_forms(const std::vector<std::string>& words) const {
  Forms forms;
  bool any = false;
  for (const std::string& word : words) {
    forms.push_back({word});
    if (!is_letters(word)) continue;
    const auto found = words_by_letters().find(word);
    if (found == words_by_letters().end()) continue;
    for (const std::string& form : found->second) {
      if (form != word && statistics_.count(form) > 0) forms.back().push_back(form);
    }
    any = any || forms.back().size() > 1;
  }
  return any ? forms : Forms();
}

// Forward and backward sums over all sequences of forms: each form's weight is its share of the
// chance of all, beside the best one's.
std::vector<std::vector<Reading>> ArchiveInterpreter::likeliest(const Forms& forms) const {
  const size_t n = forms.size();
  std::vector<std::vector<double>> forward(n), backward(n), best(n);
  std::vector<std::vector<size_t>> from(n);
  const auto normalise = [](std::vector<double>& values) {
    double sum = 0;
    for (const double value : values) sum += value;
    for (double& value : values) value /= sum > 0 ? sum : 1;
  };
  for (size_t i = 0; i < n; ++i) {
    for (size_t j = 0; j < forms[i].size(); ++j) {
      double sum = 0, top = -1;
      size_t top_from = 0;
      for (size_t k = 0; i > 0 && k < forms[i - 1].size(); ++k) {
        const double step = chance_behind(forms[i][j], forms[i - 1][k]);
        sum += forward[i - 1][k] * step;
        if (best[i - 1][k] * step > top) {
          top = best[i - 1][k] * step;
          top_from = k;
        }
      }
      forward[i].push_back(i == 0 ? chance(forms[i][j]) : sum);
      best[i].push_back(i == 0 ? chance(forms[i][j]) : top);
      from[i].push_back(top_from);
    }
    normalise(forward[i]);
    normalise(best[i]);
  }
  for (size_t i = n; i-- > 0;) {
    backward[i].assign(forms[i].size(), 1);
    for (size_t j = 0; i + 1 < n && j < forms[i].size(); ++j) {
      double sum = 0;
      for (size_t k = 0; k < forms[i + 1].size(); ++k) {
        sum += backward[i + 1][k] * chance_behind(forms[i + 1][k], forms[i][j]);
      }
      backward[i][j] = sum;
    }
    normalise(backward[i]);
  }
  std::vector<size_t> chosen(n);
  for (size_t i = n; i-- > 0;) {
    chosen[i] = i + 1 == n ? static_cast<size_t>(std::max_element(best[i].begin(), best[i].end()) -
                                                 best[i].begin())
                           : from[i + 1][chosen[i + 1]];
  }
  std::vector<std::vector<Reading>> readings(n);
  for (size_t i = 0; i < n; ++i) {
    const double top = forward[i][chosen[i]] * backward[i][chosen[i]];
    for (size_t j = 0; j < forms[i].size(); ++j) {
      const double weight = j == chosen[i] ? 1
                            : top > 0      ? std::min(0.99, forward[i][j] * backward[i][j] / top)
                                           : 0;
      if (weight >= kLeastWeight) readings[i].push_back({forms[i][j], weight});
    }
    std::stable_sort(readings[i].begin(), readings[i].end(),
                     [](const Reading& a, const Reading& b) { return a.weight > b.weight; });
    if (readings[i].size() > kMostReadings) readings[i].resize(kMostReadings);
  }
  return readings;
}

std::vector<std::vector<Reading>> ArchiveInterpreter::read(const std::vector<std::string>& words) {
  notes_.clear();
  std::vector<std::vector<Reading>> as_typed;
  for (const std::string& word : words) as_typed.push_back({{word, 1}});
  const bool accented = std::any_of(words.begin(), words.end(),
                                    [](const std::string& w) { return !text::is_folded(w); });
  if (words.empty() || accented) return as_typed;
  Forms forms = telex_forms(words);
  if (forms.empty()) forms = accented_forms(words);
  if (forms.empty()) return as_typed;

  auto readings = likeliest(forms);
  std::string typed, read;
  for (size_t i = 0; i < words.size(); ++i) {
    typed += (i > 0 ? " " : "") + words[i];
    read += (i > 0 ? " " : "") + readings[i].front().term;
  }
  if (read != typed) notes_.push_back("'" + typed + "' read as '" + read + "'");
  if (words.size() == 1) {
    std::string list;
    std::vector<std::pair<uint32_t, std::string>> counts;
    for (const std::string& form : forms.front())
      counts.emplace_back(statistics_.count(form), form);
    std::sort(counts.rbegin(), counts.rend());
    for (const auto& [count, form] : counts) {
      if (count > 0) list += (list.empty() ? "" : ", ") + form + " (" + std::to_string(count) + ")";
    }
    notes_.push_back("'" + typed + "' may be " + list);
  }
  return readings;
}

std::vector<query::Equivalent> ArchiveInterpreter::equivalents(
    const std::vector<std::string>& words) {
  auto found = find_equivalents(words, statistics_, introduced_);
  if (std::string note = describe(words, found); !note.empty()) notes_.push_back(std::move(note));
  return found;
}

}  // namespace khobao::searcher
