#pragma once
/// A query and its filters over time, other queries beside it, and what its peaks are about.
///
///   bão    2020-09  12      peak: "Bão số 5 đổ bộ" (id bao-5)
///          2020-10  31
///          2020-11   4      undated 3
#include <string>
#include <vector>

#include "common/base/result.h"
#include "searcher/request.h"

namespace khobao::searcher {

class Index;

struct TimelineSeries {
  std::string query;
  uint64_t total = 0;  ///< matches, every copy of a repost counted
  uint64_t undated = 0;
  std::vector<uint64_t> counts;  ///< by Timeline::dates
  bool exact = true;             ///< else counts are the least; `warnings` say why
  std::vector<Message> warnings = {};
};

/// A value that stands out, with the best article in it.
struct TimelinePeak {
  size_t at = 0;  ///< in Timeline::dates
  std::string id, title, published;
};

struct Timeline {
  DateStep step = DateStep::own;
  std::vector<std::string> dates;      ///< as the date facet calls them, without gaps
  std::vector<TimelineSeries> series;  ///< the request's first
  std::vector<TimelinePeak> peaks;     ///< of the first series, by time
  std::vector<uint64_t> archive;       ///< articles of any content by date; empty unless asked for
};

/// The timeline of the request, with `compared` queries under the same filters on the same dates.
/// `with_archive`: also how many articles the archive has of each date, for shares.
Result<Timeline> make_timeline(Index& index, const SearchRequest& request,
                               const std::vector<std::string>& compared, bool with_archive);

/// Where counts stand out: no smaller than their neighbours and than a third of the largest, the
/// largest first, neither neighbours of each other nor more than `most`. Ascending.
std::vector<size_t> peaks_of(const std::vector<uint64_t>& counts, size_t most);

}  // namespace khobao::searcher
