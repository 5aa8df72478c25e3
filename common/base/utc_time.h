#pragma once
#include <ctime>
#include <string>

namespace khobao {

/// "2026-11-22T01:30:11Z".
std::string utc_text(std::time_t time);

/// "2026-11-22", the day that it is then in Vietnam, seven hours ahead of UTC all year.
std::string vietnamese_day(std::time_t time);

/// "2026-11-22 08:30", the minute that it then is in Vietnam, of "2026-11-22T01:30:11Z"; anything else
/// stays as it is.
std::string vietnamese_minute(const std::string& utc);

}  // namespace khobao
