#include "searcher/show/render/timeline_answer.h"

#include <algorithm>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <ostream>

#include "common/language/figures.h"
#include "common/language/say.h"
#include "common/text/letters/byte_order_mark.h"
#include "common/text/letters/printable.h"
#include "common/text/letters/utf8.h"
#include "searcher/show/date_steps.h"
#include "searcher/show/render/histogram.h"
#include "searcher/show/render/page_words.h"
#include "searcher/show/render/styled_text.h"

namespace khobao::show {
namespace {

using searcher::Timeline;
using Json = nlohmann::ordered_json;

constexpr size_t kNarrowestLine = 8, kWidestLine = 100;
Message everything() { return say("all articles"); }

Message name_of(const searcher::TimelineSeries& series) {
  return series.query.empty() ? everything() : Message(text::printable(series.query));
}

std::string letter_of(size_t series) {
  return std::string(1, static_cast<char>('A' + series % 26));
}

// The share of `count` in the archive's articles of that time, per mille, rounded.
uint64_t per_mille(uint64_t count, uint64_t of) {
  return of == 0 ? 0 : (1000 * count + of / 2) / of;
}

class TimelinePage {
 public:
  TimelinePage(const Timeline& timeline, const TimelineOptions& options, std::ostream& out)
      : timeline_(timeline), options_(options), out_(out), stylist_(options.color) {}

  void print() {
    heads();
    for (const searcher::TimelineSeries& series : timeline_.series) {
      for (size_t at = 0; at < series.counts.size(); ++at) {
        const uint64_t value = shown(series, at);
        most_ = std::max(most_, value);
      }
    }
    scale_ = histogram_scale(most_);
    digits_ = std::to_string(most_).size();
    // "  DATE  A  COUNT  BAR"
    before_ = 2 + (timeline_.dates.empty() ? 0 : timeline_.dates.front().size()) +
              (several() ? 3 : 0) + 2 + digits_ + 2;
    if (options_.columns > 0) {
      const size_t taken = before_ + std::to_string(scale_).size();
      // Headlines of peaks stand under their bars, so that these need not be short.
      bars_ = std::clamp(options_.columns > taken ? options_.columns - taken : 0, kNarrowestLine,
                         kWidestLine) /
              4 * 4;
    }
    for (size_t at = 0; at < timeline_.dates.size(); ++at) line(at);
    if (!timeline_.dates.empty()) out_ << std::string(before_, ' ') << axis(scale_, bars_) << '\n';
    if (options_.per_mille) out_ << in(say("of every thousand articles of the time")) << '\n';
    for (size_t i = 0; i < timeline_.series.size(); ++i) {
      const uint64_t undated = timeline_.series[i].undated;
      if (undated == 0) continue;
      out_ << (several() ? letter_of(i) + "  " : "")
           << in(say_count(undated, "{} article has no date and no place on the line",
                           "{} articles have no date and no place on the line"))
           << '\n';
    }
  }

 private:
  std::string in(const Message& message) const { return message.in(options_.language); }

  bool several() const { return timeline_.series.size() > 1; }

  uint64_t shown(const searcher::TimelineSeries& series, size_t at) const {
    const uint64_t count = series.counts[at];
    return options_.per_mille ? per_mille(count, timeline_.archive[at]) : count;
  }

  void heads() {
    for (size_t i = 0; i < timeline_.series.size(); ++i) {
      const searcher::TimelineSeries& series = timeline_.series[i];
      Message line = name_of(series);
      line += ": ";
      const Message matches = say_count(series.total, "{} article matches", "{} articles match");
      line += series.exact ? matches : say("at least {}", matches);
      if (i == 0 && timeline_.step != searcher::DateStep::own)
        line =
            say("{}, a {} a line, every copy of a repost counted", line, step_word(timeline_.step));
      const std::string head = (several() ? letter_of(i) + "  " : "") + in(line);
      for (const std::string& row :
           stylist_.wrapped({{head, Style::plain}}, options_.columns, SIZE_MAX))
        out_ << row << '\n';
    }
  }

  void line(size_t at) {
    const std::string date = in(date_shown(timeline_.dates[at]));
    for (size_t i = 0; i < timeline_.series.size(); ++i) {
      const uint64_t value = shown(timeline_.series[i], at);
      const std::string count = std::to_string(value), drawn = bar(value, scale_, bars_);
      out_ << "  " << (i == 0 ? date : std::string(date.size(), ' '))
           << (several() ? "  " + letter_of(i) : "") << "  "
           << std::string(digits_ - std::min(digits_, count.size()), ' ') << count
           << (drawn.empty() ? "" : "  " + drawn) << '\n';
    }
    for (const searcher::TimelinePeak& peak : timeline_.peaks) {
      if (peak.at != at) continue;
      const std::string label = "↑ " + text::printable(peak.title.empty() ? peak.id : peak.title);
      const size_t room = options_.columns > before_ ? options_.columns - before_ : 0;
      for (const std::string& row : stylist_.wrapped({{label, Style::dim}}, room, 1))
        out_ << std::string(before_, ' ') << row << '\n';
    }
  }

  const Timeline& timeline_;
  const TimelineOptions& options_;
  std::ostream& out_;
  Stylist stylist_;
  uint64_t most_ = 1, scale_ = 4;
  size_t digits_ = 1, before_ = 0, bars_ = kBarColumns;
};

}  // namespace

void render_timeline_text(const Timeline& timeline, const TimelineOptions& options,
                          std::ostream& out) {
  TimelinePage(timeline, options, out).print();
}

void render_timeline_json(const Timeline& timeline, std::ostream& out) {
  const auto or_null = [](const std::string& s) { return s.empty() ? Json(nullptr) : Json(s); };
  Json series = Json::array(), points = Json::array(), peaks = Json::array();
  for (const searcher::TimelineSeries& one : timeline.series) {
    series.push_back({{"query", one.query}, {"total", one.total}, {"undated", one.undated}});
    if (!one.exact) series.back()["exact"] = false;
  }
  for (size_t at = 0; at < timeline.dates.size(); ++at) {
    Json counts = Json::array();
    for (const searcher::TimelineSeries& one : timeline.series) counts.push_back(one.counts[at]);
    Json point = {{"date", timeline.dates[at]}, {"counts", counts}};
    if (!timeline.archive.empty()) point["archive"] = timeline.archive[at];
    points.push_back(std::move(point));
  }
  for (const searcher::TimelinePeak& peak : timeline.peaks) {
    peaks.push_back({{"date", timeline.dates[peak.at]},
                     {"id", peak.id},
                     {"title", or_null(peak.title)},
                     {"published", or_null(peak.published)}});
  }
  const Json json = {{"schema_version", 1},
                     {"step", or_null(step_name(timeline.step))},
                     {"series", series},
                     {"points", points},
                     {"peaks", peaks}};
  out << text::printable_json(json.dump(-1, ' ', false, Json::error_handler_t::replace)) << '\n';
}

void render_timeline_csv(const Timeline& timeline, bool byte_order_mark, std::ostream& out) {
  if (byte_order_mark) out << text::kUtf8Mark;
  out << "date";
  for (const searcher::TimelineSeries& one : timeline.series)
    out << ',' << text::csv_cell(one.query.empty() ? std::string(everything()) : one.query);
  out << (timeline.archive.empty() ? "" : ",archive") << ",peak_id,peak_title\r\n";
  for (size_t at = 0; at < timeline.dates.size(); ++at) {
    out << timeline.dates[at];
    for (const searcher::TimelineSeries& one : timeline.series) out << ',' << one.counts[at];
    if (!timeline.archive.empty()) out << ',' << timeline.archive[at];
    const auto peak = std::find_if(timeline.peaks.begin(), timeline.peaks.end(),
                                   [&](const searcher::TimelinePeak& one) { return one.at == at; });
    if (peak == timeline.peaks.end()) {
      out << ",,\r\n";
    } else {
      out << ',' << text::csv_cell(peak->id) << ',' << text::csv_cell(peak->title) << "\r\n";
    }
  }
  out << searcher::kUndatedValue;
  for (const searcher::TimelineSeries& one : timeline.series) out << ',' << one.undated;
  out << (timeline.archive.empty() ? "" : ",") << ",,\r\n";
}

}  // namespace khobao::show
