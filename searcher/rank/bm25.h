#pragma once
/// BM25 of the articles over the words of a plan, the first stage of relevance ranking.
///
/// Scores are added up one term at a time, in an array of all articles. Xapian's own way, all
/// posting lists side by side through a tree of OR nodes, needs no array but took three times as
/// long on headlines: a Vietnamese query is made of a dozen syllables, most of which stand in a
/// quarter of all articles, so that hardly any article could be passed over.
#include <string>
#include <vector>

#include "searcher/index.h"
#include "searcher/query/plan.h"
#include "searcher/rank/scores/score_source.h"

namespace khobao::rank {

/// Which words of the query are read.
enum class ScoredWords {
  telling,  ///< from the rarest on, until their postings are this many times the archive's articles
            ///< as bm25.cpp says; queries of a few words are hardly ever cut
  all,
};

/// The usual values; b below 0.75 or k1 above 1.5 lose a point of MRR on headline queries.
inline constexpr double kSaturation = 1.2;    // k1
inline constexpr double kLengthShare = 0.75;  // b

/// What adds to an article's score: by each of these terms, where it holds all of them.
struct ScoredTerms {
  std::vector<std::string> terms;
  double weight = 1;
};

/// What bm25_scores() adds up, without looking at articles.
std::vector<ScoredTerms> scored_terms(const archive::LayeredIndex& layers, const query::Plan& plan,
                                      ScoredWords which);
/// The same of related_scores(): of the phrases.
std::vector<ScoredTerms> scored_phrases(const archive::LayeredIndex& layers,
                                        const std::vector<std::vector<std::string>>& phrases);

/// Of the articles that hold any of these words, as typed, in another reading or in the title; a
/// title word counts again by half. Throws Xapian errors.
ArticleScores bm25_scores(const searcher::Index& index, const query::Plan& plan, ScoredWords words);

/// Of the articles alone that hold other words for those of a query (each phrase as the syllables that
/// it is made of, wherever they stand): by these words at half their weight, and what `scores` has of
/// the article beside. Very common ones find nothing.
ArticleScores related_scores(const searcher::Index& index, const ArticleScores& scores,
                             const std::vector<std::vector<std::string>>& phrases);

}  // namespace khobao::rank
