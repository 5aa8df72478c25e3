#include "common/base/utc_time.h"

namespace khobao {

std::string utc_text(std::time_t time) {
  std::tm parts{};
  gmtime_r(&time, &parts);
  char text[32];
  std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
  return text;
}

namespace {
constexpr std::time_t kAheadSeconds = std::time_t{7} * 3600;
}

std::string vietnamese_day(std::time_t time) {
  constexpr size_t kDayChars = 10;
  return utc_text(time + kAheadSeconds).substr(0, kDayChars);
}

std::string vietnamese_minute(const std::string& utc) {
  std::tm parts{};
  const char* const end = strptime(utc.c_str(), "%Y-%m-%dT%H:%M:%SZ", &parts);
  if (end == nullptr || *end != '\0') return utc;
  constexpr size_t kDayChars = 10, kMinuteChars = 16;
  std::string text = utc_text(timegm(&parts) + kAheadSeconds).substr(0, kMinuteChars);
  text[kDayChars] = ' ';
  return text;
}

}  // namespace khobao
