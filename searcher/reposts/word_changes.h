#pragma once
/// Which words two sentences share, in their order.
///
///   Cầu dài 412 m, xây hai năm.
///   Cầu mới dài 412 mét, xây hai năm.    shared: cầu dài 412 xây hai năm
#include <cstddef>
#include <utility>
#include <vector>

#include "common/text/token.h"

namespace khobao::reposts {

using Words = std::vector<text::Token>;

/// The places, in `a` and in `b`, of the words of a longest common subsequence; ascending. Of texts
/// of more than kMostWords words only the first ones are compared.
std::vector<std::pair<size_t, size_t>> shared_words(const Words& a, const Words& b);

inline constexpr size_t kMostWords = 2000;

/// What `a` and `b` share, 0 to 1: twice the shared words over all words.
double likeness_of(const Words& a, const Words& b);

}  // namespace khobao::reposts
