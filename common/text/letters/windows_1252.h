#pragma once
/// The signs of windows-1252, as the WHATWG Encoding Standard has them: bytes 80 to 9F where Latin-1
/// has none; the five that it leaves open stand for themselves.
#include <array>

namespace khobao::text {

inline constexpr std::array<char16_t, 32> kWindows1252Signs = {
    0x20AC, 0x81,   0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021, 0x2C6,  0x2030, 0x160,
    0x2039, 0x152,  0x8D,   0x17D,  0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0x9D,   0x17E,  0x178};

inline constexpr char16_t from_windows_1252(unsigned char byte) {
  return byte >= 0x80 && byte < 0xA0 ? kWindows1252Signs[byte - 0x80] : byte;
}

}  // namespace khobao::text
