#pragma once
/// The tree in terms of the index: what each leaf asks of an article. Still knows nothing of
/// Xapian.
///
///   "Ðại hội" -cúm 35-CT/TW   ->   all(phrase đại+hội, no(cúm), term 35-ct/tw)
#include <string>
#include <vector>

#include "searcher/query/ast.h"
#include "searcher/query/interpreter.h"

namespace khobao::query {

struct PlanNode {
  enum class Type : unsigned char {
    term,    ///< the article holds one of `terms`, which are readings of one word
    phrase,  ///< it holds `terms` side by side, within one sentence
    all,     ///< every child; an `all` without children holds for every article
    any,
    no,
  };

  Type type = Type::all;
  std::vector<std::string> terms;
  std::vector<PlanNode> children;

  bool operator==(const PlanNode&) const = default;
};

/// What the candidates of a query are ranked by.
struct Plan {
  PlanNode root;
  /// Distinct terms of the leaves that are not excluded, in the order of the query, other readings
  /// of a word behind its likeliest; a compound is followed by its parts.
  std::vector<std::string> terms;
  /// Which word of the query each of the terms stands for, and how likely (1 for the likeliest).
  struct Role {
    size_t word = 0;
    double weight = 1;
  };
  std::vector<Role> roles;
  /// The likeliest terms one after another, without operators: adjacent ones belong together.
  std::vector<std::vector<std::string>> runs;
  /// Phrases and exclusions that candidates must respect, as an `all` node.
  PlanNode required;
};

/// Analyses the leaves with the same tokenizer as the articles, and reads their words with
/// `interpreter` where one is given. Leaves without a word (a lone dash) are left out.
Plan make_plan(const Node& root, Interpreter* interpreter = nullptr);

/// The plan's tree in one line, as the example above writes it.
std::string to_string(const PlanNode& node);

}  // namespace khobao::query
