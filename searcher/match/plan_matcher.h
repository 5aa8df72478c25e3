#pragma once
/// Whether an article matches a plan, read from its token stream.
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "searcher/match/stream_matcher.h"
#include "searcher/query/plan.h"
#include "searcher/xapian_types.h"

namespace khobao::filter {
class FieldFilters;
}

namespace khobao::match {

/// One plan, asked of one article after another.
class PlanMatcher {
 public:
  /// `article` reads the articles and must know every term of the plan (terms_of()); it must
  /// outlive this object. `filters`: what the plan's filters mean; without, they hold for every
  /// article.
  PlanMatcher(const query::PlanNode& root, const StreamMatcher& article,
              const filter::FieldFilters* filters = nullptr);

  /// Of the article that was read last, which has this docid.
  bool matches(Xapian::docid docid = 0);

  /// How many places have been compared so far, about: what work_limit.h counts.
  uint64_t work() const { return work_; }

 private:
  using Form = std::vector<size_t>;  // indexes of terms
  struct Node {
    query::PlanNode::Type type = query::PlanNode::Type::all;
    std::vector<Form> forms;
    std::vector<Node> children;
    std::vector<unsigned> distances;
    std::vector<size_t> first_alike;  // of `near`: the first child that is the same as each
    archive::FieldId field = archive::FieldId::title;
    std::shared_ptr<const std::vector<Xapian::docid>> docids;  // of filters and names
  };
  /// Places of the stream, half-open.
  struct Range {
    uint32_t begin, end;
    bool operator==(const Range&) const = default;
  };

  Node compiled(const query::PlanNode& node, const filter::FieldFilters* filters);
  void read_parts();
  std::span<const Range> parts(archive::FieldId scope) const;
  bool matches(const Node& node, Range range) const;
  bool stands(const Form& form, Range range) const;
  bool stand_near(const Node& node, Range range) const;
  void find_places(const Form& form, Range range, std::vector<Range>& found) const;
  std::vector<Range> places_of(const Node& node, Range range) const;
  uint32_t words_between(uint32_t last, uint32_t next) const;

  const StreamMatcher& article_;
  mutable uint64_t work_ = 0;
  bool asks_parts_ = false;  // of paragraphs or scopes
  Node root_;
  Xapian::docid docid_ = 0;
  std::vector<Range> paragraphs_;      // the title among them
  std::vector<uint32_t> ends_before_;  // for each gap, how many in front of it end a paragraph
  std::vector<Range> title_, lede_;    // of one, or empty
  std::vector<Range> captions_;
};

}  // namespace khobao::match
