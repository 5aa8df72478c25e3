#pragma once
/// Facets as bars: lined up by their counts, dates as a histogram without gaps under its scale.
///
///   by date, a month a line
///     2020-06  12  ███████████████
///     2020-07   0
///     2020-08  30  ██████████████████████████████████████
///                  0         8         16        24        32
#include <iosfwd>

#include "searcher/request.h"

namespace khobao::show {

/// What a bar of kBarColumns columns stands for.
inline constexpr size_t kBarColumns = 40;

/// The least 4 × {1, 2, 5} × 10ⁿ that is not below `most`, so that quarters are round numbers.
uint64_t histogram_scale(uint64_t most);

/// The counts with every day, month or year between the first and the last, undated ones last; as
/// they are where these would be too many to read.
std::vector<searcher::FacetCount> without_gaps(const std::vector<searcher::FacetCount>& dates);

/// Prints a facet with its heading.
void print_facet(const searcher::Facet& facet, std::ostream& out);

}  // namespace khobao::show
