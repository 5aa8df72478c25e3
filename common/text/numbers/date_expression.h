#pragma once
/// Dates in figures, as tokens (token.h). Which day an article appeared is for indexer/read.
///
///   02/07/2020, 2-7-2020, 2.7.2020      -> date 2/7/2020 over 2/7, 2020
///   7/2020; 7.2020, 7-2020 after tháng  -> date 7/2020 over 7, 2020
///   22,23/7/2020; 21, 22,23/7/2020; 22-23/7/2020
///                                       -> a date for each day named, with that day's fraction
///   22-23/7; 16.12, 30-6, 23,24/6 after ngày, sáng, tối …
///                                       -> fractions 22/7, 23/7; 16/12, 30/6, 23/6, 24/6
///   4/5/20                              -> fraction 4/5; the short year stays a number
///   4/2016 after quý                    -> numbers 4, 2016: a quarter is no month
#include <cstdint>
#include <string_view>
#include <vector>

#include "common/text/token.h"

namespace khobao::text {

/// What the word before a number says of it.
enum class DateCue : uint8_t {
  none,
  day,      ///< ngày, sáng, chiều, hôm …: a day of a month follows
  month,    ///< tháng
  quarter,  ///< quý
  weekday,  ///< thứ: in "thứ 5, 02/07/2020" five is no day of July
};

DateCue date_cue(std::string_view term);

/// The same of a word of a query, whose accents may be missing.
DateCue typed_date_cue(std::string_view term);

/// Reads the date or the list of days that begins with the digits at `pos`, appending its tokens,
/// and returns where it ends; `pos` where none begins there.
size_t read_date(std::string_view text, size_t pos, DateCue cue, std::vector<Token>& out);

}  // namespace khobao::text
