#pragma once
/// Plans of words and phrases, answered by comparing memory (run_finder.h).
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/archive/streams/token_stream_scan.h"
#include "searcher/match/run_finder.h"
#include "searcher/query/plan.h"
#include "searcher/xapian_types.h"

namespace khobao::filter {
class FieldFilters;
}

namespace khobao::match {

/// Answers as PlanMatcher does, many times as fast, what it can answer. Not for use by two threads
/// at once.
class QuickMatcher {
 public:
  /// Nothing where the plan asks for parts of articles or distances, or for so many words that they
  /// are better found in one walk. `filters`: as PlanMatcher's.
  static std::optional<QuickMatcher> of(const query::PlanNode& root,
                                        const filter::FieldFilters* filters);

  enum class Answer : unsigned char {
    no,
    yes,
    unknown,  ///< PlanMatcher is to be asked: a compound is among what is looked for
    damaged,  ///< the bytes are no stream
  };
  /// Of the article with this docid and stream.
  Answer matches(std::string_view stream, Xapian::docid docid);

  /// Places of the article that was read last, gaps among them.
  uint32_t length() const { return stream_.units; }

 private:
  static constexpr unsigned kNowhere = 1u << 16;  // no element
  using Form = std::vector<size_t>;               // indexes of terms

  struct Node {
    query::PlanNode::Type type = query::PlanNode::Type::all;
    std::vector<Form> forms;
    std::vector<std::optional<RunFinder>> finders;  // of each form whose words the vocabulary has
    std::vector<Node> children;
    std::shared_ptr<const std::vector<Xapian::docid>> docids;  // of filters and names
  };

  Node compiled(const query::PlanNode& node, const filter::FieldFilters* filters);
  size_t term(const std::string& term);
  Answer find_words();
  bool holds(const Node& node) const;
  bool holds(const Node& node, size_t form) const;

  std::vector<std::string> terms_;
  std::vector<unsigned> units_;  // of each term in the article at hand
  std::vector<archive::StreamWord> words_;
  std::vector<size_t> outside_;  // terms that streams have to spell
  Node root_;
  bool able_ = true;
  archive::StreamView stream_;
  Xapian::docid docid_ = 0;
  std::vector<archive::Compound> compounds_;  // of the article; kept for its memory
};

}  // namespace khobao::match
