#pragma once
#include <string>
#include <vector>

#include "common/archive/generations/layered_index.h"

namespace khobao::indexer {

/// What status says of an archive beyond its manifest; deleted articles are not counted.
struct ArchiveOverview {
  std::string first_date, last_date;  ///< YYYY-MM-DD; "" where no article is dated
  struct Source {
    std::string name;
    uint64_t articles;
  };
  std::vector<Source> sources;  ///< most articles first
};

/// Reads dates and sources; throws Xapian errors.
ArchiveOverview overview_of(const archive::LayeredIndex& index);

/// Bytes of all files below a folder.
uint64_t bytes_below(const std::string& folder);

}  // namespace khobao::indexer
