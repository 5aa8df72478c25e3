#include "searcher/show/facets.h"

#include <algorithm>
#include <map>

#include "common/archive/facets/name_order.h"
#include "common/archive/schema.h"
#include "searcher/show/date_steps.h"
#include "searcher/show/facet_tally.h"

namespace khobao::show {
namespace {

/// Which values the articles of groups of reposts have.
class GroupedValues {
 public:
  void add(uint64_t value, archive::GroupNumber group) { seen_.emplace_back(value, group); }

  /// How many articles stand beyond the first of their group under a value, or under several that
  /// `merged` makes one.
  template <class Merged>
  std::unordered_map<uint64_t, uint64_t> copies(Merged merged) const {
    std::vector<std::pair<uint64_t, archive::GroupNumber>> sorted;
    for (const auto& [value, group] : seen_) sorted.emplace_back(merged(value), group);
    std::sort(sorted.begin(), sorted.end());
    std::unordered_map<uint64_t, uint64_t> counts;
    for (size_t i = 1; i < sorted.size(); ++i)
      counts[sorted[i].first] += sorted[i] == sorted[i - 1];
    return counts;
  }

 private:
  std::vector<std::pair<uint64_t, archive::GroupNumber>> seen_;
};

uint64_t count_at(const std::unordered_map<uint64_t, uint64_t>& counts, uint64_t value) {
  const auto found = counts.find(value);
  return found == counts.end() ? 0 : found->second;
}

/// Matches by publication date, in the step asked for or the one that fits the span of all;
/// ascending, gaps left out, the undated ones last.
class DateCounter : public FacetCounter {
 public:
  explicit DateCounter(searcher::DateStep step) : step_(step) {}

  void operator()(const Xapian::Document& document, double) override {
    const uint32_t day = day_of(document);
    day == 0 ? ++undated_ : ++days_[day];
  }

  void grouped(const Xapian::Document& document, archive::GroupNumber group) override {
    grouped_.add(day_of(document), group);
  }

  searcher::Facet facet(size_t) const override {
    searcher::Facet facet{.field = archive::FieldId::date, .counts = {}};
    if (!days_.empty()) {
      const auto [first, last] = std::minmax_element(days_.begin(), days_.end());
      facet.step = step_ != searcher::DateStep::own
                       ? step_
                       : show::fitting_step(as_day(first->first), as_day(last->first));
      std::map<uint64_t, uint64_t> counts;  // by the first day of each value
      for (const auto& [day, count] : days_) counts[first_day(day, facet.step)] += count;
      const auto copies =
          grouped_.copies([&](uint64_t day) { return first_day(day, facet.step); });
      for (const auto& [day, count] : counts) {
        facet.counts.push_back(
            {date_value(as_day(day), facet.step), count, count_at(copies, day)});
      }
    }
    if (undated_ > 0) {
      const auto copies = grouped_.copies([](uint64_t day) { return day; });
      facet.counts.push_back({searcher::kUndatedValue, undated_, count_at(copies, 0)});
    }
    return facet;
  }

 private:
  static text::Day as_day(uint64_t yyyymmdd) {
    const int day = static_cast<int>(yyyymmdd);
    return {day / 10000, day / 100 % 100, day % 100};
  }

  // The first day of the value that a day is counted under; 0 stays 0.
  static uint64_t first_day(uint64_t yyyymmdd, searcher::DateStep step) {
    if (yyyymmdd == 0) return 0;
    if (step == searcher::DateStep::year) return yyyymmdd / 10'000 * 10'000 + 101;
    if (step == searcher::DateStep::month) return yyyymmdd / 100 * 100 + 1;
    if (step != searcher::DateStep::week) return yyyymmdd;
    const text::Day day = as_day(yyyymmdd);
    const text::Day monday = text::day_of_number(day_number(day) - weekday_of(day));
    const int number = monday.year * 10'000 + monday.month * 100 + monday.day;
    return static_cast<uint64_t>(number);
  }

  // yyyymmdd; 0 where it is not known.
  static uint32_t day_of(const Xapian::Document& document) {
    const std::string value =
        document.get_value(static_cast<Xapian::valueno>(archive::Slot::published));
    uint32_t day = 0;
    for (size_t i = 0; value.size() >= 8 && i < 8; ++i)
      day = day * 10 + static_cast<uint32_t>(value[i] - '0');
    return day;
  }

  searcher::DateStep step_;
  std::unordered_map<uint32_t, uint64_t> days_;  // yyyymmdd -> matches
  uint64_t undated_ = 0;
  GroupedValues grouped_;
};

/// Matches by the ids of a facet id list.
class NameCounter : public FacetCounter {
 public:
  NameCounter(const archive::FieldRow& field, const archive::FacetNames& names)
      : slot_(static_cast<Xapian::valueno>(*field.slot)), field_(field.id), names_(names) {}

  void operator()(const Xapian::Document& document, double) override {
    const std::string value = document.get_value(slot_);
    without_ += value.empty();
    for (size_t i = 0; i < archive::facet_id_count(value); ++i)
      tally_.add(archive::facet_id_at(value, i));
  }

  void grouped(const Xapian::Document& document, archive::GroupNumber group) override {
    const std::string value = document.get_value(slot_);
    for (size_t i = 0; i < archive::facet_id_count(value); ++i)
      grouped_.add(archive::facet_id_at(value, i), group);
  }

  // Most first; equal counts by name, so that the order does not depend on hashes.
  searcher::Facet facet(size_t limit) const override {
    std::vector<std::pair<uint64_t, archive::FacetId>> sorted;
    tally_.for_each([&](archive::FacetId id, uint64_t count) { sorted.emplace_back(count, id); });
    const size_t shown = std::min(limit, sorted.size());
    searcher::Facet facet{.field = field_, .counts = {}};
    facet.more_values = sorted.size() - shown;
    facet.without = without_;
    if (shown == 0) return facet;
    std::nth_element(sorted.begin(), sorted.begin() + static_cast<long>(shown - 1), sorted.end(),
                     std::greater<>());
    const uint64_t least = sorted[shown - 1].first;
    const auto copies = grouped_.copies([](uint64_t id) { return id; });
    for (const auto& [count, id] : sorted) {
      if (count < least) continue;
      facet.counts.push_back({archive::shown_value(field_, names_.name(field_, id)), count,
                              count_at(copies, id)});
    }
    const archive::NameOrder order(field_);
    std::partial_sort(facet.counts.begin(), facet.counts.begin() + static_cast<long>(shown),
                      facet.counts.end(),
                      [&](const searcher::FacetCount& a, const searcher::FacetCount& b) {
                        return a.count != b.count ? a.count > b.count : order.less(a.value, b.value);
                      });
    facet.counts.resize(shown);
    return facet;
  }

 private:
  Xapian::valueno slot_;
  archive::FieldId field_;
  const archive::FacetNames& names_;
  FacetTally tally_;
  GroupedValues grouped_;
  uint64_t without_ = 0;
};

}  // namespace

std::unique_ptr<FacetCounter> facet_counter(archive::FieldId field, searcher::DateStep step,
                                            const archive::FacetNames& names) {
  const archive::FieldRow& row = archive::field(field);
  if (row.kind == archive::FieldKind::date) return std::make_unique<DateCounter>(step);
  return std::make_unique<NameCounter>(row, names);
}

}  // namespace khobao::show
