#include "searcher/match/run_finder.h"

#include <algorithm>
#include <bit>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace khobao::match {
namespace {

constexpr size_t kUnitBytes = sizeof(uint16_t);

uint16_t unit_of(const char* place) {
  const auto* bytes = reinterpret_cast<const unsigned char*>(place);
  return static_cast<uint16_t>(bytes[0] | bytes[1] << 8);
}

}  // namespace

// Words are numbered by how common they are: the pair with the rarest words is seldom found in vain.
RunFinder::RunFinder(std::vector<uint16_t> units) : units_(std::move(units)) {
  uint64_t rarest = 0;
  for (size_t i = 0; i + 1 < units_.size(); ++i) {
    const uint64_t rare = uint64_t{units_[i]} * units_[i + 1];
    if (rare > rarest) {
      rarest = rare;
      first_ = i;
    }
  }
}

// Whether all stand there, from the first one on.
bool RunFinder::at(const char* place) const {
  for (size_t i = 0; i < units_.size(); ++i) {
    if (unit_of(place + i * kUnitBytes) != units_[i]) return false;
  }
  return true;
}

bool RunFinder::in(const archive::StreamView& stream) const {
  const size_t length = units_.size();
  if (stream.units < length) return false;
  const size_t starts = stream.units - length + 1;
  // Of the run that starts at 0.
  const char* const begin = stream.elements;
  const char* const first = begin + first_ * kUnitBytes;
  const bool two = length > 1;
  size_t start = 0;
#ifdef __SSE2__
  constexpr size_t kAtOnce = sizeof(__m128i) / kUnitBytes;
  const auto load = [](const char* from) {
    return _mm_loadu_si128(reinterpret_cast<const __m128i*>(from));
  };
  const __m128i wanted = _mm_set1_epi16(static_cast<short>(units_[first_]));
  const __m128i next = _mm_set1_epi16(static_cast<short>(units_[two ? first_ + 1 : first_]));
  for (; start + kAtOnce <= starts; start += kAtOnce) {
    const char* const from = first + start * kUnitBytes;
    __m128i same = _mm_cmpeq_epi16(load(from), wanted);
    if (two) same = _mm_and_si128(same, _mm_cmpeq_epi16(load(from + kUnitBytes), next));
    auto found = static_cast<unsigned>(_mm_movemask_epi8(same));
    while (found != 0) {
      const auto bit = static_cast<unsigned>(std::countr_zero(found));
      if (length <= 2 || at(begin + start * kUnitBytes + bit)) return true;
      found &= ~(3u << bit);
    }
  }
#endif
  for (; start < starts; ++start) {
    if (unit_of(first + start * kUnitBytes) == units_[first_] && at(begin + start * kUnitBytes))
      return true;
  }
  return false;
}

}  // namespace khobao::match
