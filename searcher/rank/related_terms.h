#pragma once
/// Counts words that the query does not name in one article after another.
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/archive/streams/token_stream_scan.h"

namespace khobao::rank {

/// Two syllables side by side, or, where `second` is empty, one word alone.
struct RelatedTerm {
  std::string first, second;

  bool operator==(const RelatedTerm&) const = default;
};

class RelatedTermCounter {
 public:
  /// Pairs of words of the vocabulary (text::vocabulary()), and single words of any sort; others
  /// are never found.
  explicit RelatedTermCounter(std::vector<RelatedTerm> terms);
  RelatedTermCounter(const RelatedTermCounter&) = delete;
  RelatedTermCounter& operator=(const RelatedTermCounter&) = delete;

  /// Reads an article's token stream; false where it is damaged.
  bool read(std::string_view stream);

  /// How often each term stands in the article read last.
  const std::vector<uint32_t>& counts() const { return counts_; }
  /// Its places, gaps among them.
  double length() const { return length_; }

 private:
  struct Reader;
  /// What begins with one word of the vocabulary.
  struct Beginning {
    int single = -1;  // term, or -1
    struct Pair {
      uint32_t second;
      size_t term;
    };
    std::vector<Pair> pairs;
  };

  Beginning& beginning(uint32_t id);

  std::vector<uint16_t> at_;  // vocabulary id -> 1 + its place in beginnings_, or 0
  std::vector<Beginning> beginnings_;
  archive::PassedElements passed_;
  std::vector<RelatedTerm> terms_;
  std::unordered_map<std::string_view, size_t> outside_;  // terms that streams have to spell
  std::vector<uint32_t> counts_;
  double length_ = 0;
  archive::StreamParts parts_;
  std::vector<int> own_;  // own word of the article -> term, or -1
};

}  // namespace khobao::rank
