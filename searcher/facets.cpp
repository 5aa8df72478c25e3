#include "searcher/facets.h"

#include <algorithm>
#include <map>

#include "common/archive/schema.h"

namespace khobao::searcher {
namespace {

// Days since year 0 on a calendar of 31-day months: enough to tell spans.
int rough_day(uint32_t yyyymmdd) {
  return static_cast<int>(yyyymmdd / 10000 * 372 + yyyymmdd / 100 % 100 * 31 + yyyymmdd % 100);
}

}  // namespace

void DateCounter::operator()(const Xapian::Document& document, double) {
  const std::string value = document.get_value(static_cast<Xapian::valueno>(archive::Slot::published));
  if (value.size() < 8) {
    ++undated_;
    return;
  }
  uint32_t day = 0;
  for (size_t i = 0; i < 8; ++i) day = day * 10 + static_cast<uint32_t>(value[i] - '0');
  ++days_[day];
}

Facet DateCounter::facet() const {
  Facet facet{.name = "date", .counts = {}};
  if (!days_.empty()) {
    const auto [first, last] = std::minmax_element(days_.begin(), days_.end());
    const int span = rough_day(last->first) - rough_day(first->first);
    const size_t length = span <= 62 ? 10 : span <= 4 * 372 ? 7 : 4;
    std::map<std::string, uint64_t> counts;
    for (const auto& [day, count] : days_) {
      counts[archive::published_text(std::to_string(day + 100000000).substr(1)).substr(0, length)] += count;
    }
    for (const auto& [value, count] : counts) facet.counts.push_back({value, count});
  }
  if (undated_ > 0) facet.counts.push_back({kUndatedValue, undated_});
  return facet;
}

}  // namespace khobao::searcher
