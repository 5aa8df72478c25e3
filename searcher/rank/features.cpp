#include "searcher/rank/features.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "searcher/query/words/word_data.h"
#include "searcher/rank/feature_sums.h"
#include "searcher/rank/rarity.h"

namespace khobao::rank {
namespace {

constexpr uint32_t kOpeningWords = 200;
constexpr uint32_t kNearWords = 8;
// Words. Shorter articles are no briefer, longer ones no less brief.
constexpr double kShortestArticle = 200, kLongestArticle = 20000;
// This far after the beginning a word counts half, a pair likewise.
constexpr double kEarlyWords = 40, kEarlyPairWords = 100;
// Readings count in articles by this power of how likely they are: the likeliest may be wrong, and
// an article that holds another word by word outweighs that. MRR@10 on 1,500 unaccented headlines
// and four words of each is .769 and .355 with 1, .775 and .362 with 0.2.
constexpr double kWeightPower = 0.075;
// Words that carry grammar or a question tell so much of what others of their rarity do. nDCG@10 of
// half of the topics rises from .853 to .857, of the other from .903 to .909, MRR@10 of known items
// moves by .001 either way; with 0.1 it falls by .002.
constexpr double kSmallWordShare = 0.5;
// So many words that stand there word by word are no chance: the article is the one they are from.
constexpr size_t kExcerptWords = 5;
constexpr double kExcerpt = 3;
// Where an article holds no word as it was typed but an equivalent of several words, or one for several
// ("đại học" for "đh"), that earns this share: of two alike, the one with what was typed comes first. Topics
// have nDCG@10 .898 with 1, 0.9 and 0.8 (.8945 where only words whole told of such forms), plain headlines
// MRR@10 .7825, .7835 and .7840 (.7866).
constexpr double kOtherForm = 0.8;
constexpr uint32_t kNowhere = UINT32_MAX;

// Where a neighbour of what stands there stands, and whether it is as it was typed.
uint32_t end_of(const match::StreamMatcher::Occurrence& one) { return one.place + 1; }
uint32_t end_of(const match::TypedOccurrences::Occurrence& one) { return one.end; }
bool as_typed(const match::StreamMatcher::Occurrence&) { return true; }
bool as_typed(const match::TypedOccurrences::Occurrence& one) { return one.as_typed; }

double share_of(const std::string& term) {
  const bool small = query::is_small_word(term) || query::is_function_word(term);
  return small ? kSmallWordShare : 1;
}

// 1 at the beginning, a half `half` words later.
double by_place(uint32_t place, double half) { return 1 / (1 + place / half); }

// How rare a pair is in the archive. Pairs with a word outside the vocabulary are as rare as that
// word.
double idf_of_pair(const std::string& first, const std::string& second,
                   const archive::Statistics& statistics) {
  const auto a = text::vocabulary().find(first), b = text::vocabulary().find(second);
  const uint32_t count = a && b ? statistics.pair_count(*a, *b)
                                : std::min(statistics.count(first), statistics.count(second));
  return pair_idf(static_cast<double>(statistics.articles()), count);
}

}  // namespace

FeatureReader::FeatureReader(const query::Plan& plan, const match::StreamMatcher& matcher,
                             const archive::Statistics& statistics, std::vector<double> idf)
    : matcher_(matcher),
      occurrences_(plan, matcher),
      units_(plan.root, matcher, statistics),
      idf_(std::move(idf)),
      roles_(plan.roles),
      pair_index_(idf_.size() * idf_.size(), -1),
      pairs_of_(idf_.size()),
      first_(idf_.size()),
      last_(idf_.size()),
      opening_(idf_.size()),
      early_(idf_.size()) {
  // A rare abbreviation tells no more than what it stands for.
  for (const auto& form : occurrences_.other_forms()) {
    if (form.typed.size() != 1) continue;
    double& typed = idf_[form.typed.front()];
    typed = std::min(typed, word_idf(static_cast<double>(statistics.articles()),
                                     std::min(most_holders(form.words, statistics),
                                              static_cast<double>(statistics.articles()))));
  }
  for (size_t term = 0; term < idf_.size(); ++term) {
    words_ = std::max(words_, roles_[term].word + 1);
    share_.push_back(share_of(plan.terms[term]));
    if (roles_[term].weight >= 1) idf_sum_ += share_[term] * idf_[term];
  }
  for (query::Plan::Role& role : roles_) role.weight = std::pow(role.weight, kWeightPower);
  limit_other_ways(idf_);
  for (size_t term = 0; term < idf_.size(); ++term) idf_[term] *= share_[term] * roles_[term].weight;
  seen_in_.resize(words_);
  add_pairs(plan, statistics);
}

// Another way to write a word tells no more than the word as it was typed: "tỉ" is rarer than "tỷ",
// yet means the same.
void FeatureReader::limit_other_ways(std::vector<double>& rarities) const {
  std::vector<double> typed(words_);
  for (size_t term = 0; term < rarities.size(); ++term) {
    const size_t word = roles_[term].word;
    if (roles_[term].weight >= 1) typed[word] = std::max(typed[word], rarities[term]);
  }
  for (size_t term = 0; term < rarities.size(); ++term)
    rarities[term] = std::min(rarities[term], typed[roles_[term].word]);
}

void FeatureReader::add_pairs(const query::Plan& plan, const archive::Statistics& statistics) {
  const auto readings_of = [&](size_t term) {
    std::vector<size_t> readings;
    for (size_t other = 0; other < roles_.size(); ++other) {
      if (roles_[other].word == roles_[term].word) readings.push_back(other);
    }
    return readings;
  };
  for (const auto& run : plan.runs) {
    run_words_ += run.size();
    for (size_t i = 1; i < run.size(); ++i) {
      const auto first = matcher_.index_of(run[i - 1]), second = matcher_.index_of(run[i]);
      if (!first || !second || *first >= idf_.size() || *second >= idf_.size()) continue;
      bool added = false;
      for (const size_t a : readings_of(*first)) {
        for (const size_t b : readings_of(*second)) {
          int& index = pair_index_[a * idf_.size() + b];
          if (index >= 0) continue;
          index = static_cast<int>(pairs_.size());
          if (a != b) {
            pairs_of_[a].push_back({pairs_.size(), b});
            pairs_of_[b].push_back({pairs_.size(), a});
          }
          pairs_.push_back({a, b, slots_, roles_[a].weight * roles_[b].weight,
                            idf_of_pair(plan.terms[a], plan.terms[b], statistics)});
          added = true;
        }
      }
      slots_ += added;
    }
  }
}

FeatureReader::CountsOfOne FeatureReader::add_candidate() {
  const size_t terms = read_.terms.size(), pairs = read_.pairs.size();
  read_.lengths.push_back(static_cast<double>(matcher_.length()));
  read_.terms.resize(terms + idf_.size());
  read_.lede.resize(terms + idf_.size());
  read_.typed.resize(terms + idf_.size());
  read_.near.resize(pairs + pairs_.size());
  read_.pairs.resize(pairs + pairs_.size());
  return {read_.terms.data() + terms, read_.lede.data() + terms, read_.typed.data() + terms,
          read_.near.data() + pairs, read_.pairs.data() + pairs};
}

void FeatureReader::count_near(size_t term, uint32_t place, const CountsOfOne& counts) {
  for (const HalfPair half : pairs_of_[term]) {
    const uint32_t last = last_[half.other];
    if (last == kNowhere || place - last > kNearWords) continue;
    if (counts.near[half.pair] < UINT16_MAX) ++counts.near[half.pair];
  }
}

template <class Occurrences>
FeatureReader::Reading FeatureReader::read_occurrences(const Occurrences& occurrences,
                                                       const CountsOfOne& counts) {
  const uint32_t body_begin = matcher_.body_begin();
  Reading reading;
  double sentence = 0;
  size_t run = 1;
  uint32_t sentence_number = 0;
  size_t before = SIZE_MAX;  // the term in front
  uint32_t end_before = 0;   // where its neighbour stands
  for (const auto& now : occurrences) {
    if (now.term >= idf_.size()) continue;
    if (now.sentence != sentence_number) {
      sentence = 0;
      sentence_number = now.sentence;
    }
    const size_t word = roles_[now.term].word;
    if (seen_in_[word] != now.sentence + 1) {
      seen_in_[word] = now.sentence + 1;
      sentence += idf_[now.term] * (as_typed(now) ? 1 : kOtherForm);
      reading.best_sentence = std::max(reading.best_sentence, sentence);
    }
    const uint32_t place = now.place > body_begin ? now.place - body_begin : 0;
    if (counts.terms[now.term] < UINT16_MAX) ++counts.terms[now.term];
    if (first_[now.term] == kNowhere) first_[now.term] = place;
    if (as_typed(now)) counts.typed[now.term] = 1;
    count_near(now.term, now.place, counts);
    last_[now.term] = end_of(now) - 1;
    const bool next = before != SIZE_MAX && end_before == now.place;
    const int pair = next ? pair_index_[before * idf_.size() + now.term] : -1;
    // Word by word is as it was typed.
    run = pair < 0 || !as_typed(now) ? 1 : run + 1;
    reading.longest_run = std::max(reading.longest_run, run);
    if (pair >= 0) {
      counts.pairs[static_cast<size_t>(pair)] +=
          static_cast<float>(by_place(place, kEarlyPairWords));
    }
    before = now.term;
    end_before = end_of(now);
  }
  return reading;
}

FeatureValues FeatureReader::read(bool full) {
  FeatureValues values{};
  values[kMatch] = full ? 1 : 0;
  const CountsOfOne counts = add_candidate();
  values[kBrevity] = std::log(kLongestArticle /
                              std::clamp(read_.lengths.back(), kShortestArticle, kLongestArticle));
  const WordUnits::Shares shares = units_.read();
  values[kWholeLede] = shares.lede;
  values[kTitle] = shares.title;
  std::fill(first_.begin(), first_.end(), kNowhere);
  std::fill(last_.begin(), last_.end(), kNowhere);
  std::fill(seen_in_.begin(), seen_in_.end(), 0);
  const Reading reading = occurrences_.other_forms().empty()
                              ? read_occurrences(matcher_.occurrences(), counts)
                              : read_occurrences(occurrences_.of_article(), counts);
  values[kSentence] = share(reading.best_sentence, idf_sum_);
  for (size_t term = 0; term < idf_.size(); ++term) {
    opening_[term] = early_[term] = 0;
    if (first_[term] == kNowhere) continue;
    counts.lede[term] = first_[term] < kLedeWords;
    const double told = idf_[term] * (counts.typed[term] ? 1 : kOtherForm);
    if (first_[term] < kOpeningWords) opening_[term] = told;
    early_[term] = told * by_place(first_[term], kEarlyWords);
  }
  values[kOpening] = best_of_words(opening_);
  values[kEarly] = best_of_words(early_);
  const double run_share = std::min(
      1.0, static_cast<double>(reading.longest_run) / static_cast<double>(std::max<size_t>(run_words_, 2)));
  values[kVerbatim] = run_share * run_share * run_share;
  if (run_share == 1 && run_words_ >= kExcerptWords) values[kVerbatim] += kExcerpt;
  return values;
}

// The sum over the query's words of their best reading's value.
double FeatureReader::best_of_words(const std::vector<double>& of_terms) {
  best_.assign(words_, 0);
  for (size_t term = 0; term < of_terms.size(); ++term) {
    double& best = best_[roles_[term].word];
    best = std::max(best, of_terms[term]);
  }
  return std::accumulate(best_.begin(), best_.end(), 0.0);
}

double FeatureReader::best_of_slots(const std::vector<double>& of_pairs) {
  best_.assign(slots_, 0);
  for (size_t p = 0; p < of_pairs.size(); ++p) {
    double& best = best_[pairs_[p].slot];
    best = std::max(best, of_pairs[p]);
  }
  return std::accumulate(best_.begin(), best_.end(), 0.0);
}

void FeatureReader::finish(std::vector<FeatureValues>& candidates) {
  const size_t articles = read_.lengths.size();
  // How telling each of `size` things is among the candidates; `counts`: of one after another.
  const auto among_candidates = [&](const auto& counts, size_t size) {
    std::vector<size_t> holders(size);
    for (size_t c = 0; c < articles; ++c) {
      for (size_t i = 0; i < size; ++i) holders[i] += counts[c * size + i] > 0;
    }
    std::vector<double> out;
    out.reserve(size);
    for (const size_t held : holders) out.push_back(rarity(held, articles));
    return out;
  };
  auto terms = among_candidates(read_.terms, idf_.size());
  limit_other_ways(terms);
  for (size_t t = 0; t < terms.size(); ++t)
    terms[t] = share_[t] * roles_[t].weight * terms[t] + kArchiveShare * idf_[t];
  auto pairs = among_candidates(read_.pairs, pairs_.size());
  auto near = among_candidates(read_.near, pairs_.size());
  for (size_t p = 0; p < pairs_.size(); ++p) {
    const Pair& pair = pairs_[p];
    pairs[p] = pair.weight * pairs[p] + kArchiveShare * (pair.weight * pair.idf);
    near[p] =
        pair.weight * near[p] + kArchiveShare * std::min(idf_[pair.first], idf_[pair.second]);
  }
  double all_terms = 0, all_pairs = 0;
  for (size_t t = 0; t < terms.size(); ++t) all_terms += roles_[t].weight >= 1 ? terms[t] : 0;
  for (size_t p = 0; p < pairs.size(); ++p) all_pairs += pairs_[p].weight >= 1 ? pairs[p] : 0;
  const double all_length = std::accumulate(read_.lengths.begin(), read_.lengths.end(), 0.0);
  const double mean_length = std::max(1.0, all_length / static_cast<double>(articles));

  std::vector<double> lengths;
  for (const double length : read_.lengths) lengths.push_back(length / mean_length);
  const std::vector<double> whole = units_.finish(lengths);
  std::vector<double> of_terms(terms.size()), in_lede(terms.size());
  std::vector<double> of_pairs(pairs.size()), held(pairs.size()), together(pairs.size());
  for (size_t c = 0; c < candidates.size(); ++c) {
    const double length = lengths[c];
    candidates[c][kWhole] = whole[c];
    for (size_t t = 0; t < terms.size(); ++t) {
      const size_t at = c * terms.size() + t;
      const double told = terms[t] * (read_.typed[at] ? 1 : kOtherForm);
      of_terms[t] = read_.terms[at] > 0 ? told * saturated(read_.terms[at], length) : 0;
      in_lede[t] = read_.lede[at] > 0 ? told : 0;
    }
    for (size_t p = 0; p < pairs.size(); ++p) {
      const size_t at = c * pairs.size() + p;
      const float count = read_.pairs[at];
      const size_t of_first = c * terms.size() + pairs_[p].first;
      const size_t of_second = c * terms.size() + pairs_[p].second;
      const double form = read_.typed[of_first] && read_.typed[of_second] ? 1 : kOtherForm;
      of_pairs[p] = count > 0 ? form * pairs[p] * saturated(2.0 * count) : 0;
      held[p] = count > 0 ? form * pairs[p] : 0;
      together[p] = read_.near[at] > 0 ? form * near[p] * saturated(read_.near[at], length) : 0;
    }
    candidates[c][kWords] = best_of_words(of_terms);
    candidates[c][kLede] = share(best_of_words(in_lede), all_terms);
    candidates[c][kPairs] = best_of_slots(of_pairs);
    candidates[c][kPairsHeld] = share(best_of_slots(held), all_pairs);
    candidates[c][kNear] = best_of_slots(together);
  }
}

}  // namespace khobao::rank
