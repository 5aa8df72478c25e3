#pragma once
/// The words of a query's leaves (tokenised, see leaf_tokens.h), each in its place, as the planner
/// goes through them.
///
///   (hđnd OR "hội đồng") 35-CT/TW   ->   words hđnd hội đồng 35 ct tw; the leaves own the ranges
///                                        [0, 1), [1, 3) and [3, 6), the last with a compound
#include <string>
#include <unordered_map>
#include <vector>

#include "common/text/token.h"
#include "searcher/query/ast.h"
#include "searcher/query/interpreter.h"
#include "searcher/query/words/forms.h"

namespace khobao::query {

/// A word of the query in its place; compounds are not among them, but their parts are.
struct PlacedWord {
  std::string typed;  ///< normalised
  bool number = false;
  bool prefix = false;  ///< only a beginning; its readings are words that begin so
  bool apart = false;   ///< of a phrase, a compound, or parted from the word before by the query
  size_t at_byte = 0;   ///< of its leaf in the query
  size_t end_byte = 0;  ///< likewise
  std::vector<Reading> readings;  ///< likeliest first, never none
  const std::string& likeliest() const { return readings.front().term; }
};

/// A compound and the words that are its parts.
struct PlacedCompound {
  std::string term;
  size_t begin = 0, end = 0;
  text::TokenKind kind = text::TokenKind::date;
};

/// The words [begin, end) that one leaf of the tree holds.
struct Leaf {
  size_t begin = 0, end = 0;
  std::vector<PlacedCompound> compounds;
};

/// What stands between a word and the one before it, in the query's text.
enum class Between : unsigned char {
  space,
  mark,        ///< a comma, a colon, a slash: the two are no one word
  apostrophe,  ///< nothing else: "M'nông"
  dash,        ///< a dash with no space on at least one side: "Covid-19", "2020 -2025"
};

class LeafWords {
 public:
  /// Reads the words with the options' interpreter; warns of prefixes that stand for too much.
  LeafWords(const Node& root, const PlanOptions& options, std::vector<Warning>& warnings);

  const Leaf& leaf(const Node& node) const { return leaves_.at(&node); }
  const std::vector<PlacedWord>& words() const { return words_; }
  Between before(size_t word) const { return between_[word]; }
  const std::vector<Equivalent>& equivalents() const { return equivalents_; }
  const std::vector<NamedWords>& names() const { return names_; }

 private:
  void collect(const Node& root);
  void collect_leaf(const Node& node);
  bool is_read(size_t word) const;
  void read(Interpreter& interpreter);
  void find_names(Interpreter& interpreter);
  static void reread(const std::string& as, PlacedWord& word);
  void complete(const WordStatistics& statistics, std::vector<Warning>& warnings);

  std::vector<PlacedWord> words_;
  std::vector<Between> between_;
  std::unordered_map<const Node*, Leaf> leaves_;
  std::vector<Equivalent> equivalents_;
  std::string passed_;  // after the last word that was collected
  std::vector<NamedWords> names_;
};

}  // namespace khobao::query
