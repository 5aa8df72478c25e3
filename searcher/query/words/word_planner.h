#pragma once
/// Words side by side in a query -> nodes of the plan: which of them are one word, and what else
/// each may be written as.
///
///   ban tổ chức trung ương   ->   any(all(ban+tổ+chức, trung+ương), ban+tổ+chức+tw|btctw)
///   Covid-19 35-CT/TW        ->   covid+19, 35-ct/tw
#include <vector>

#include "searcher/query/plan.h"
#include "searcher/query/words/leaf_words.h"

namespace khobao::query {

/// What words of a run may become besides words.
struct RunOptions {
  bool alternatives = true;  ///< equivalents that stand for several of them
  bool names = true;         ///< names that the archive knows
};

class WordPlanner {
 public:
  /// Both must outlive this object.
  WordPlanner(const LeafWords& words, const PlanOptions& options)
      : words_(words), options_(options) {}

  /// The words [begin, end), of one run, as words, names and what else they may be written as.
  std::vector<PlanNode> run(size_t begin, size_t end, const std::vector<PlacedCompound>& compounds,
                            RunOptions what) const;

  /// Where the word ends that holds the words in front of `at`, of the run [begin, end).
  size_t end_of_word(size_t at, size_t begin, size_t end,
                     const std::vector<PlacedCompound>& compounds) const;

  /// All of them side by side.
  PlanNode phrase(const Leaf& leaf) const;

 private:
  using Compounds = std::vector<PlacedCompound>;

  std::vector<bool> joined_in(size_t begin, size_t end, const Compounds& compounds) const;
  void join_words(size_t begin, size_t end, std::vector<bool>& joined) const;
  void part_loanwords(size_t begin, size_t end, std::vector<bool>& joined) const;
  bool names_number(const Equivalent& other) const;
  const NamedWords* name_of(size_t begin, size_t end) const;
  bool names_with_number(size_t word) const;
  std::vector<Piece> pieces_in(size_t begin, size_t end, const Compounds& compounds) const;
  std::vector<PlanNode> with_equivalents(std::vector<PlanNode> nodes,
                                         const std::vector<size_t>& begins, size_t end,
                                         const std::vector<Piece>& pieces) const;

  const LeafWords& words_;
  const PlanOptions& options_;
};

}  // namespace khobao::query
