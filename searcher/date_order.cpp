#include "searcher/date_order.h"

#include "common/language/say.h"
#include "searcher/rank/relevance.h"

namespace khobao::searcher {
namespace {

// More matches are of words so common that nobody reads them by date; to look through them takes
// longer than the search.
constexpr uint64_t kMostRead = 20'000;

Message nearest(const Index& index, const PlannedQuery& query, match::MatchSet& matches) {
  const auto found = rank::relevant_hits(index, query, matches, {.limit = 1});
  if (found.hits.empty()) return {};
  const auto article = index.article(found.hits.front().docid);
  if (!article) return {};
  return say("by relevance the nearest article is '{}': --sort relevance",
             article->display_title.empty() ? article->id : article->display_title);
}

}  // namespace

std::vector<Message> date_order_notes(const Index& index, const SearchRequest& request,
                                      const PlannedQuery& query, match::MatchSet& matches,
                                      uint64_t total) {
  if (query.plan.terms.empty() || total > kMostRead) return {};
  if (total == 0) {
    const Message note = nearest(index, query, matches);
    return note.empty() ? std::vector<Message>() : std::vector<Message>{note};
  }
  if (request.near) return {};
  SearchRequest near = request;
  near.near = true;
  const auto planned = plan_query(index, near);
  if (!planned || planned->plan.root == query.plan.root) return {};
  const uint64_t near_total = match::MatchSet(index, near, *planned).total();
  if (near_total * 2 >= total) return {};
  return {say("{} of {} hold the words near each other: --near", near_total, total)};
}

}  // namespace khobao::searcher
