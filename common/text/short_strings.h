#pragma once
/// Comparing and hashing what is mostly shorter than sixteen bytes, as words are: without a call, and
/// without a loop over bytes.
#include <cstdint>
#include <string_view>

namespace khobao::text {

namespace short_string {

template <class Number>
uint64_t load(const char* from) {
  Number number;
  __builtin_memcpy(&number, from, sizeof number);
  return number;
}

/// All bytes of up to sixteen, in two numbers that overlap.
struct Halves {
  uint64_t first = 0, last = 0;
};

inline Halves halves(std::string_view s) {
  const char* const begin = s.data();
  const char* const end = begin + s.size();
  if (s.size() >= 8) return {load<uint64_t>(begin), load<uint64_t>(end - 8)};
  if (s.size() >= 4) return {load<uint32_t>(begin), load<uint32_t>(end - 4)};
  if (s.size() >= 2) return {load<uint16_t>(begin), load<uint16_t>(end - 2)};
  return {s.empty() ? 0 : load<uint8_t>(begin), 0};
}

}  // namespace short_string

inline bool same_word(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  if (a.size() > 16) return a == b;
  const short_string::Halves x = short_string::halves(a), y = short_string::halves(b);
  return ((x.first ^ y.first) | (x.last ^ y.last)) == 0;
}

/// For tables in memory alone: another version may hash otherwise. What is kept in files is hashed by
/// hash_word() (word_cache.h).
inline uint32_t quick_hash(std::string_view s) {
  constexpr uint64_t kFactor = 0x9E3779B97F4A7C15;  // 2^64 over the golden ratio
  uint64_t hash = s.size();
  for (; s.size() > 16; s.remove_prefix(8)) {
    hash = (hash ^ short_string::load<uint64_t>(s.data())) * kFactor;
    hash ^= hash >> 32;
  }
  const short_string::Halves x = short_string::halves(s);
  hash = (hash ^ x.first) * kFactor;
  hash = (hash ^ hash >> 32 ^ x.last) * kFactor;
  return static_cast<uint32_t>(hash >> 32);
}

}  // namespace khobao::text
