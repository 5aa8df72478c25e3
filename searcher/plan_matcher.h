#pragma once
/// Whether an article matches a plan, read from its token stream.
#include <cstdint>
#include <vector>

#include "searcher/query/plan.h"
#include "searcher/stream_matcher.h"

namespace khobao::searcher {

/// One plan, asked of one article after another.
class PlanMatcher {
 public:
  /// `article` reads the articles and must know every term of the plan (terms_of()); it must
  /// outlive this object.
  PlanMatcher(const query::PlanNode& root, const StreamMatcher& article);

  /// Of the article that was read last.
  bool matches() const;

 private:
  using Form = std::vector<size_t>;  // indexes of terms
  struct Node {
    query::PlanNode::Type type;
    std::vector<Form> forms;
    std::vector<Node> children;
  };
  /// Places of the stream, half-open.
  struct Range {
    uint32_t begin, end;
  };

  Node compiled(const query::PlanNode& node) const;
  bool matches(const Node& node, Range range) const;
  bool stands(const Form& form, Range range) const;

  const StreamMatcher& article_;
  Node root_;
};

}  // namespace khobao::searcher
