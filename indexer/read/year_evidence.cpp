#include "indexer/read/year_evidence.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "common/base/embedded.h"

extern "C" {
extern const char khobao_year_points_begin[];
extern const char khobao_year_points_end[];
}

namespace khobao::read {
namespace {

// From here on the year is right in 17 of 20 articles that get one, counted as data/year_points.tsv
// says; most of the rest tell of last year's prizes and trials, and readers take them so too.
constexpr int kEnough = 30;
constexpr int kFirstPlanMonth = 10;  // from October on plans are for the next year
constexpr long kFarDays = 330;

using PointTable = std::unordered_map<std::string_view, int>;

const PointTable& point_table() {
  static const PointTable instance = [] {
    PointTable table;
    const std::string_view data(
        khobao_year_points_begin,
        static_cast<size_t>(khobao_year_points_end - khobao_year_points_begin));
    for_each_data_line(data, [&](std::string_view row) {
      const size_t tab = row.find('\t');
      int points = 0;
      std::from_chars(row.data() + tab + 1, row.data() + row.size(), points);
      table.emplace(row.substr(0, tab), points);
    });
    return table;
  }();
  return instance;
}

int points_of(std::string_view sign) {
  const auto found = point_table().find(sign);
  return found == point_table().end() ? 0 : found->second;
}

struct Case {
  Day report;  // with the year that is tried
  size_t title_paragraph = 0;
  bool trial = false;
};

// The mention as a day, a month's being its last.
Day latest_day(Day day) { return {day.year, day.month, day.day > 0 ? day.day : 28}; }

std::string_view sign_to_come(const DayMention& mention, Day report) {
  const long days = day_number(latest_day(mention.day)) - day_number(report);
  if (days < 0 || days > kFarDays) return {};
  if (mention.day.day > 0) return days < 60 ? "day to come" : days < 150 ? "day to come later" : "";
  return days < 60 ? "month to come" : days < 150 ? "month to come later" : "month to come far";
}

std::string_view sign_of_day(const DayMention& mention, Day report) {
  const long days = day_number(report) - day_number(mention.day);
  const bool bounded = mention.bounded;
  if (mention.day.year != report.year && (days <= 0 || days >= 70)) return {};
  if (days < -45) return bounded ? "day long after bounded" : "day long after";
  if (days < -20) return bounded ? "day month after bounded" : "day month after";
  if (days < -3) return bounded ? "day after bounded" : "day after";
  if (days <= 12) return bounded ? "day near bounded" : "day near";
  if (days <= 30) return bounded ? "day month before bounded" : "day month before";
  if (days <= 90) return "day quarter before";
  return bounded ? "day long before bounded" : "day long before";
}

std::string_view sign_of_month(const DayMention& mention, Day report) {
  const int months = (report.year - mention.day.year) * 12 + report.month - mention.day.month;
  const bool recent = mention.sign == YearSign::recent;
  if (mention.day.year != report.year && months > 2) return {};
  if (months < -2) return "month long after";
  if (months < 0) return "month after";
  if (months == 0) return recent ? "month same recent" : "month same";
  if (months == 1) return recent ? "month last recent" : "month last";
  if (months <= 3) return recent ? "month quarter before recent" : "month quarter before";
  return "month long before";
}

std::string_view sign_of_year(const DayMention& mention, const Case& tried) {
  if (mention.day.year != tried.report.year) return {};
  const bool title = mention.paragraph == tried.title_paragraph, lede = mention.paragraph == 0;
  switch (mention.sign) {
    case YearSign::now: return "year now";
    case YearSign::plan: return "year plan";
    case YearSign::weak: return "year weak";
    default: break;
  }
  if (mention.future) return "year to come";
  if (mention.named) return title ? "year named title" : lede ? "year named lede" : "year named";
  return title ? "year title" : lede ? "year lede" : "year";
}

std::string_view sign_of(const DayMention& mention, const Case& tried) {
  if (mention.day.month == 0) return sign_of_year(mention, tried);
  if (!is_valid(latest_day(mention.day))) return {};
  if (mention.future) return sign_to_come(mention, tried.report);
  return mention.day.day > 0 ? sign_of_day(mention, tried.report)
                             : sign_of_month(mention, tried.report);
}

bool looks_ahead(const std::unordered_map<std::string_view, int>& counts) {
  return std::any_of(counts.begin(), counts.end(), [](const auto& entry) {
    return entry.first.starts_with("day to come") || entry.first.starts_with("month to come");
  });
}

int points(const Case& tried, const DayMention& report, std::span<const DayMention> mentions) {
  std::unordered_map<std::string_view, int> counts;
  std::unordered_set<int> years;
  for (const DayMention& mention : mentions) {
    years.insert(mention.day.year);
    if (const std::string_view sign = sign_of(mention, tried); !sign.empty()) ++counts[sign];
  }
  // Where the article looks ahead, other days to come don't speak against the year.
  if (looks_ahead(counts)) {
    for (std::string_view sign :
         {"month after", "month long after", "day after", "day month after", "day long after"})
      counts.erase(sign);
  }
  int sum = points_of("base");
  for (const auto& [sign, count] : counts)
    sum += points_of(sign) * (count == 1 ? 2 : count == 2 ? 3 : 4) / 2;
  if (years.contains(tried.report.year - 1)) sum += points_of("previous year named");
  if (years.size() >= 3) sum += points_of("many years named");
  if (years.size() == 1 && mentions.size() >= 2 && report.cue >= DayCue::part_of_day)
    sum += points_of("one year twice");
  if (report.cue == DayCue::today) sum += points_of("cue today");
  if (tried.trial) sum += points_of("trial told");
  if (report.paragraph > 1) sum += points_of("cue far");
  return sum;
}

// The latest year that the report can be of if what is to come is still to come.
int latest_year(const DayMention& mention, Day report) {
  if (!mention.future || mention.day.month == 0) return mention.day.year;
  const Day day = latest_day(mention.day), same_year{day.year, report.month, report.day};
  return is_valid(day) && is_valid(same_year) && same_year > day ? day.year - 1 : day.year;
}

// "Hội Mây năm 2017 sẽ mở vào ngày 9/2": year and day of one date.
bool names_day_of_year(const DayMention& year, const DayMention& day) {
  constexpr size_t kReachBytes = 48;
  return year.day.month == 0 && day.day.year == 0 && day.day.day > 0 && day.cue == DayCue::day &&
         year.paragraph == day.paragraph && day.begin - year.begin <= kReachBytes;
}

// The mentions that tell of years: no spans, and from October on no plans for the next year.
std::vector<DayMention> telling(std::span<const DayMention> mentions, const DayMention& report) {
  std::unordered_set<int> years;
  for (const DayMention& mention : mentions) {
    if (!mention.span) years.insert(mention.day.year);
  }
  std::vector<DayMention> out;
  for (const DayMention& mention : mentions) {
    if (mention.day.year == 0 || mention.span || &mention == &report) continue;
    const size_t next = static_cast<size_t>(&mention - mentions.data()) + 1;
    if (next < mentions.size() && names_day_of_year(mention, mentions[next])) {
      DayMention joined = mentions[next];
      joined.day.year = mention.day.year;
      out.push_back(joined);
    }
    const bool plan = mention.sign == YearSign::plan && report.day.month >= kFirstPlanMonth;
    if (!(plan && years.contains(mention.day.year - 1))) out.push_back(mention);
  }
  return out;
}

}  // namespace

int year_of_report(const DayMention& report, std::span<const DayMention> mentions,
                   size_t title_paragraph, bool trial) {
  const std::vector<DayMention> years = telling(mentions, report);
  int latest = 0;
  for (const DayMention& mention : years)
    latest = std::max(latest, latest_year(mention, report.day));
  const Case tried{.report = {latest, report.day.month, report.day.day},
                   .title_paragraph = title_paragraph,
                   .trial = trial};
  return latest > 0 && is_valid(tried.report) && points(tried, report, years) >= kEnough ? latest
                                                                                         : 0;
}

}  // namespace khobao::read
