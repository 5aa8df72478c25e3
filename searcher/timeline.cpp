#include "searcher/timeline.h"

#include <algorithm>
#include <map>

#include "common/language/say.h"
#include "searcher/filter/date_bounds.h"
#include "searcher/index.h"
#include "searcher/search.h"
#include "searcher/show/date_steps.h"

namespace khobao::searcher {
namespace {

constexpr size_t kMostPeaks = 5;
constexpr size_t kMostDates = 4000;  // more days than these are no line to look at

using Counts = std::map<std::string, uint64_t>;

struct Counted {
  TimelineSeries series;
  Counts counts;
  DateStep step = DateStep::own;
};

Result<Counted> counted(Index& index, SearchRequest request) {
  request.facets = {archive::FieldId::date};
  request.limit = request.offset = 0;
  request.want_snippets = request.explain = false;
  request.sort = Sort::newest;  // ranks nothing
  const auto response = search(index, request);
  if (!response) return response.error();
  Counted out;
  out.series.query = request.query;
  out.series.total = response->total;
  out.series.exact = response->unread == 0;
  for (const MissingShard& missing : response->missing_shards)
    out.series.warnings.push_back(say("a part of the archive is missing: {}", missing.why));
  if (!response->unread_note.empty()) out.series.warnings.push_back(response->unread_note);
  const Facet& facet = response->facets.front();
  out.step = facet.step;
  for (const FacetCount& count : facet.counts) {
    if (count.value == kUndatedValue) {
      out.series.undated = count.count;
    } else {
      out.counts[count.value] = count.count;
    }
  }
  return out;
}

// The step in which all series are read best: that of the one with the longest span.
DateStep common_step(const std::vector<Counted>& all) {
  DateStep step = DateStep::own;
  for (const Counted& one : all) step = std::max(step, one.step);
  return step;
}

Result<TimelinePeak> peak_at(Index& index, SearchRequest request, size_t at,
                             const std::string& date) {
  const auto span = text::read_day_span(date);
  if (!span) return TimelinePeak{};
  const DateRange days = filter::range_of(*span);
  DateRange& range = request.dates;
  range.from = std::max(range.from, days.from);
  range.to = range.to.empty() ? days.to : std::min(range.to, days.to);
  request.facets.clear();
  request.limit = 1;
  request.offset = 0;
  request.want_total = request.want_snippets = request.explain = false;
  request.sort = Sort::relevance;
  const auto response = search(index, request);
  if (!response) return response.error();
  if (response->hits.empty()) return TimelinePeak{};
  const archive::Article& best = response->hits.front().article;
  return TimelinePeak{at, best.id, best.display_title, best.published};
}

}  // namespace

std::vector<size_t> peaks_of(const std::vector<uint64_t>& counts, size_t most) {
  if (counts.empty()) return {};
  const uint64_t largest = *std::max_element(counts.begin(), counts.end());
  std::vector<size_t> order;
  for (size_t i = 0; i < counts.size(); ++i) {
    const bool above_left = i == 0 || counts[i] >= counts[i - 1];
    const bool above_right = i + 1 == counts.size() || counts[i] >= counts[i + 1];
    if (counts[i] > 0 && 3 * counts[i] >= largest && above_left && above_right) order.push_back(i);
  }
  std::stable_sort(order.begin(), order.end(),
                   [&](size_t a, size_t b) { return counts[a] > counts[b]; });
  std::vector<size_t> peaks;
  for (const size_t at : order) {
    const bool apart = std::none_of(peaks.begin(), peaks.end(), [&](size_t other) {
      return (at > other ? at - other : other - at) < 2;
    });
    if (apart && peaks.size() < most) peaks.push_back(at);
  }
  std::sort(peaks.begin(), peaks.end());
  return peaks;
}

Result<Timeline> make_timeline(Index& index, const SearchRequest& request,
                               const std::vector<std::string>& compared, bool with_archive) {
  std::vector<SearchRequest> requests{request};
  for (const std::string& query : compared) requests.emplace_back(request).query = query;
  const auto count_all = [&]() -> Result<std::vector<Counted>> {
    std::vector<Counted> all;
    for (const SearchRequest& one : requests) {
      auto series = counted(index, one);
      if (!series) return series.error();
      all.push_back(std::move(*series));
    }
    return all;
  };
  auto all = count_all();
  if (!all) return all.error();
  Timeline timeline;
  timeline.step = common_step(*all);
  const bool same = std::all_of(all->begin(), all->end(), [&](const Counted& one) {
    return one.step == timeline.step || one.counts.empty();
  });
  if (!same) {
    for (SearchRequest& one : requests) one.date_step = timeline.step;
    all = count_all();
    if (!all) return all.error();
  }
  Counts dates;
  for (const Counted& one : *all) {
    for (const auto& [date, count] : one.counts) dates[date] += count;
  }
  if (!dates.empty()) {
    const std::string last = dates.rbegin()->first;
    for (std::string date = dates.begin()->first;
         !date.empty() && date <= last && timeline.dates.size() < kMostDates;
         date = show::next_date_value(date))
      timeline.dates.push_back(date);
  }
  const auto by_date = [&](const Counts& counts) {
    std::vector<uint64_t> row;
    for (const std::string& date : timeline.dates) {
      const auto found = counts.find(date);
      row.push_back(found == counts.end() ? 0 : found->second);
    }
    return row;
  };
  for (Counted& one : *all) {
    one.series.counts = by_date(one.counts);
    timeline.series.push_back(std::move(one.series));
  }
  if (with_archive && !timeline.dates.empty()) {
    SearchRequest whole;
    whole.dates = request.dates;
    whole.kinds = request.kinds;
    whole.date_step = timeline.step;
    const auto counts = counted(index, whole);
    if (!counts) return counts.error();
    timeline.archive = by_date(counts->counts);
  }
  for (const size_t at : peaks_of(timeline.series.front().counts, kMostPeaks)) {
    auto peak = peak_at(index, request, at, timeline.dates[at]);
    if (!peak) return peak.error();
    if (!peak->id.empty()) timeline.peaks.push_back(std::move(*peak));
  }
  return timeline;
}

}  // namespace khobao::searcher
