#pragma once
/// Counts the matches by a field while Xapian runs through them.
#include <xapian.h>

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>

#include "common/archive/facet_names.h"
#include "common/archive/reposts/repost_groups.h"
#include "searcher/request.h"

namespace khobao::show {

/// Give it to Xapian::Enquire::add_matchspy(); exact where all matches are looked at
/// (check_at_least).
class FacetCounter : public Xapian::MatchSpy {
 public:
  /// The values counted, most first; `limit` of them (dates: all).
  virtual searcher::Facet facet(size_t limit) const = 0;
  /// Tells of a match that is one of a group of reposts, beside counting it: counts then say how
  /// many of the articles are copies.
  virtual void grouped(const Xapian::Document& document, archive::GroupNumber group) = 0;
};

/// A counter for a facetable field; `names` must outlive it. `step`: of dates.
std::unique_ptr<FacetCounter> facet_counter(archive::FieldId field, searcher::DateStep step,
                                            const archive::FacetNames& names);

}  // namespace khobao::show
