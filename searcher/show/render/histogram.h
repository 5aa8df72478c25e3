#pragma once
/// Facets as bars: lined up by their counts, dates as a histogram without gaps under its scale.
///
///   by date, a month a line
///     2020-06  12  ███████████████
///     2020-07   0
///     2020-08  30  ██████████████████████████████████████
///                  0         8         16        24        32
#include <iosfwd>
#include <string>
#include <vector>

#include "common/base/message.h"
#include "searcher/request.h"

namespace khobao::show {

/// Of a full bar where no window says how wide it may be.
inline constexpr size_t kBarColumns = 40;

/// The least 4 × {1, 2, 5} × 10ⁿ that is not below `most`, so that quarters are round numbers.
uint64_t histogram_scale(uint64_t most);

/// The counts with every day, week, month or year between the first and the last, undated ones
/// last; as they are where these would be too many to read.
std::vector<searcher::FacetCount> without_gaps(const std::vector<searcher::FacetCount>& dates);

/// Prints a facet with its heading, what the limit left out and what has no value. `columns`: of
/// the window, which longer values are cut for; 0: bars of kBarColumns, values as long as they are.
void print_facet(const searcher::Facet& facet, size_t columns, Language language,
                 std::ostream& out);

/// A bar for `count` where `full` is `columns` wide; at least one column for what is not nothing.
std::string bar(uint64_t count, uint64_t full, size_t columns);

/// "0         8         16        24        32" under bars of so many columns.
std::string axis(uint64_t scale, size_t columns);

}  // namespace khobao::show
