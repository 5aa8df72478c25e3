#pragma once
/// Where the query's words stand in an article, whatever way they are written there: an equivalent
/// stands for the words as they were typed, as many places wide as it is printed.
///
///   thi đh 2017    "… thi đại học 2017 …"   ->   thi, đh (two places), 2017: side by side
///   khóa 15        "… khóa XV …"            ->   khóa, 15
///
/// Other readings of one word are terms of the query themselves and stay what they are.
#include <cstdint>
#include <vector>

#include "searcher/match/stream_matcher.h"
#include "searcher/query/plan.h"

namespace khobao::match {

/// One object per query. Not for use by two threads at once.
class TypedOccurrences {
 public:
  /// `matcher`: made of the plan's terms first, in their order; it outlives this object.
  TypedOccurrences(const query::Plan& plan, const StreamMatcher& matcher);

  struct Occurrence {
    uint32_t place;
    uint32_t end;  ///< where a neighbour stands
    uint32_t sentence;
    size_t term;  ///< of the plan
    bool as_typed = true;
  };
  /// A way to write words of the query: its own words, and which terms of the plan it stands for.
  struct OtherForm {
    std::vector<std::string> words;
    std::vector<size_t> terms;  ///< of the matcher
    std::vector<size_t> typed;  ///< of the plan
  };
  const std::vector<OtherForm>& other_forms() const { return forms_; }

  /// Of the article that the matcher has read, in reading order.
  const std::vector<Occurrence>& of_article();

 private:
  void add(const query::PlanNode& node, const query::Plan& plan);
  void put_typed(const OtherForm& form);

  const StreamMatcher& matcher_;
  size_t terms_;
  std::vector<OtherForm> forms_;
  std::vector<Occurrence> found_;
};

}  // namespace khobao::match
