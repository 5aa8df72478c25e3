#include "searcher/rank/candidates.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace khobao;

namespace {

// Docids of the best, ascending; {0} where the scores alone cannot tell.
std::vector<Xapian::docid> best(const std::vector<Xapian::docid>& excluded, size_t count) {
  const rank::ArticleScores scores({0, 5, 3, 3, 1, 4}, "scores");
  const auto found = rank::best_of_scores(scores, excluded, count);
  if (!found) return {0};
  std::vector<Xapian::docid> docids;
  for (const rank::Candidate& one : *found) docids.push_back(one.docid);
  std::sort(docids.begin(), docids.end());
  return docids;
}

using Docids = std::vector<Xapian::docid>;

}  // namespace

TEST_CASE("candidates: the best of the scores, without those left out") {
  CHECK(best({}, 1) == Docids{1});
  CHECK(best({}, 2) == Docids{1, 5});
  CHECK(best({1}, 1) == Docids{5});
  CHECK(best({1, 2}, 2) == Docids{3, 5});
}

TEST_CASE("candidates: scores do not tell equal ones at the edge, or few articles") {
  CHECK(best({}, 3) == Docids{0});
  CHECK(best({1, 5}, 1) == Docids{0});
  CHECK(best({}, 5) == Docids{0});
  CHECK(best({}, 0) == Docids{0});
}
