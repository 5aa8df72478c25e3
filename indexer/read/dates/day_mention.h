#pragma once
/// The days, months and years that running text names, with the words around that say what they
/// are: the raw material of datelines.
///
///   "Sáng nay (1/7), …"      -> day 1/7, cue today          "Sáng 16.12, tại Huế" -> day 16/12,
///   part of day "ngày 28/4/2025"         -> day 28/4/2025, cue day      "từ tháng 9.2024"     ->
///   month 9/2024 "năm 2024", "World Cup 2026" -> year                    "2021-2026", "đến năm
///   2030" -> a span, a goal
#include <string_view>
#include <vector>

#include "common/text/dates/calendar.h"

namespace khobao::read {

/// The word in front of a day that says how it relates to the report, weakest first.
enum class DayCue : unsigned char {
  none,
  day,          ///< "ngày"
  part_of_day,  ///< "sáng", "chiều", "rạng sáng"
  yesterday,    ///< "hôm qua (30/6)"
  today,        ///< "hôm nay (1/7)", "sáng nay, 1/7"
};

/// What the words in front of a year or month say of it; see data/day_cues.tsv.
enum class YearSign : unsigned char { none, now, plan, weak, recent, early };

struct DayMention {
  text::Day day;  ///< day 0: a month; month 0 too: a year alone
  DayCue cue = DayCue::none;
  bool opens_sentence = false;  ///< nothing but the cue stands in front of it in its sentence
  bool bounded = false;  ///< "đến", "trước", "từ", "dự kiến", "sẽ": no day of the report
  bool future = false;  ///< its sentence says "sẽ" or "dự kiến" close by
  bool span = false;  ///< part of "2021-2026" or after "đến năm", "giai đoạn", "nhiệm kỳ"
  YearSign sign = YearSign::none;  ///< of a year or month
  bool named = false;              ///< a year in a name: "Hội Gióng 2017"
  bool past = false;       ///< words of what lies back stand in front: "trước đó", "từng"
  bool document = false;   ///< dates a document: "Nghị quyết … ngày 16/5/2016"
  bool last_year = false;  ///< "năm ngoái" beside it: the report is of the year after
  bool since = false;      ///< "từ tháng 9.2024 đến nay"
  bool event = false;      ///< of an event that the text names without its day (dated_event.h)
  int weekday = -1;        ///< in front of a day: 0 Monday to 6 Sunday
  size_t paragraph = 0;
  size_t begin = 0;  ///< byte in that paragraph
};

/// Appends what `text`, the article's paragraph number `paragraph`, names. Linear.
void find_days(std::string_view text, size_t paragraph, std::vector<DayMention>& out);

/// True where the text has words of a trial ("bị cáo", "cáo trạng").
bool tells_trial(std::string_view text);

}  // namespace khobao::read
