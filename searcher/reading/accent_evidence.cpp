#include "searcher/reading/accent_evidence.h"

#include <algorithm>

#include "searcher/gather/gathering.h"
#include "searcher/rank/bm25.h"
#include "searcher/rank/candidates.h"

namespace khobao::reading {
namespace {

// Of 60, 200 and 500 articles, 200 restore whole headlines and four words of them best together.
constexpr size_t kArticles = 200;

query::Plan plan_of(const WordReadings& readings) {
  query::Plan plan;
  for (size_t word = 0; word < readings.size(); ++word) {
    for (const query::Reading& reading : readings[word]) {
      plan.terms.push_back(reading.term);
      plan.roles.push_back({.word = word, .weight = reading.weight});
    }
  }
  return plan;
}

}  // namespace

ReadingCounts AccentEvidence::count(const WordReadings& readings) const {
  ReadingCounts counts(readings);
  const Xapian::Database& database = index_.database();
  const query::Plan plan = plan_of(readings);
  gather::gather_best(index_, plan, kArticles);
  const rank::ArticleScores scores =
      rank::bm25_scores(index_, plan, rank::ScoredWords::telling);
  auto articles =
      rank::best_candidates(database, index_.live(rank::score_query(scores, database)), kArticles);
  std::sort(articles.begin(), articles.end(),
            [](const rank::Candidate& a, const rank::Candidate& b) { return a.docid < b.docid; });
  match::StreamMatcher matcher(counts.terms());
  archive::ArticleStreams streams(index_.layers());
  for (const rank::Candidate& article : articles) {
    matcher.read(streams, article.docid);
    counts.add(matcher);
  }
  return counts;
}

}  // namespace khobao::reading
