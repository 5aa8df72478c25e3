#pragma once
#include <string_view>

namespace khobao::text {

/// What some editors write at the head of a UTF-8 file.
inline constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";

constexpr std::string_view without_utf8_mark(std::string_view bytes) {
  if (bytes.starts_with(kUtf8Mark)) bytes.remove_prefix(kUtf8Mark.size());
  return bytes;
}

}  // namespace khobao::text
