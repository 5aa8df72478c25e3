#include "common/base/utc_time.h"

namespace khobao {

std::string utc_text(std::time_t time) {
  std::tm parts{};
  gmtime_r(&time, &parts);
  char text[32];
  std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
  return text;
}

std::string vietnamese_day(std::time_t time) {
  constexpr std::time_t kAheadSeconds = std::time_t{7} * 3600;
  constexpr size_t kDayChars = 10;
  return utc_text(time + kAheadSeconds).substr(0, kDayChars);
}

}  // namespace khobao
