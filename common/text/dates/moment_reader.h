#pragma once
/// A day with its time and zone, as metadata and date lines state it.
#include <optional>
#include <string_view>

#include "common/text/dates/calendar.h"

namespace khobao::text {

struct ByteSpan {
  size_t begin = 0, end = 0;  ///< half open; 0, 0 where nothing was found
};

struct FoundMoment {
  Moment moment;
  ByteSpan date, time;
};

/// The first full date of `text` and the first time outside of it, converted from its zone where
/// one is printed after the time with a sign or as "Z".
std::optional<FoundMoment> find_moment(std::string_view text, bool short_years = false);

/// What metadata state: ISO 8601 in its long and its compact form, RFC 2822, Unix time in seconds,
/// milli- or microseconds, with or without a fraction, .NET's "/Date(…)/", or any form above. Other
/// zones are converted; a time without one is Vietnamese. Nothing but a date may stand there: at
/// most 120 bytes.
std::optional<Moment> read_moment(std::string_view text);

}  // namespace khobao::text
