#pragma once
/// Counts matches by two facets at once while Xapian runs through them.
#include <cstdint>
#include <vector>

#include "common/archive/facet_names.h"
#include "searcher/show/facets.h"  // Xapian::MatchSpy
#include "searcher/table.h"

namespace khobao::show {

/// Give it to Xapian::Enquire::add_matchspy(); exact where all matches are looked at. Keeps the
/// values of every match, about 40 bytes for each, because which of them have a line of their own
/// is known only at the end.
class TableCounter : public Xapian::MatchSpy {
 public:
  /// `names` must outlive this object.
  TableCounter(const searcher::TableRequest& request, const archive::FacetNames& names)
      : request_(request), names_(names) {}

  void operator()(const Xapian::Document& document, double) override;

  /// At most `limit` values a side, dates all.
  searcher::Table table(size_t limit) const;

 private:
  // The values of all matches on one side, one after another: facet ids, or days as yyyymmdd.
  struct Values {
    std::vector<uint64_t> values;
    std::vector<size_t> ends;  // of each match
  };
  static void read(const Xapian::Document& document, archive::FieldId field, Values& to);

  searcher::TableRequest request_;
  const archive::FacetNames& names_;
  Values rows_, columns_;
};

}  // namespace khobao::show
