#pragma once
/// The arithmetic that features share.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>

#include "searcher/rank/rarity.h"

namespace khobao::rank {

/// Title and first words of the body: what an article is about stands there.
inline constexpr uint32_t kLedeWords = 80;

/// Share of the rarity in the archive beside that among the candidates: without it, a query whose
/// words all candidates hold would have no evidence left.
inline constexpr double kArchiveShare = 0.25;

/// BM25's saturation with k1 1.2, without and with length (b 0.75; 1 is the mean).
inline double saturated(double count) { return count * 2.2 / (count + 1.2); }
inline double saturated(double count, double length) {
  return count * 2.2 / (count + 1.2 * (0.25 + 0.75 * length));
}

/// Ten times the part of a whole.
inline double share(double part, double whole) { return whole > 0 ? 10 * part / whole : 0; }

/// How telling a word is that this many of the candidates hold.
inline double rarity(size_t holders, size_t candidates) {
  return rarity_among(static_cast<double>(candidates), static_cast<double>(holders));
}

}  // namespace khobao::rank
