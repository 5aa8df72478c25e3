#pragma once
/// A one-byte code with, for VNI and Vietware X, two-byte letters besides, as the build lays it out
/// (tables/read_images.h) and it is read in place: a Head, then a Row for each byte that may have a
/// mark behind it.
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "common/text/letters/utf8.h"

namespace khobao::read {

class CharsetTable {
 public:
  struct Head {
    std::array<char32_t, 256> single = {};
    std::array<unsigned char, 256> row = {};  ///< from 1; 0: nothing goes with a mark
  };
  using Row = std::array<char32_t, 128>;  ///< by mark; 0: the two bytes are no letter

  /// Marks are bytes from 0x80; those below share a place that stays empty.
  static constexpr size_t place_of(unsigned mark) { return mark >= 0x80 ? mark - 0x80 : 0; }

  /// `image`: at an address that is a multiple of four; it must outlive the table.
  CharsetTable(const char* image)
      : head_(*reinterpret_cast<const Head*>(image)),
        rows_(reinterpret_cast<const Row*>(image + sizeof(Head))) {}

  std::string decode(std::string_view bytes) const {
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 2);
    for (size_t pos = 0; pos < bytes.size(); ++pos) {
      const auto lead = static_cast<unsigned char>(bytes[pos]);
      const unsigned char row = head_.row[lead];
      const char32_t pair =
          row > 0 && pos + 1 < bytes.size()
              ? rows_[row - 1][place_of(static_cast<unsigned char>(bytes[pos + 1]))]
              : 0;
      if (pair != 0) ++pos;
      text::append_code_point(out, pair != 0 ? pair : head_.single[lead]);
    }
    return out;
  }

 private:
  const Head& head_;
  const Row* rows_;
};

}  // namespace khobao::read
