#include "searcher/show/render/histogram.h"

#include <algorithm>
#include <ostream>

#include "common/language/figures.h"
#include "common/language/say.h"
#include "common/text/letters/printable.h"
#include "common/text/letters/utf8.h"
#include "searcher/filter/field_word.h"
#include "searcher/show/date_steps.h"
#include "searcher/show/render/page_words.h"
#include "searcher/show/render/styled_text.h"

namespace khobao::show {
namespace {

constexpr size_t kMostLines = 400;
constexpr size_t kNarrowest = 10;      // columns of values
constexpr size_t kNarrowestBar = 8;    // columns of a full bar, whatever the window
constexpr size_t kWidestBar = 120;     // beyond it, lengths are no easier to compare
constexpr size_t kAround = 2 + 2 + 2;  // blanks before a value, a count and a bar

std::string padded(const std::string& value, size_t columns) {
  const size_t taken = text::display_columns(value);
  return value + std::string(columns > taken ? columns - taken : 0, ' ');
}

// At most `columns` wide, cut between words.
std::string cut(const std::string& value, size_t columns) {
  if (text::display_columns(value) <= columns) return value;
  const auto lines = Stylist(false).wrapped({{value, Style::plain}}, columns, 1);
  return lines.empty() ? "" : lines.front();
}

Message heading_of(const searcher::Facet& facet) {
  const Message name = filter::field_word(facet.field);
  Message heading = say("by {}", name);
  if (archive::field(facet.field).kind != archive::FieldKind::date) return heading;
  searcher::DateStep step = facet.step;
  if (step == searcher::DateStep::own && !facet.counts.empty())
    step = step_of(facet.counts.front().value);
  if (step == searcher::DateStep::own) return heading;
  return say("by {}, a {} a line", name, step_word(step));
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
      for (std::string date = next_date_value(out.back().value); date < count.value;
           date = next_date_value(date)) {
        if (date.empty() || out.size() > kMostLines) return dates;
        out.push_back({date, 0});
      }
    }
    out.push_back(count);
  }
  return out;
}

std::string bar(uint64_t count, uint64_t full, size_t columns) {
  std::string text;
  const auto length =
      full == 0 ? 0 : static_cast<size_t>((std::min(count, full) * columns + full - 1) / full);
  for (size_t i = 0; i < length; ++i) text += "█";
  return text;
}

std::string axis(uint64_t scale, size_t columns) {
  std::string line;
  for (size_t quarter = 0; quarter <= 4; ++quarter)
    line = padded(line, quarter * columns / 4) + std::to_string(scale * quarter / 4);
  return line;
}

void print_facet(const searcher::Facet& facet, size_t columns, Language language,
                 std::ostream& out) {
  const bool dates = archive::field(facet.field).kind == archive::FieldKind::date;
  const auto shown = [&](const std::string& value) {
    if (!dates) return text::printable(value);
    return value == searcher::kUndatedValue ? say("undated").in(language)
                                            : date_shown(value).in(language);
  };
  const std::vector<searcher::FacetCount> counts =
      dates ? without_gaps(facet.counts) : facet.counts;
  uint64_t most = 1;
  size_t widest = dates ? 0 : kNarrowest;
  for (const searcher::FacetCount& c : counts) {
    most = std::max(most, c.count);
    widest = std::max(widest, text::display_columns(shown(c.value)));
  }
  const uint64_t scale = dates ? histogram_scale(most) : most;
  const size_t digits = std::to_string(most).size();
  size_t bars = kBarColumns;
  if (columns > 0) {
    widest = std::min(widest, std::max(kNarrowest, columns / 2));
    const size_t scale_end = dates ? std::to_string(scale).size() : 0;  // stands after the last bar
    const size_t taken = kAround + widest + digits + scale_end;
    bars = std::clamp(columns > taken ? columns - taken : 0, kNarrowestBar, kWidestBar);
    if (dates) bars = bars / 4 * 4;
  }
  out << heading_of(facet).in(language) << '\n';
  for (const searcher::FacetCount& c : counts) {
    const std::string value = shown(c.value), count = std::to_string(c.count);
    const std::string line = bar(c.count, scale, bars);
    out << "  " << padded(columns > 0 ? cut(value, widest) : value, widest) << "  "
        << std::string(digits - count.size(), ' ') << count << (line.empty() ? "" : "  ") << line
        << '\n';
  }
  if (dates && !counts.empty())
    out << std::string(kAround + widest + digits, ' ') << axis(scale, bars) << '\n';
  if (facet.more_values > 0) {
    const Message more =
        say_count(facet.more_values, "and {} more value: --facet-limit {}",
                  "and {} more values: --facet-limit {}", counts.size() + facet.more_values);
    out << "  " << more.in(language) << '\n';
  }
  if (facet.without > 0) {
    out << "  "
        << say_count(facet.without, "{} article has none", "{} articles have none").in(language)
        << '\n';
  }
}

}  // namespace khobao::show
