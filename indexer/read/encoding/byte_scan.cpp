#include "indexer/read/encoding/byte_scan.h"

#include <algorithm>
#include <cstdint>

namespace khobao::read {
namespace {

// What a byte and the two after it show. Characters that are in NFC whatever stands around them,
// as long as no combining mark does: ASCII, U+00A0 to U+01BF (leads C2 to C6), U+1E80 to U+1EFF (E1
// BA and E1 BB), and the punctuation of U+2000 to U+203F (E2 80) but for U+2000, U+2001 (not NFC)
// and U+2028, U+2029 (line ends).
struct Flags {
  uint8_t non_ascii = 0, vietnamese = 0, twice = 0, care = 0;

  void see(uint8_t byte, uint8_t next, uint8_t third) {
    const uint8_t is_vietnamese = (byte == 0xE1) & ((next == 0xBA) | (next == 0xBB));
    const uint8_t is_punctuation = (byte == 0xE2) & (next == 0x80) & (third != 0x80) &
                                   (third != 0x81) & (third != 0xA8) & (third != 0xA9);
    const uint8_t is_control = ((byte < 0x20) & (byte != '\n') & (byte != '\t')) | (byte == 0x7F) |
                               ((byte == 0xC2) & (next < 0xA0));
    non_ascii |= byte >= 0x80;
    vietnamese |= is_vietnamese;
    twice |= (byte == 0xA1) & (next == 0xC2) & ((third == 0xBA) | (third == 0xBB));  // after C3
    care |= is_control | ((byte >= 0xC7) & (is_vietnamese == 0) & (is_punctuation == 0));
  }
};

}  // namespace

ByteScan scan_utf8(std::string_view utf8) {
  const auto* bytes = reinterpret_cast<const uint8_t*>(utf8.data());
  const size_t size = utf8.size();
  Flags flags;
  const size_t whole = size < 2 ? 0 : size - 2;
  for (size_t i = 0; i < whole; ++i) flags.see(bytes[i], bytes[i + 1], bytes[i + 2]);
  for (size_t i = whole; i < size; ++i) {
    flags.see(bytes[i], i + 1 < size ? bytes[i + 1] : 0, i + 2 < size ? bytes[i + 2] : 0);
  }
  return {.non_ascii = flags.non_ascii != 0,
          .vietnamese = flags.vietnamese != 0,
          .utf8_twice = flags.twice != 0,
          .needs_care = flags.care != 0};
}

}  // namespace khobao::read
