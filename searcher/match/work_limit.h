#pragma once
#include <cstddef>
#include <cstdint>

namespace khobao::match {

/// How much reading one request may cost. Phrases, NEAR and the like are told from token streams,
/// and the widest queries that the grammar allows would read for a minute: where the work is used
/// up, the articles left are not read and count as no match, and the answer says so. Work is
/// counted, not timed, so that a query gets the same answer on every machine.
struct WorkLimit {
  /// Places looked at or compared; some 150 million a second on a core of 2 GHz. The widest query
  /// that people type ('và NEAR/3 của', 35,033 articles) takes 15 million.
  uint64_t left = 150'000'000;
  size_t unread = 0;    ///< articles that might match and were not read
  size_t possible = 0;  ///< articles that had to be read

  void spend(uint64_t work) { left -= work < left ? work : left; }
  bool spent() const { return left == 0; }
};

}  // namespace khobao::match
