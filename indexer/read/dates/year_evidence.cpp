#include "indexer/read/dates/year_evidence.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "common/base/row_table.h"

extern "C" {
extern const char khobao_year_points_begin[];
extern const char khobao_year_points_end[];
}

namespace khobao::read {
namespace {

using text::Day;

// From here on the year is right in nine of ten articles that get one, in halves of the corpus that
// the points were not fitted to (tests/bench/README.md).
constexpr int kEnough = 90;
constexpr int kFirstPlanMonth = 10;  // from October on plans are for the next year
constexpr int kLastSpringMonth = 6;  // to here "đầu năm" is hardly past
constexpr long kFarDays = 330;
constexpr long kSameDays = 3;  // a report's own days may lie this far after its first

int points_of(std::string_view sign) {
  const std::string_view row =
      RowTable(khobao_year_points_begin, khobao_year_points_end).texts(sign).front();
  int points = 0;
  std::from_chars(row.data(), row.data() + row.size(), points);
  return points;
}

struct Case {
  Day report;               // with the year that is tried
  bool behind_all = false;  // it lies after all years that are named
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

std::string_view sign_of_event(long days) {
  if (days < -60 || days > 400) return {};
  if (days < -kSameDays) return "event after";
  if (days <= 40) return "event near";
  return days <= 100 ? "event quarter before" : "event before";
}

// One sign of three: as it stands, with a bound in front, of a document.
struct DaySigns {
  std::string_view plain, bounded, document;
};

std::string_view sign_of_day(const DayMention& mention, Day report) {
  const long days = day_number(report) - day_number(mention.day);
  if (mention.event) return sign_of_event(days);
  if (mention.day.year != report.year && (days <= 0 || days >= 70))
    return mention.day.year == report.year - 1 && days >= 70 ? "day of last year" : "";
  constexpr std::string_view kQuarter = "day quarter before";
  constexpr DaySigns kLongAfter{"day long after", "day long after bounded",
                                "day long after document"};
  constexpr DaySigns kMonthAfter{"day month after", "day month after bounded",
                                 "day month after document"};
  constexpr DaySigns kAfter{"day after", "day after bounded", "day after document"};
  constexpr DaySigns kNear{"day near", "day near bounded", "day near document"};
  constexpr DaySigns kMonth{"day month before", "day month before bounded",
                            "day month before document"};
  constexpr DaySigns kLong{"day long before", "day long before bounded",
                           "day long before document"};
  const DaySigns& signs = days < -45          ? kLongAfter
                          : days < -20        ? kMonthAfter
                          : days < -kSameDays ? kAfter
                          : days <= 12        ? kNear
                          : days <= 30        ? kMonth
                                              : kLong;
  if (days > 30 && days <= 90) return kQuarter;
  return mention.document ? signs.document : mention.bounded ? signs.bounded : signs.plain;
}

std::string_view sign_of_month(const DayMention& mention, Day report) {
  const int months = (report.year - mention.day.year) * 12 + report.month - mention.day.month;
  const bool recent = mention.sign == YearSign::recent;
  if (mention.since && months >= 0 && months <= 12) return "month since";
  if (mention.day.year != report.year && months > 2) {
    if (mention.day.year != report.year - 1) return {};
    return months <= 6 ? "month of last year half" : "month of last year";
  }
  if (months < -2) return "month long after";
  if (months < 0) return "month after";
  if (months == 0)
    return recent ? "month same recent" : mention.past ? "month same told" : "month same";
  if (months == 1)
    return recent ? "month last recent" : mention.past ? "month last told" : "month last";
  if (months <= 3) return recent ? "month quarter before recent" : "month quarter before";
  return "month long before";
}

std::string_view sign_of_year(const DayMention& mention, const Case& tried) {
  if (mention.day.year != tried.report.year) return {};
  if (mention.since) return "year since";
  const bool title = mention.paragraph == tried.title_paragraph, lede = mention.paragraph == 0;
  switch (mention.sign) {
    case YearSign::now: return "year now";
    case YearSign::plan: return "year plan";
    case YearSign::early:
      return tried.report.month <= kLastSpringMonth ? "year early in spring" : "year early";
    default: break;
  }
  if (mention.past) return "year told";
  if (mention.sign == YearSign::weak) return "year weak";
  if (mention.future) return "year to come";
  if (mention.named) return title ? "year named title" : lede ? "year named lede" : "year named";
  return title ? "year title" : lede ? "year lede" : "year";
}

std::string_view tried_sign(const DayMention& mention, const Case& tried) {
  if (mention.last_year && mention.day.year == tried.report.year - 1) return "last year said";
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

// "Thứ Năm, 2/7" and the like, with the year that is tried: all fit, all differ, or nothing is
// said.
std::string_view sign_of_weekdays(std::span<const DayMention> mentions, int year) {
  bool fits = false, differs = false;
  for (const DayMention& mention : mentions) {
    const Day day{year, mention.day.month, mention.day.day};
    if (mention.weekday < 0 || mention.day.year != 0 || !is_valid(day)) continue;
    const bool same = weekday_of(day) == mention.weekday;
    (same ? fits : differs) = true;
  }
  if (fits == differs) return {};
  return fits ? "weekday fits" : "weekday differs";
}

int points(const Case& tried, const DayMention& report, std::span<const DayMention> mentions,
           std::span<const DayMention> all) {
  std::unordered_map<std::string_view, int> counts;
  std::unordered_set<int> years;
  for (const DayMention& mention : mentions) {
    if (!mention.event) years.insert(mention.day.year);
    if (const std::string_view sign = tried_sign(mention, tried); !sign.empty()) ++counts[sign];
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
  if (years.size() == 1 && years.contains(tried.report.year) && mentions.size() >= 2 &&
      report.cue >= DayCue::part_of_day)
    sum += points_of("one year twice");
  if (report.cue == DayCue::today) sum += points_of("cue today");
  if (tried.trial) sum += points_of("trial told");
  if (report.paragraph > 1) sum += points_of("cue far");
  if (tried.behind_all) sum += points_of("year behind all");
  return sum + points_of(sign_of_weekdays(all, tried.report.year));
}

// The latest year that the report can be of if what is to come is still to come.
int latest_year(const DayMention& mention, Day report) {
  if (mention.last_year) return mention.day.year + 1;
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
  int latest = 0, latest_named = 0;
  for (const DayMention& mention : years) {
    latest = std::max(latest, latest_year(mention, report.day));
    if (!mention.event) latest_named = std::max(latest_named, mention.day.year);
  }
  if (latest == 0) return 0;
  // What lies after the report's day in that year and is not to come was in the year before.
  const bool next = std::any_of(years.begin(), years.end(), [&](const DayMention& mention) {
    const Day day = latest_day(mention.day), tried{latest, report.day.month, report.day.day};
    return mention.day.month > 0 && !mention.future && mention.day.year == latest &&
           is_valid(day) && is_valid(tried) && day_number(day) > day_number(tried) + kSameDays;
  });
  int best = 0, most = kEnough - 1;
  for (int year = latest; year <= latest + next; ++year) {
    const Case tried{.report = {year, report.day.month, report.day.day},
                     .behind_all = year > latest_named,
                     .title_paragraph = title_paragraph,
                     .trial = trial};
    if (!is_valid(tried.report)) continue;
    const int sum = points(tried, report, years, mentions);
    if (sum > most) most = sum, best = year;
  }
  return best;
}

}  // namespace khobao::read
