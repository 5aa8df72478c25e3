#pragma once
/// What is kept of an article's text so that near copies of it are told without reading it again.
///
///   "Sáng 2/7, cầu Bến Lội …"  ->  sáng 2/7 cầu bến lội | 2/7 cầu bến lội được | …   runs of words
///                                  sáng 2/7 | cao 412 | …                 numbers, as they stand
///
/// Of either the hashes of the least value are kept (a bottom-k sketch: Broder, "On the resemblance
/// and containment of documents", 1997). Two sketches cut off at the lower of their ends are a fair
/// sample of what both texts hold, however long one of them is, so the share of a short text that
/// stands in a long one can be told from 300 bytes of each.
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "common/archive/streams/token_stream.h"

namespace khobao::archive {

/// Words of a run: the fewest that hardly ever stand together by chance.
inline constexpr size_t kRunWords = 5;
/// Hashes kept of an article's runs, and of its numbers.
inline constexpr size_t kKeptRuns = 64;
inline constexpr size_t kKeptNumbers = 16;

/// Hashes, ascending, without repeats; all there are where they are fewer than may be kept.
struct Fingerprint {
  std::span<const uint32_t> runs;     ///< at most kKeptRuns
  std::span<const uint32_t> numbers;  ///< at most kKeptNumbers; each with the word before it
};

/// Makes fingerprints of token streams, one after another. Not for use by two threads at once.
class FingerprintMaker {
 public:
  FingerprintMaker();

  /// Of the paragraphs and captions of an article; the title, which every outlet writes again, does
  /// not count. Valid until the next call.
  Fingerprint make(const TokenStream& stream);

 private:
  struct Word {
    uint64_t hash = 0;  // as words_ has them
    bool known = false, number = false;
  };
  const Word& vocabulary_word(text::WordId id);

  std::vector<Word> vocabulary_;
  std::vector<uint64_t> words_;
  std::vector<uint32_t> runs_, numbers_;
};

/// How much of the shorter of two texts stands in the longer one, as far as their fingerprints
/// tell.
struct Likeness {
  size_t compared = 0;        ///< runs of the shorter text that were looked for
  double runs = 0;            ///< share of them that was found
  double length = 0;          ///< of the shorter text, as a share of the longer one's
  size_t numbers = 0;         ///< numbers that were looked for
  size_t numbers_found = 0;
};

Likeness likeness(const Fingerprint& a, const Fingerprint& b);

/// Whether one of two articles is a repost of the other: the one rule that groups are made by.
///
/// At least three fifths of the runs of the shorter text stand in the longer one, of which it is a
/// fifth or more; and three quarters of its numbers do, or all but three. So a cut, a new title or
/// lede, and an agency's text that two outlets ran are reposts; two days' lottery, weather and
/// prices, which share their sentences and differ in their numbers, are not. The limits were chosen
/// on the development corpus, and held against 200 other pairs of it that were judged by eye
/// (tests/bench/README.md).
bool is_repost(const Likeness& likeness);

}  // namespace khobao::archive
