#include "searcher/rank/feedback.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "common/archive/generations/article_streams.h"
#include "searcher/query/words/segmentation.h"
#include "searcher/query/words/word_data.h"
#include "searcher/rank/feature_sums.h"
#include "searcher/rank/related_terms.h"
#include "searcher/rank/teachers.h"
#include "searcher/reading/archive_words.h"

namespace khobao::rank {
namespace {

// How many hits are judged by what the first ones teach. Chosen, as the limits below, on half of
// the development topics and known-item queries, checked on the other half (tests/bench/README.md).
constexpr size_t kJudged = 120;
// Two words say little of what is meant, so that the first hits may be about anything: the share
// that counts grows from kLeastTrust with each word from the third on.
constexpr double kLeastTrust = 0.2, kFirstWords = 3, kWordsToTrust = 3;
// Where a story fills the first hits, what they share tells one of them from another no more.
constexpr double kMostTaught = 45;
// Beside a learned word of the same rarity that every teacher holds.
constexpr double kEverydayWeight = 0.4;
// In smaller archives neither rarity nor company means much.
constexpr uint64_t kLeastArticles = 500;
// Fewer hits than these need no order by what they share.
constexpr size_t kLeastHits = 3;
// Words told to the user.
constexpr size_t kShown = 6;
// What binds a pair that is told though no list of words has it: "gia lai", but not "tội tham".
constexpr double kNewWord = 0.5;

// Pairs of other words for the query's, and single ones.
void add_everyday(const std::vector<std::vector<std::string>>& everyday,
                  const archive::Statistics& statistics, size_t teachers,
                  std::vector<LearnedTerm>& terms) {
  for (const auto& phrase : everyday) {
    const size_t parts = phrase.size() > 1 ? phrase.size() - 1 : 1;
    for (size_t i = 0; i < parts; ++i) {
      LearnedTerm term{.words = {phrase[i], phrase.size() > 1 ? phrase[i + 1] : ""},
                       .held = std::vector<double>(teachers)};
      term.fixed = kEverydayWeight * idf_of_related(term.words, statistics) / double(parts);
      const auto known = std::find_if(terms.begin(), terms.end(),
                                      [&](const LearnedTerm& t) { return t.words == term.words; });
      if (known == terms.end()) {
        terms.push_back(std::move(term));
      } else {
        known->fixed = std::max(known->fixed, term.fixed);
      }
    }
  }
}

// Whether a reader takes it for a word: no figure, and no letter alone, as in "l điên".
bool is_told(const std::string& word) {
  const auto letter = static_cast<unsigned char>(word.front());
  return word.size() > 1 && (letter < '0' || letter > '9');
}

bool is_one_word(const std::vector<std::string>& words, const query::WordStatistics& statistics) {
  const std::vector<bool> joined = query::joined_words(words, statistics);
  return std::find(joined.begin(), joined.end(), false) == joined.end();
}

// Pairs that overlap are shown as one where they are one word: hà hùng, hùng cường -> hà hùng cường.
// Those that are no word, as "tế long" of "quốc tế Long Thành", count and are not shown.
std::vector<std::string> shown(const std::vector<LearnedTerm>& learned, const query::Plan& plan,
                               const query::WordStatistics& statistics) {
  const auto asked = [&](const std::string& word) {
    return std::find(plan.terms.begin(), plan.terms.end(), word) != plan.terms.end();
  };
  std::vector<std::vector<std::string>> phrases;
  for (const LearnedTerm& term : learned) {
    const std::string &first = term.words.first, &second = term.words.second;
    if (!is_told(first) || (!second.empty() && !is_told(second))) continue;
    if (second.empty()) {
      if (phrases.size() < kShown) phrases.push_back({first});
      continue;
    }
    if (query::known_bond(first, second) < query::kPairBond &&
        query::bond(first, second, statistics) < kNewWord)
      continue;
    if (asked(first) || asked(second)) continue;  // "tội tham" of "tội tham ô"
    const auto joins = [&](std::vector<std::string>& phrase) {
      std::vector<std::string> longer = phrase;
      if (phrase.back() == first) longer.push_back(second);
      if (phrase.front() == second) longer.insert(longer.begin(), first);
      if (phrase.size() < 2 || longer.size() == phrase.size()) return false;
      if (is_one_word(longer, statistics)) phrase = std::move(longer);
      return true;
    };
    if (std::any_of(phrases.begin(), phrases.end(), joins)) continue;
    if (phrases.size() < kShown) phrases.push_back({first, second});
  }
  std::vector<std::string> out;
  for (const auto& phrase : phrases) {
    out.emplace_back();
    for (const std::string& word : phrase) out.back() += (out.back().empty() ? "" : " ") + word;
  }
  return out;
}

// The everyday words that the archive has.
std::vector<std::string> held_words(const std::vector<std::vector<std::string>>& everyday,
                                    const archive::Statistics& statistics) {
  std::vector<std::string> out;
  for (const auto& phrase : everyday) {
    const bool held = std::all_of(phrase.begin(), phrase.end(), [&](const std::string& word) {
      return statistics.count(word) > 0;
    });
    if (!held || out.size() == kShown) continue;
    out.emplace_back();
    for (const std::string& word : phrase) out.back() += (out.back().empty() ? "" : " ") + word;
  }
  return out;
}

}  // namespace

double trust(const query::Plan& plan) {
  size_t words = 0;
  for (const auto& run : plan.runs) words += run.size();
  return std::clamp((static_cast<double>(words) - kFirstWords) / kWordsToTrust, kLeastTrust, 1.0);
}

bool can_teach(const searcher::Index& index) {
  return index.statistics().articles() >= kLeastArticles;
}

std::vector<std::string> add_feedback(const searcher::Index& index, const query::Plan& plan,
                                      const std::vector<std::vector<std::string>>& everyday,
                                      std::vector<Ranked>& hits) {
  if (!can_teach(index)) return {};
  std::vector<std::string> told = held_words(everyday, index.statistics());
  if (hits.size() < kLeastHits) return told;
  const Teachers teachers(index, plan, hits);
  std::vector<LearnedTerm> terms = teachers.learned();
  for (std::string& words : shown(terms, plan, reading::ArchiveWords(index.statistics()))) {
    if (std::find(told.begin(), told.end(), words) == told.end()) told.push_back(std::move(words));
  }
  add_everyday(everyday, index.statistics(), teachers.size(), terms);
  std::vector<RelatedTerm> words;
  words.reserve(terms.size());
  for (const LearnedTerm& term : terms) words.push_back(term.words);
  RelatedTermCounter counter(std::move(words));

  const size_t judged = std::min(kJudged, hits.size());
  std::vector<size_t> by_docid(judged);
  std::iota(by_docid.begin(), by_docid.end(), size_t{0});
  std::sort(by_docid.begin(), by_docid.end(),
            [&](size_t a, size_t b) { return hits[a].docid < hits[b].docid; });
  archive::ArticleStreams streams(index.layers());
  std::vector<double> taught(judged), everyday_sum(judged);
  for (const size_t i : by_docid) {
    if (!counter.read(streams.of(hits[i].docid))) streams.refuse();
    const double length = counter.length() / teachers.mean_length();
    for (size_t t = 0; t < terms.size(); ++t) {
      if (counter.counts()[t] == 0) continue;
      const double held = saturated(counter.counts()[t], length);
      const double weight =
          i < teachers.size() ? teachers.weight(terms[t], i) : terms[t].fixed + terms[t].weight;
      taught[i] += (weight - terms[t].fixed) * held;
      everyday_sum[i] += terms[t].fixed * held;
    }
  }
  double mean = 0;  // of the hits that teach
  for (size_t i = 0; i < teachers.size(); ++i) mean += taught[i] / double(teachers.size());
  const double share = trust(plan) * std::min(1.0, kMostTaught / std::max(mean, 1e-6));
  for (size_t i = 0; i < judged; ++i) {
    hits[i].features[kRelated] = share * taught[i] + everyday_sum[i];
    hits[i].score =
        rounded_score(hits[i].score + kFeatures[kRelated].weight * hits[i].features[kRelated]);
  }
  return told;
}

}  // namespace khobao::rank
