#pragma once
/// The articles of words, of filters and of all as sets, for one request.
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "common/archive/generations/layered_index.h"
#include "searcher/match/bounder.h"
#include "searcher/match/docid_set.h"
#include "searcher/match/work_limit.h"

namespace khobao::match {

/// Each word is read once, as long as the sets of all take no more than 64 MiB: a word of 35,000
/// articles takes 4 KiB and 0.1 ms, 0.5 ms where its layer has no list of it. Throws Xapian errors.
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
  /// Between which sets the articles lie in which two words stand side by side; nothing where no layer
  /// has a list of them (common/archive/postings).
  std::optional<BoundsOf<Set>> of_pair(const std::string& first, const std::string& second);

  /// How many articles hold the word, and of these, how many of layers that list it.
  struct Holders {
    uint64_t all = 0, listed = 0;
  };
  Holders holders(const std::string& term);
  DocidSet nothing() const { return DocidSet(last_); }

  const archive::LayeredIndex& index() const { return index_; }
  WorkLimit& limit() { return limit_; }

 private:
  const archive::LayeredIndex& index_;
  WorkLimit& limit_;
  Xapian::docid last_;
  std::map<std::string, Set> known_;
  std::map<std::string, Holders> holders_;
  size_t known_bytes_ = 0;
};

}  // namespace khobao::match
