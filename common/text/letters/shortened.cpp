#include "common/text/letters/shortened.h"

namespace khobao::text {

std::string shortened(std::string_view s) {
  constexpr size_t kMostBytes = 100;
  if (s.size() <= kMostBytes) return std::string(s);
  size_t end = kMostBytes;
  while (end > 0 && (static_cast<unsigned char>(s[end]) & 0xC0) == 0x80) --end;
  return std::string(s.substr(0, end)) + "…";
}

}  // namespace khobao::text
