#pragma once
/// Files of 32-bit numbers, little-endian, that are read where they are mapped.
#include <bit>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace khobao::archive {

static_assert(std::endian::native == std::endian::little, "number files are read as they lie");

/// The numbers of a mapped file; none where its length is not a multiple of theirs.
inline std::span<const uint32_t> numbers_in(std::string_view mapped) {
  if (mapped.size() % sizeof(uint32_t) != 0) return {};
  return {reinterpret_cast<const uint32_t*>(mapped.data()), mapped.size() / sizeof(uint32_t)};
}

inline void append_numbers(std::span<const uint32_t> numbers, std::string& to) {
  to.append(reinterpret_cast<const char*>(numbers.data()), numbers.size_bytes());
}

}  // namespace khobao::archive
