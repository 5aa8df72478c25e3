#include "searcher/rank/bm25.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "common/archive/schema.h"
#include "searcher/rank/rarity.h"

namespace khobao::rank {
namespace {

// Titles are short, so their BM25 alone is high.
constexpr double kTitleWeight = 0.5;
// Postings of the telling words, as a multiple of the archive's articles. 1.5 takes a tenth less
// time and loses half a point of the unaccented headlines' articles at depth 500, 1 a whole one.
constexpr double kPostingsPerArticle = 2;
// Beside the words that were typed, what other words for them tell.
constexpr double kRelatedWeight = 0.5;
// Other words of which every syllable stands in more than this share of a large archive ("lý do") find
// nothing in particular, and take the longest to read.
constexpr double kCommonShare = 0.125, kFewHolders = 1000;
// They grow with the readings that words have on average, at most so far.
constexpr double kMostForReadings = 2;
// Unlikelier readings are judged in the articles found, but find none among the telling words.
constexpr double kLeastReading = 0.02;

double postings(const archive::LayeredIndex& layers, const std::string& term) {
  return static_cast<double>(layers.holders(term));
}

// Scores of all articles; a term's share is factor * count / (count + the article's norm).
class Bm25 {
 public:
  explicit Bm25(const searcher::Index& index)
      : layers_(index.layers()),
        kept_(index.postings()),
        norms_(layers_.lengths().size()),
        scores_(norms_.size()) {
    // As numbers with a sign, several at a time become fractions.
    const std::vector<Xapian::termcount>& lengths = layers_.lengths();
    const double mean = std::max(1.0, layers_.mean_words());
    const auto base = static_cast<float>(kSaturation * (1 - kLengthShare));
    const auto by_length = static_cast<float>(kSaturation * kLengthShare / mean);
    for (size_t docid = 0; docid < norms_.size(); ++docid)
      norms_[docid] = base + by_length * static_cast<float>(static_cast<int32_t>(lengths[docid]));
  }

  void add(const ScoredTerms& scored) {
    if (scored.terms.size() == 1) {
      add(scored.terms.front(), scored.weight);
    } else {
      add_together(scored.terms, scored.weight);
    }
  }

  // To each article that has a score.
  void add_to_scored(const std::vector<float>& scores) {
    for (size_t docid = 0; docid < scores.size(); ++docid) {
      if (scores_[docid] > 0) scores_[docid] += scores[docid];
    }
  }

  std::vector<float> take_scores() { return std::move(scores_); }

 private:
  void add(const std::string& term, double weight) {
    // The innermost loop of a search: all that it needs stays in registers.
    kept_.for_each(layers_, term,
                   [factor = factor_of(term, weight), scores = scores_.data(), norms = norms_.data()](
                       Xapian::docid docid, Xapian::termcount wdf) {
                     scores[docid] += share_of_score(wdf, factor, norms[docid]);
                   });
  }

  // To the articles that hold all of the terms.
  void add_together(const std::vector<std::string>& terms, double weight) {
    std::vector<float> factors;
    factors.reserve(terms.size());
    for (const std::string& term : terms) factors.push_back(factor_of(term, weight));
    for (size_t layer = 0; layer < layers_.layers(); ++layer) {
      const Xapian::Database& database = layers_.layer_database(layer);
      Xapian::Enquire enquire(database);
      enquire.set_query(Xapian::Query(Xapian::Query::OP_AND, terms.begin(), terms.end()));
      enquire.set_weighting_scheme(Xapian::BoolWeight());
      enquire.set_docid_order(Xapian::Enquire::ASCENDING);
      const Xapian::MSet holders = enquire.get_mset(0, database.get_doccount());
      for (size_t i = 0; i < terms.size(); ++i) {
        auto at = database.postlist_begin(terms[i]);
        for (const Xapian::docid holder : holders) {
          at.skip_to(holder);
          add(layers_.docid_of(layer, holder), at.get_wdf(), factors[i]);
        }
      }
    }
  }

  float factor_of(const std::string& term, double weight) const {
    const double idf = bm25_idf(static_cast<double>(layers_.articles()), postings(layers_, term));
    return static_cast<float>(weight * idf * (kSaturation + 1));
  }

  void add(Xapian::docid docid, Xapian::termcount wdf, float factor) {
    scores_[docid] += share_of_score(wdf, factor, norms_[docid]);
  }

  static float share_of_score(Xapian::termcount wdf, float factor, float norm) {
    const auto count = static_cast<float>(static_cast<int32_t>(wdf));
    return factor * count / (count + norm);
  }

  const archive::LayeredIndex& layers_;
  match::KeptPostings& kept_;
  std::vector<float> norms_, scores_;  // by docid
};

// A word of the query in its readings: places in plan.terms.
struct Word {
  std::vector<size_t> readings;
  double postings = 0;
};

std::vector<Word> words_of(const query::Plan& plan, const archive::LayeredIndex& layers,
                           double least_reading) {
  std::vector<Word> words;
  for (size_t term = 0; term < plan.terms.size(); ++term) {
    if (term == 0 || plan.roles[term].word != plan.roles[term - 1].word) words.emplace_back();
    if (plan.roles[term].weight < least_reading) continue;
    words.back().readings.push_back(term);
    words.back().postings += postings(layers, plan.terms[term]);
  }
  return words;
}

void keep_telling(std::vector<Word>& words, double articles) {
  if (words.empty()) return;
  size_t readings = 0;
  for (const Word& word : words) readings += word.readings.size();
  const double most = kPostingsPerArticle * articles *
                      std::clamp(static_cast<double>(readings) / static_cast<double>(words.size()),
                                 1.0, kMostForReadings);
  std::stable_sort(words.begin(), words.end(),
                   [](const Word& a, const Word& b) { return a.postings < b.postings; });
  double postings = 0;
  size_t kept = 0;
  for (; kept < words.size(); ++kept) {
    postings += words[kept].postings;
    if (kept > 0 && postings > most) break;
  }
  words.resize(kept);
}

// The syllable that the fewest articles hold.
double rarest_postings(const std::vector<std::string>& phrase,
                       const archive::LayeredIndex& layers) {
  double least = postings(layers, phrase.front());
  for (const std::string& term : phrase) least = std::min(least, postings(layers, term));
  return least;
}

// "cầu bến", "lội+nước": words apart, phrases as their syllables.
std::string shown(const std::vector<ScoredTerms>& scored) {
  std::string out;
  for (const ScoredTerms& one : scored) {
    if (one.terms.front().starts_with(archive::kTitlePrefix)) continue;
    for (const std::string& term : one.terms)
      out += (&term != &one.terms.front() ? "+" : out.empty() ? "" : " ") + term;
  }
  return out;
}

}  // namespace

std::vector<ScoredTerms> scored_terms(const archive::LayeredIndex& layers, const query::Plan& plan,
                                      ScoredWords which) {
  const bool telling = which == ScoredWords::telling;
  std::vector<Word> words = words_of(plan, layers, telling ? kLeastReading : 0);
  if (telling) keep_telling(words, static_cast<double>(layers.articles()));
  // Readings of a word add up, each by the root of its likelihood.
  std::vector<ScoredTerms> scored;
  for (const Word& word : words) {
    for (const size_t term : word.readings) {
      const double weight = std::sqrt(plan.roles[term].weight);
      scored.push_back({{plan.terms[term]}, weight});
      scored.push_back(
          {{std::string(archive::kTitlePrefix) + plan.terms[term]}, weight * kTitleWeight});
    }
  }
  for (const query::Form& form : plan.equivalents) scored.push_back({form.terms, form.weight});
  return scored;
}

std::vector<ScoredTerms> scored_phrases(const archive::LayeredIndex& layers,
                                        const std::vector<std::vector<std::string>>& phrases) {
  const double most = std::max(kFewHolders, kCommonShare * static_cast<double>(layers.articles()));
  std::vector<ScoredTerms> scored;
  for (const auto& phrase : phrases) {
    const double holders = phrase.empty() ? 0 : rarest_postings(phrase, layers);
    if (holders > 0 && holders <= most) scored.push_back({phrase, kRelatedWeight});
  }
  return scored;
}

ArticleScores bm25_scores(const searcher::Index& index, const query::Plan& plan,
                          ScoredWords which) {
  std::vector<ScoredTerms> scored = scored_terms(index.layers(), plan, which);
  Bm25 bm25(index);
  for (const ScoredTerms& one : scored) bm25.add(one);
  scored.resize(scored.size() - plan.equivalents.size());  // they are told elsewhere
  return {bm25.take_scores(), "bm25(" + shown(scored) + ")"};
}

ArticleScores related_scores(const searcher::Index& index, const ArticleScores& scores,
                             const std::vector<std::vector<std::string>>& phrases) {
  const std::vector<ScoredTerms> scored = scored_phrases(index.layers(), phrases);
  Bm25 bm25(index);
  for (const ScoredTerms& one : scored) bm25.add(one);
  bm25.add_to_scored(*scores.by_docid);
  return {bm25.take_scores(), "related(" + shown(scored) + ")"};
}

}  // namespace khobao::rank
