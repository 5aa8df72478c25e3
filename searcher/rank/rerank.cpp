#include "searcher/rank/rerank.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "common/archive/schema.h"
#include "searcher/match/plan_matcher.h"
#include "searcher/match/stream_matcher.h"
#include "searcher/rank/rarity.h"
#include "searcher/request.h"

namespace khobao::rank {
double rounded_score(double score) {
  const double unit = std::pow(10.0, searcher::kScoreDecimals);
  return std::round(score * unit) / unit;
}

std::vector<Ranked> score(const searcher::Index& index, const query::Plan& plan,
                          const std::vector<Candidate>& candidates,
                          const filter::FieldFilters* filters, match::WorkLimit* limit) {
  std::vector<std::string> terms = plan.terms;
  for (std::string& term : match::terms_of(plan.root)) {
    if (std::find(terms.begin(), terms.end(), term) == terms.end())
      terms.push_back(std::move(term));
  }
  std::vector<double> idf;
  for (const std::string& term : plan.terms) {
    idf.push_back(word_idf(static_cast<double>(index.layers().articles()),
                           static_cast<double>(index.layers().holders(term))));
  }
  match::StreamMatcher matcher(std::move(terms));
  match::PlanMatcher whole(plan.root, matcher, filters);
  FeatureReader features(plan, matcher, index.statistics(), std::move(idf));

  // In the order of documents, streams are read several times faster than in the order of scores.
  std::vector<size_t> by_docid(candidates.size());
  std::iota(by_docid.begin(), by_docid.end(), size_t{0});
  std::sort(by_docid.begin(), by_docid.end(),
            [&](size_t a, size_t b) { return candidates[a].docid < candidates[b].docid; });
  archive::ArticleStreams streams(index.layers());

  std::vector<Ranked> ranked(candidates.size());
  std::vector<FeatureValues> values(candidates.size());  // in the order of by_docid
  size_t reading = 0;
  for (const size_t i : by_docid) {
    Ranked& hit = ranked[i];
    hit.docid = candidates[i].docid;
    hit.bm25 = candidates[i].bm25;
    const uint64_t before = whole.work();
    matcher.read(streams, hit.docid);
    hit.full = whole.matches(hit.docid);
    if (limit) limit->spend(matcher.length(), whole.work() - before);
    values[reading++] = features.read(hit.full);
  }
  features.finish(values);
  for (size_t n = 0; n < by_docid.size(); ++n) {
    Ranked& hit = ranked[by_docid[n]];
    hit.features = values[n];
    double score = 0;
    for (size_t f = 0; f < kFeatures.size(); ++f) score += kFeatures[f].weight * hit.features[f];
    hit.score = rounded_score(score);
  }
  return ranked;
}

std::vector<Ranked> rank(const searcher::Index& index, std::vector<Ranked> hits) {
  std::sort(hits.begin(), hits.end(),
            [](const Ranked& a, const Ranked& b) { return a.score > b.score; });
  // Few scores are equal, so the order among them is read only where it is needed.
  std::vector<std::pair<std::string, Ranked>> equal;
  for (auto begin = hits.begin(); begin != hits.end();) {
    const auto end = std::find_if(begin, hits.end(),
                                  [&](const Ranked& hit) { return hit.score != begin->score; });
    if (end - begin > 1) {
      equal.clear();
      for (auto hit = begin; hit != end; ++hit)
        equal.emplace_back(index.value(hit->docid, archive::Slot::order), *hit);
      std::sort(equal.begin(), equal.end(),
                [](const auto& a, const auto& b) { return a.first < b.first; });
      for (auto hit = begin; hit != end; ++hit)
        *hit = equal[static_cast<size_t>(hit - begin)].second;
    }
    begin = end;
  }
  return hits;
}

}  // namespace khobao::rank
