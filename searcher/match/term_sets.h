#pragma once
/// The articles of words, of filters and of all as sets, for one request.
#include <map>
#include <memory>
#include <string>

#include "common/archive/generations/layered_index.h"
#include "searcher/match/docid_set.h"
#include "searcher/match/work_limit.h"

namespace khobao::match {

/// Each word is read once, as long as the sets of all take no more than 64 MiB: a word of 35,000
/// articles takes 4 KiB and 0.5 ms. Throws Xapian errors.
class TermSets {
 public:
  /// Both must outlive this object. What is read is counted as work.
  TermSets(const archive::LayeredIndex& index, WorkLimit& limit);

  using Set = std::shared_ptr<const DocidSet>;
  Set of_term(const std::string& term);
  /// Of a query that Xapian answers well: a filter, a range of dates.
  Set of_query(const Xapian::Query& query);
  Set of_docids(const std::vector<Xapian::docid>& docids);
  Set all() { return of_term(""); }
  DocidSet nothing() const { return DocidSet(last_); }

  const archive::LayeredIndex& index() const { return index_; }

 private:
  const archive::LayeredIndex& index_;
  WorkLimit& limit_;
  Xapian::docid last_;
  std::map<std::string, Set> known_;
  size_t known_bytes_ = 0;
};

}  // namespace khobao::match
