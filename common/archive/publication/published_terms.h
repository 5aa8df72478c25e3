#pragma once
/// How many of a publication's articles hold each term, so that whoever asks servers plans a query,
/// and weighs its words, without asking: each question would be a way there and back to each shard.
/// Terms that tell articles apart (kIdPrefix, kVersionPrefix) are not among them.
///
/// Table shard.terms: "KBTM", version, articles and their words in all (64 bits each), the number of
/// terms and of blocks; where each block begins, from the first one on; the blocks, each of up to 16
/// terms in their order. Of each term: how many bytes it shares with the one before in its block,
/// how many follow, these, and how many articles hold it, numbers as varints. Numbers of fixed
/// width have 32 bits where nothing else is said, little-endian.
#include <xapian.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/archive/disk/mapped_file.h"
#include "common/base/result.h"

namespace khobao::archive {

inline constexpr const char* kPublishedTerms = "shard.terms";

/// The table's bytes, of all shards opened together. Throws Xapian errors.
std::string published_terms(const Xapian::Database& shards);

/// May be shared by threads as const. What it is read from may come from anybody: where bytes are
/// not such a table's, its functions throw DamagedBytes.
class PublishedTerms {
 public:
  /// Maps the table in a folder; index_corrupt where it is none.
  static Result<PublishedTerms> open(const std::string& folder);

  uint64_t articles() const { return articles_; }
  /// Words that an article has in the mean, as Xapian counts them.
  double mean_words() const;
  size_t size() const { return count_; }

  /// How many articles hold the term.
  uint64_t holders(std::string_view term) const;

  struct Counted {
    std::string term;
    uint64_t holders = 0;
  };
  /// The first `most` terms that begin so, in their order.
  std::vector<Counted> beginning_with(std::string_view prefix, size_t most) const;

 private:
  class Block;
  size_t block_of(std::string_view term) const;
  std::string_view block(size_t n) const;

  MappedFile file_;
  std::string path_;
  uint64_t articles_ = 0, words_ = 0;
  size_t count_ = 0, blocks_ = 0;
};

}  // namespace khobao::archive
