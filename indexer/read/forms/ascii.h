#pragma once
/// What markup and file names call letters and spaces: those of ASCII.
#include <string>
#include <string_view>

namespace khobao::read {

inline bool is_ascii_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

/// The capitals of ASCII made small; every other byte stays.
inline std::string lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return out;
}

}  // namespace khobao::read
