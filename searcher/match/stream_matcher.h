#pragma once
/// Where the terms of a query stand in an article, read from its token stream.
#include <string>
#include <vector>

#include "common/archive/generations/article_streams.h"
#include "common/archive/streams/token_stream_scan.h"
#include "searcher/query/plan.h"

namespace khobao::match {

/// The terms of one query, found in one article after another. Not for use by two threads at once.
class StreamMatcher {
 public:
  /// `terms`: every term that will be asked of.
  explicit StreamMatcher(std::vector<std::string> terms);

  /// Reads the next article; false where its stream is damaged.
  [[nodiscard]] bool read(std::string_view stream_bytes);

  /// The same of one article of an archive; throws Xapian errors, also where its stream is damaged.
  void read(archive::ArticleStreams& streams, Xapian::docid docid) {
    if (!read(streams.of(docid))) streams.refuse();
  }

  /// The index of a term that was given at construction; nullopt for others.
  std::optional<size_t> index_of(const std::string& term) const;

  /// The places of the article at which term `index` stands, ascending; of a compound, its first
  /// part.
  const std::vector<uint32_t>& places(size_t index) const { return places_[index]; }

  /// A term's occurrence, in reading order; compounds are not among them.
  struct Occurrence {
    uint32_t place;
    uint32_t sentence;  ///< counted from 0
    size_t term;
  };
  const std::vector<Occurrence>& occurrences() const { return occurrences_; }

  struct Gap {
    uint32_t place;
    archive::StreamWord kind;  ///< archive::kSentenceGap and so on
  };
  const std::vector<Gap>& gaps() const { return gaps_; }

  /// Places in all, gaps among them.
  uint32_t length() const { return length_; }
  /// Where the body begins: 0 without a title.
  uint32_t body_begin() const { return body_begin_; }

  /// How often term `second` stands right after term `first`.
  size_t count_pairs(size_t first, size_t second) const;

 private:
  struct Reader;

  std::vector<std::string> terms_;
  std::vector<int> by_id_;       // vocabulary id -> index of a term, or -1
  archive::PassedElements passed_;
  std::vector<size_t> outside_;  // terms that streams may have to spell
  std::vector<std::vector<uint32_t>> places_;
  std::vector<Occurrence> occurrences_;
  std::vector<Gap> gaps_;
  uint32_t length_ = 0, body_begin_ = 0;
  // Of the article being read; kept for their memory.
  archive::StreamParts parts_;
  std::vector<int> own_;  // own word -> index of a term, or -1
};

/// All terms in a tree, excluded ones too.
std::vector<std::string> terms_of(const query::PlanNode& node);

}  // namespace khobao::match
