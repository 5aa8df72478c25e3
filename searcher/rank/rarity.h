#pragma once
/// How much a word or a pair of words tells, by how many articles hold it. The stages of ranking
/// measure it on different grounds; the formulas stand together so that a change of one is seen
/// beside the others.
#include <algorithm>
#include <cmath>

namespace khobao::rank {

/// In the retrieval of candidates: that of Xapian's BM25Weight, which never falls to 0.
inline double bm25_idf(double articles, double holders) {
  const double odds = (articles - holders + 0.5) / (holders + 0.5);
  return std::log(odds < 2 ? odds * 0.5 + 1 : odds);
}

/// Of a word as a feature of reranking.
inline double word_idf(double articles, double holders) {
  return std::log1p((articles - holders + 0.5) / (holders + 0.5));
}

/// Of two words side by side, by their occurrences: the articles that hold a pair are not counted.
inline double pair_idf(double articles, double occurrences) {
  return std::log1p(articles / (occurrences + 1.0));
}

/// Among the candidates alone, which share the query's commonest words anyway.
inline double rarity_among(double candidates, double holders) {
  return std::max(0.1, std::log((candidates + 1) / (holders + 0.5)));
}

/// Of the words of an article that others are to be like.
inline double likeness_idf(double articles, double holders) {
  return std::log(articles / (holders + 0.5));
}

}  // namespace khobao::rank
