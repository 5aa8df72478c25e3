#pragma once
#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace khobao::match {

/// How much work one request may cost: reading the postings of its words, reading token streams (by
/// which phrases, NEAR and the like are told) and comparing places in them. The widest queries that
/// the grammar allows would take a minute: where the work is used up, the articles left are not
/// read and count as no match, and the answer says so. Work is counted, not timed, so that a query
/// gets the same answer on every machine.
struct WorkLimit {
  /// Work for each article of the archive. Measured with tests/faults/slow.py: the widest queries
  /// over 35,033 articles then end within two seconds or are cut; a NEAR of two common words takes
  /// about a third of it in an article that holds both.
  static constexpr uint64_t kForArticle = 1700;
  static constexpr uint64_t kLeast = 60'000'000;
  /// So many words are read in the time that one place is compared.
  static constexpr uint64_t kWordsAtOnce = 4;

  explicit WorkLimit(uint64_t articles) : left(std::max(kLeast, kForArticle * articles)) {}

  uint64_t left;
  size_t unread = 0;    ///< articles that might match and were not read
  size_t possible = 0;  ///< articles that had to be read

  /// For an article with this many words, in which this many places were compared.
  void spend(uint64_t words, uint64_t compared) {
    const uint64_t work = words / kWordsAtOnce + compared;
    left -= std::min(work, left);
  }
  /// For postings of a word: the articles that hold it.
  void spend_postings(uint64_t postings) { left -= std::min(postings, left); }
  bool spent() const { return left == 0; }
};

}  // namespace khobao::match
