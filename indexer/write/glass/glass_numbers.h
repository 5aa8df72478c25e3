#pragma once
/// How keys of a Xapian database are made of numbers and terms, so that they sort as bytes. What
/// else stands in it are the base-128 numbers of varint.h.
#include <bit>
#include <cstdint>
#include <string>
#include <string_view>

namespace khobao::write::glass {

/// Two bytes below 2^15; above, the first byte has as many leading ones as bytes follow, less one.
inline void put_sortable(std::string& out, uint32_t number) {
  if (number < 0x8000) {
    out += static_cast<char>(number >> 8);
    out += static_cast<char>(number & 0xFF);
    return;
  }
  const int bytes = (32 + 5 - std::countl_zero(number)) / 7;
  const uint32_t ones = 0xFFU << (10 - bytes) & 0xFF;
  const auto byte = [&](int i) { return i < 4 ? number >> (8 * i) & 0xFF : 0; };
  out += static_cast<char>(ones | byte(bytes - 1));
  for (int i = bytes - 2; i >= 0; --i) out += static_cast<char>(byte(i));
}

/// Reads such a number from the front of `in` and removes it; false where there is none.
inline bool take_sortable(std::string_view& in, uint32_t& number) {
  const auto byte = [&](size_t i) { return static_cast<unsigned char>(in[i]); };
  if (in.empty() || byte(0) == 0xFF) return false;
  const size_t more = byte(0) < 0x80 ? 1 : static_cast<size_t>(std::countl_one(byte(0))) + 1;
  if (in.size() <= more) return false;
  uint64_t all = byte(0) < 0x80 ? byte(0) : byte(0) & (0xFFU >> (more - 1));
  for (size_t i = 1; i <= more; ++i) all = all << 8 | byte(i);
  in.remove_prefix(more + 1);
  number = static_cast<uint32_t>(all);
  return all <= UINT32_MAX;
}

/// A term as the key of its first postings: a zero in it is followed by FF.
inline void put_term(std::string& out, std::string_view term) {
  for (size_t zero = term.find('\0'); zero != std::string_view::npos; zero = term.find('\0')) {
    out.append(term, 0, zero + 1);
    out += '\xFF';
    term.remove_prefix(zero + 1);
  }
  out += term;
}

}  // namespace khobao::write::glass
