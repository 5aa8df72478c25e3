#pragma once
/// Little-endian base-128 numbers, as in many storage formats: seven bits a byte, the high bit set
/// on all bytes but the last.
#include <cstdint>
#include <string>
#include <string_view>

namespace khobao::archive {

inline void put_varint(std::string& out, uint64_t value) {
  while (value >= 0x80) {
    out += static_cast<char>(value | 0x80);
    value >>= 7;
  }
  out += static_cast<char>(value);
}

/// Reads a number from the front of `in` and removes it; false where `in` ends too early or the
/// number does not fit.
inline bool take_varint(std::string_view& in, uint64_t& value) {
  value = 0;
  for (int shift = 0; shift < 64 && !in.empty(); shift += 7) {
    const auto byte = static_cast<unsigned char>(in.front());
    in.remove_prefix(1);
    value |= static_cast<uint64_t>(byte & 0x7F) << shift;
    if (byte < 0x80) return true;
  }
  return false;
}

inline void put_string(std::string& out, std::string_view s) {
  put_varint(out, s.size());
  out += s;
}

inline bool take_string(std::string_view& in, std::string_view& s) {
  uint64_t size = 0;
  if (!take_varint(in, size) || size > in.size()) return false;
  s = in.substr(0, size);
  in.remove_prefix(size);
  return true;
}

}  // namespace khobao::archive
