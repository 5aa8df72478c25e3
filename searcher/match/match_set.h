#pragma once
/// The matches of one request: how many, by which facets, in the order of dates.
#include <xapian.h>

#include <memory>
#include <optional>
#include <vector>

#include "common/base/message.h"
#include "searcher/index.h"
#include "searcher/match/matches.h"
#include "searcher/match/term_sets.h"
#include "searcher/match/work_limit.h"
#include "searcher/planned_query.h"
#include "searcher/request.h"
#include "searcher/show/facets.h"

namespace khobao::match {

struct MatchCounts {
  uint64_t total = 0;
  uint64_t copies = 0;          ///< of these, beyond the first of each group of reposts
  uint64_t undated = 0;         ///< of the total, where the request wants to know
  uint64_t undated_hidden = 0;  ///< matches that only the date range leaves out, being undated
  std::vector<searcher::Facet> facets;
  std::optional<searcher::Table> table;
};

/// Everything is found when it is first asked for: to tell the matches exactly may take reading
/// many token streams (matches.h).
class MatchSet {
 public:
  /// All three must outlive this object.
  MatchSet(const searcher::Index& index, const searcher::SearchRequest& request,
           const searcher::PlannedQuery& query)
      : index_(index),
        request_(request),
        query_(query),
        limit_(index.layers().articles()),
        sets_(index.layers(), limit_) {}
  MatchSet(const MatchSet&) = delete;
  MatchSet& operator=(const MatchSet&) = delete;

  /// `query` within the request's filters and dates, listing pages left out. Of the texts of an
  /// article the newest one that matches is let through, or the newest where none does; of the
  /// others nothing, and with `live_only` none that is no longer at its source.
  Xapian::Query filtered(const Xapian::Query& query);

  /// The articles that this leaves out, ascending, where neither filters nor dates do: listing pages,
  /// deleted ones and other texts of the same article. Else nullopt.
  const std::optional<std::vector<Xapian::docid>>& only_left_out();

  /// What candidates must hold, and the whole plan; exact among the articles that the request's
  /// filters and dates let through, and the undated ones.
  const Xapian::Query& required();
  const Xapian::Query& matches();
  /// What every match holds, cheaply: all syllables, wherever they stand.
  Xapian::Query possible_matches();
  /// The articles that this finds in the whole archive, ascending.
  const std::vector<Xapian::docid>& possible_docids();
  /// What is excluded or filtered by the plan, without its phrases and the like.
  Xapian::Query restrictions();

  uint64_t total();
  MatchCounts count();

  /// How many articles were too much work to read (work_limit.h), and what is said of it.
  uint64_t unread() const { return limit_.unread; }
  WorkLimit& limit() { return limit_; }
  std::vector<Message> notes() const;

  /// The matches newest or oldest first, as the request says (newest where it asks for relevance).
  std::vector<Xapian::docid> by_date(size_t offset, size_t limit);

 private:
  uint64_t count_copies(const std::vector<Xapian::docid>& docids) const;
  uint64_t count_copies(const std::vector<std::unique_ptr<show::FacetCounter>>& counters);
  bool whole_archive() const;
  Xapian::Query within() const;
  Xapian::Query let_through(const Xapian::Query& query) const;
  Xapian::Query answering(const Xapian::Query& query);
  void choose_versions();
  Matched exact(const query::PlanNode& node, const Xapian::Query& among);
  const Matched& found();
  std::optional<std::vector<Xapian::docid>> listed();
  std::optional<std::vector<Xapian::docid>> find_left_out();

  const searcher::Index& index_;
  const searcher::SearchRequest& request_;
  const searcher::PlannedQuery& query_;
  WorkLimit limit_;
  TermSets sets_;
  std::optional<Matched> matches_, required_;
  std::optional<std::optional<std::vector<Xapian::docid>>> left_out_;  ///< of only_left_out()
  std::shared_ptr<const std::vector<Xapian::docid>> possible_;  ///< null until it is asked for
  bool versions_chosen_ = false;
  std::shared_ptr<const std::vector<Xapian::docid>> other_versions_;  ///< that do not answer; null
                                                                      ///< for none
};

}  // namespace khobao::match
