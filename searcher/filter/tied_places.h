#pragma once
/// Which place lies in which, and what became of one, as the archive's articles print it
/// (indexer/recognise/place_ties.h). What only deleted articles print is unknown.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/names/places/place_size.h"
#include "searcher/index.h"

namespace khobao::filter {

struct TiedPlace {
  std::string name;
  uint64_t articles = 0;  ///< that print it so
};

/// `index` must outlive it. Throws Xapian errors.
class TiedPlaces {
 public:
  explicit TiedPlaces(const searcher::Index& index) : index_(index) {}

  /// The places that `name` lies in: of its own name's communes several districts. By name.
  std::vector<TiedPlace> around(std::string_view name) const;
  /// The places that `name` became, and those that became it.
  std::vector<TiedPlace> renamed(std::string_view name) const;

 private:
  std::vector<TiedPlace> behind(std::string_view prefix, std::string_view name) const;

  const searcher::Index& index_;
};

/// Of a place as facets name it: "huyện Phù Mỹ" is a district.
names::PlaceSize size_of(std::string_view name);

}  // namespace khobao::filter
