#include "searcher/ranked_query.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "common/archive/schema.h"

namespace khobao::searcher {
namespace {

using Xapian::Query;

// A title word counts again with half its weight: titles are short, so their BM25 alone is high.
constexpr double kTitleWeight = 0.5;

// Candidates hold one of the rarest words that have so many postings between them: twelve times as
// many as are reranked.
constexpr double kEssentialPostings = 6000;
// Postings read in all, as a multiple of the archive's articles.
constexpr double kPostingsPerArticle = 1.5;
// Both grow with the readings that words have on average, at most so far.
constexpr double kMostForReadings = 2;
// Unlikelier readings are judged in the articles found, but find none themselves.
constexpr double kLeastReading = 0.02;

// A word of the query in all its readings.
struct RankedWord {
  Query text, title;
  size_t readings = 0;
  double postings = 0;
};

Query any(const std::vector<Query>& queries) {
  return {Query::OP_OR, queries.begin(), queries.end()};
}

// Readings of a word add up, each by the root of its likelihood. Their best alone would be fairer,
// but OP_MAX under OP_OR crashes in Xapian 1.4.22 (its posting list may be at its end when it is
// asked for a weight).
std::vector<RankedWord> words_of(const query::Plan& plan, const Xapian::Database* database) {
  std::vector<RankedWord> words;
  for (size_t i = 0; i < plan.terms.size();) {
    const size_t word = plan.roles[i].word;
    std::vector<Query> text, title;
    double postings = 0;
    for (; i < plan.terms.size() && plan.roles[i].word == word; ++i) {
      if (plan.roles[i].weight < kLeastReading) continue;
      const double weight = std::sqrt(plan.roles[i].weight);
      const auto weighted = [](const std::string& term, double w) {
        return w < 1 ? Query(Query::OP_SCALE_WEIGHT, Query(term), w) : Query(term);
      };
      text.push_back(weighted(plan.terms[i], weight));
      title.push_back(
          weighted(std::string(archive::kTitlePrefix) + plan.terms[i], weight * kTitleWeight));
      if (database) postings += database->get_termfreq(plan.terms[i]);
    }
    words.push_back({any(text), any(title), text.size(), postings});
  }
  return words;
}

void add_equivalents(const query::Plan& plan, std::vector<Query>& to) {
  for (const query::Form& form : plan.equivalents) {
    const Query whole(Query::OP_AND, form.terms.begin(), form.terms.end());
    to.emplace_back(Query::OP_SCALE_WEIGHT, whole, form.weight);
  }
}

}  // namespace

Query ranked_query(const query::Plan& plan) {
  std::vector<Query> queries;
  for (const RankedWord& word : words_of(plan, nullptr))
    queries.emplace_back(Query::OP_OR, word.text, word.title);
  add_equivalents(plan, queries);
  return any(queries);
}

Query telling_query(const query::Plan& plan, const Xapian::Database& database) {
  std::vector<RankedWord> words = words_of(plan, &database);
  std::stable_sort(words.begin(), words.end(), [](const RankedWord& a, const RankedWord& b) {
    return a.postings < b.postings;
  });
  double readings = 0;
  for (const RankedWord& word : words) readings += static_cast<double>(word.readings);
  const double for_readings = std::clamp(
      readings / static_cast<double>(std::max<size_t>(words.size(), 1)), 1.0, kMostForReadings);
  const double most = for_readings * kPostingsPerArticle * database.get_doccount();
  std::vector<Query> essential, optional;
  double postings = 0;
  for (const RankedWord& word : words) {
    const bool needed = postings < for_readings * kEssentialPostings;
    if (!needed && postings + word.postings > most) break;
    (needed ? essential : optional).push_back(word.text);
    optional.push_back(word.title);
    postings += word.postings;
  }
  add_equivalents(plan, essential);
  return {Query::OP_AND_MAYBE, any(essential), any(optional)};
}

}  // namespace khobao::searcher
