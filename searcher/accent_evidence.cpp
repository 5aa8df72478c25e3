#include "searcher/accent_evidence.h"

#include <algorithm>

#include "common/archive/schema.h"
#include "searcher/bm25.h"
#include "searcher/candidates.h"

namespace khobao::searcher {
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
  const ArticleScores scores = bm25_scores(index_, plan_of(readings), ScoredWords::telling);
  auto articles = best_candidates(database, index_.live(score_query(scores, database)), kArticles);
  std::sort(articles.begin(), articles.end(),
            [](const Candidate& a, const Candidate& b) { return a.docid < b.docid; });
  StreamMatcher matcher(counts.terms());
  Xapian::ValueIterator streams =
      database.valuestream_begin(static_cast<Xapian::valueno>(archive::Slot::stream));
  const Xapian::ValueIterator end;
  for (const Candidate& article : articles) {
    if (streams != end) streams.skip_to(article.docid);
    if (streams == end) break;
    if (streams.get_docid() == article.docid && matcher.read(*streams)) counts.add(matcher);
  }
  return counts;
}

}  // namespace khobao::searcher
