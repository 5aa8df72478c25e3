#include "indexer/read/dates/dateline.h"

#include <algorithm>
#include <vector>

#include "indexer/read/dates/day_mention.h"
#include "indexer/read/dates/year_evidence.h"

namespace khobao::read {
namespace {

using text::Day;
using text::day_of_number;

constexpr size_t kLedeParagraphs = 2;
constexpr size_t kOpeningBytes = 200;  // of a paragraph: its first words
constexpr size_t kLedeBytes = 420;
constexpr long kLaterReportDays = 3;  // a report may name its own day after the event's
constexpr long kLaterDays = 20;
constexpr int kFirstReportYear = 1990;  // of a text that has lost its date line

// How surely a day in the text is the day of the report; 0 where it is not. Counted in dated
// articles: after "hôm nay" it is the day of publication nine times of ten, in the opening words
// of the lede that day or the one before as often, further on one time of two.
int strength(const DayMention& mention) {
  if (mention.day.day == 0) return 0;
  if (mention.cue == DayCue::today) return 6;
  if (mention.bounded) return 0;
  if (mention.cue == DayCue::yesterday) return 5;
  const bool lede = mention.paragraph < kLedeParagraphs;
  const bool cued = mention.cue == DayCue::part_of_day || mention.cue == DayCue::day;
  if (lede && cued && mention.opens_sentence && mention.begin < kOpeningBytes) return 4;
  if (lede && cued && mention.begin < kOpeningBytes) return 3;
  if (mention.cue != DayCue::part_of_day) return 0;
  if (lede && mention.begin < kLedeBytes) return 2;
  return mention.opens_sentence ? 1 : 0;
}

const DayMention* best_mention(const std::vector<DayMention>& mentions, size_t title_paragraph) {
  const DayMention* best = nullptr;
  for (const DayMention& mention : mentions) {
    if (mention.paragraph == title_paragraph) continue;
    if (strength(mention) > (best == nullptr ? 0 : strength(*best))) best = &mention;
  }
  return best;
}

bool is_in_first_sentence(std::string_view paragraph, size_t pos) {
  const size_t end = paragraph.find(". ");
  return end == std::string_view::npos || pos < end;
}

// A printed year makes the day history unless it stands where a dateline does: "Chiều 16/6/2017, …"
// at the opening of the lede, a full date in the first sentence of all, or "hôm nay". Nothing later
// may be told, and it is no document's date, nor one of what went before.
bool is_full_dateline(const DayMention& report, const std::vector<DayMention>& mentions,
                      std::span<const std::string_view> paragraphs, bool trial) {
  if (report.cue == DayCue::today) return true;
  // Of trials the day of the crime is told, and full days long ago are history.
  if (report.cue != DayCue::part_of_day && trial) return false;
  if (report.day.year < kFirstReportYear) return false;
  if (report.paragraph >= kLedeParagraphs || report.document || report.past) return false;
  const bool first_sentence = is_in_first_sentence(paragraphs[report.paragraph], report.begin);
  if (!first_sentence || !(report.opens_sentence || report.paragraph == 0)) return false;
  return std::none_of(mentions.begin(), mentions.end(), [&](const DayMention& m) {
    if (m.day.year == 0 || m.span || m.bounded) return false;
    if (m.day.year > report.day.year) return true;
    return m.day.day > 0 && day_number(m.day) > day_number(report.day) + kLaterDays;
  });
}

// The event's day may stand in front of the report's: "ngày 17/5 … Sáng 18/5 (giờ Việt Nam)".
Day latest_of_report(Day day, const std::vector<DayMention>& mentions) {
  Day latest = day;
  for (const DayMention& mention : mentions) {
    if (mention.day.day == 0 || mention.bounded || mention.cue < DayCue::part_of_day ||
        mention.day.year != 0)
      continue;
    const Day other{day.year, mention.day.month, mention.day.day};
    if (!is_valid(other)) continue;
    const long later = day_number(other) - day_number(latest);
    if (later > 0 && later <= kLaterReportDays) latest = other;
  }
  return latest;
}

int year_by_received(Day day, Day received) {
  if (received.year == 0) return 0;
  const Day same_year{received.year, day.month, day.day};
  return same_year <= received ? received.year : received.year - 1;
}

}  // namespace

std::optional<Dateline> read_dateline(std::string_view title,
                                      std::span<const std::string_view> paragraphs, Day received) {
  std::vector<DayMention> mentions;
  for (size_t i = 0; i < paragraphs.size(); ++i) find_days(paragraphs[i], i, mentions);
  const size_t title_paragraph = paragraphs.size();
  find_days(title, title_paragraph, mentions);
  const DayMention* report = best_mention(mentions, title_paragraph);
  if (report == nullptr) return std::nullopt;
  const bool trial = std::any_of(paragraphs.begin(), paragraphs.end(), tells_trial);
  Day day = report->day;
  bool year_from_receipt = false;
  if (day.year > 0) {
    if (!is_full_dateline(*report, mentions, paragraphs, trial)) return std::nullopt;
  } else {
    day.year = year_of_report(*report, mentions, title_paragraph, trial);
    if (day.year == 0) {
      day.year = year_by_received(day, received);
      year_from_receipt = true;
    }
    if (day.year == 0 || !is_valid(day)) return std::nullopt;
  }
  if (report->cue == DayCue::yesterday) day = day_of_number(day_number(day) + 1);
  if (report->cue < DayCue::yesterday && report->day.year == 0)
    day = latest_of_report(day, mentions);
  if (received.year > 0 && day > received) return std::nullopt;
  return Dateline{day, year_from_receipt};
}

}  // namespace khobao::read
