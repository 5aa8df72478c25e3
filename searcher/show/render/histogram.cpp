#include "searcher/show/render/histogram.h"

#include <algorithm>
#include <cstdio>
#include <ostream>

#include "common/text/letters/printable.h"
#include "common/text/letters/utf8.h"

namespace khobao::show {
namespace {

constexpr size_t kMostLines = 400;
constexpr size_t kNarrowest = 10;
constexpr size_t kYear = 4, kMonth = 7, kDay = 10;  // characters of "2020-07-02" that are given

int days_in(int year, int month) {
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays[month - 1];
}

// The day, month or year after `date`.
std::string next_date(const std::string& date) {
  int year = 0, month = 1, day = 1;
  std::sscanf(date.c_str(), "%4d-%2d-%2d", &year, &month, &day);
  if (month < 1 || month > 12) return {};
  if (date.size() == kDay && ++day > days_in(year, month)) day = 1, ++month;
  if (date.size() == kMonth) ++month;
  if (date.size() == kYear || month > 12) ++year, month = 1;
  char out[40];
  const int length = std::snprintf(out, sizeof out, "%04d-%02d-%02d", year, month, day);
  return length == static_cast<int>(kDay) ? std::string(out).substr(0, date.size()) : "";
}

std::string padded(const std::string& value, size_t columns) {
  const size_t taken = text::display_columns(value);
  return value + std::string(columns > taken ? columns - taken : 0, ' ');
}

std::string step_of(const searcher::Facet& facet) {
  for (const searcher::FacetCount& c : facet.counts) {
    if (c.value.size() == kYear) return ", a year a line";
    if (c.value.size() == kMonth && c.value[4] == '-') return ", a month a line";
    if (c.value.size() == kDay && c.value[4] == '-') return ", a day a line";
  }
  return "";
}

// "0         8         16        24        32"
std::string axis(uint64_t scale) {
  std::string line;
  for (size_t quarter = 0; quarter <= 4; ++quarter)
    line = padded(line, quarter * kBarColumns / 4) + std::to_string(scale * quarter / 4);
  return line;
}

}  // namespace

uint64_t histogram_scale(uint64_t most) {
  for (uint64_t step = 1;; step *= 10) {
    for (const uint64_t times : {1, 2, 5}) {
      if (4 * step * times >= most || step > UINT64_MAX / 100) return 4 * step * times;
    }
  }
}

std::vector<searcher::FacetCount> without_gaps(const std::vector<searcher::FacetCount>& dates) {
  std::vector<searcher::FacetCount> out;
  for (const searcher::FacetCount& count : dates) {
    if (count.value != searcher::kUndatedValue && !out.empty()) {
      for (std::string date = next_date(out.back().value); date < count.value;
           date = next_date(date)) {
        if (date.empty() || out.size() > kMostLines) return dates;
        out.push_back({date, 0});
      }
    }
    out.push_back(count);
  }
  return out;
}

void print_facet(const searcher::Facet& facet, std::ostream& out) {
  const archive::FieldRow& field = archive::field(facet.field);
  const bool dates = field.kind == archive::FieldKind::date;
  const std::vector<searcher::FacetCount> counts =
      dates ? without_gaps(facet.counts) : facet.counts;
  uint64_t most = 1;
  size_t widest = dates ? 0 : kNarrowest;
  for (const searcher::FacetCount& c : counts) {
    most = std::max(most, c.count);
    widest = std::max(widest, text::display_columns(text::printable(c.value)));
  }
  const uint64_t scale = dates ? histogram_scale(most) : most;
  const int digits = static_cast<int>(std::to_string(most).size());
  out << "\nby " << field.name << (dates ? step_of(facet) : "") << '\n';
  for (const searcher::FacetCount& c : counts) {
    char count[32];
    std::snprintf(count, sizeof count, "%*llu", digits, static_cast<unsigned long long>(c.count));
    std::string bar;
    const auto columns = static_cast<size_t>((c.count * kBarColumns + scale - 1) / scale);
    for (size_t i = 0; i < columns; ++i) bar += "█";
    out << "  " << padded(text::printable(c.value), widest) << "  " << count
        << (bar.empty() ? "" : "  ") << bar << '\n';
  }
  if (dates) {
    out << std::string(2 + widest + 2 + static_cast<size_t>(digits) + 2, ' ') << axis(scale)
        << '\n';
  } else {
    out << "  (a full bar is " << most << ")\n";
  }
}

}  // namespace khobao::show
