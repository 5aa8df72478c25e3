#pragma once
/// The ways to write a word of the query, put together from the ways to write its pieces.
///
///   hđnd        typed "hđnd", equivalent "hội đồng nhân dân"    ->  hđnd | hội+đồng+nhân+dân
///   bao cao     readings báo, bao and cáo                       ->  báo+cáo | bao+cáo
#include <string>
#include <vector>

#include "searcher/query/plan.h"

namespace khobao::query {

/// The words [begin, end) of a query, written as `terms`.
struct Piece {
  size_t begin = 0, end = 0;
  std::vector<std::string> terms;
  double weight = 1;
};

/// More forms of one word are not looked for.
inline constexpr size_t kMaxForms = 64;

/// Longer words and phrases are looked for as typed, or as they are likeliest read.
inline constexpr size_t kLongestVaried = 24;

/// Every way to cover the words [begin, end) with pieces side by side, likeliest first, without
/// repeats; the kMaxForms likeliest. Pieces that reach outside are passed over. Empty where the
/// pieces leave a word out. Of more than kLongestVaried words only the first piece at each place
/// counts.
std::vector<Form> forms_of(const std::vector<Piece>& pieces, size_t begin, size_t end);

}  // namespace khobao::query
