#pragma once
/// The day of an article that prints no date line, worked out from its text.
///
///   "Sáng nay (1/7), …" and "6 tháng cuối năm 2020" further on   -> 2020-07-01
///   "VHO - Sáng 16.12, tại Huế …" and "năm 2024"                 -> 2024-12-16
///   "Ngày 9/6, …" and "cuối tháng 4/2017"                        -> 2017-06-09
///   "Tối 28/4, …" and no year, or years of history alone         -> none
///   "đến ngày 10.4, các xã đã …"                                 -> none
/// A wrong day is worse than none: the year must be printed for the time of the report.
#include <optional>
#include <span>
#include <string_view>

#include "common/text/dates/calendar.h"

namespace khobao::read {

struct Dateline {
  text::Day day;
  bool year_from_receipt = false;  ///< the text names no year; `received` decided it
};

/// `title`: may name the year too. `received`: the last day that the article can be of, year 0
/// where unknown; it then also decides the year where the text names none.
std::optional<Dateline> read_dateline(std::string_view title,
                                      std::span<const std::string_view> paragraphs,
                                      text::Day received);

}  // namespace khobao::read
