#pragma once
/// The tree in terms of the index: what each leaf asks of an article. Still knows nothing of
/// Xapian.
///
///   "Ðại hội" -cúm ban tổ chức   ->   all(phrase đại+hội, no(cúm), ban+tổ+chức)
///   cầu trần văn kha             ->   all(cầu, name trần+văn+kha)
#include <string>
#include <vector>

#include "searcher/query/ast.h"
#include "searcher/query/interpreter.h"
#include "searcher/query/words/word_statistics.h"

namespace khobao::query {

/// One way to write a word or phrase of the query: terms that stand side by side, within one
/// sentence. A compound ("35-ct/tw") stands alone in its form.
struct Form {
  std::vector<std::string> terms;
  double weight = 1;  ///< 1 as typed, or as it was read; less for other readings and equivalents

  bool operator==(const Form&) const = default;
};

struct PlanNode {
  enum class Type : unsigned char {
    word,    ///< the article holds one of `forms`
    phrase,  ///< the same, typed between quotation marks
    name,    ///< the article holds one of `forms`, or names what `value` is the key of
    all,     ///< every child; an `all` without children holds for every article
    any,
    no,
    near,    ///< each child at most this many words from the one before it, in one paragraph
    same,    ///< every child within one paragraph
    scope,   ///< its child within the title or the lede
    filter,  ///< the value of a field
  };

  Type type = Type::all;
  std::vector<Form> forms;  ///< of words and phrases, likeliest first
  std::vector<PlanNode> children;
  std::vector<unsigned> distances;                   ///< of `near`, one fewer than its children
  archive::FieldId field = archive::FieldId::title;  ///< of scopes and filters
  std::string value;  ///< of filters, as typed; of names, their key (filter::FieldFilters)

  bool operator==(const PlanNode&) const = default;
};

/// What a query must hold for a match.
enum class MatchMode : unsigned char {
  words,  ///< every word but small ones (data/small_words.txt); neighbouring syllables that the
          ///< archive knows as one word are one
  all,    ///< every syllable
  any,    ///< at least one word
};

/// What the candidates of a query are ranked by.
struct Plan {
  PlanNode root;
  /// Distinct terms of the leaves that are not excluded, in the order of the query, other readings
  /// of a word after its likeliest; a compound is followed by its parts.
  std::vector<std::string> terms;
  /// Which word of the query each of the terms stands for, and how likely (1 for the likeliest).
  struct Role {
    size_t word = 0;
    double weight = 1;
  };
  std::vector<Role> roles;
  /// The likeliest terms one after another, without operators: adjacent ones belong together.
  std::vector<std::vector<std::string>> runs;
  /// Equivalents of several terms, which find candidates as a whole.
  std::vector<Form> equivalents;
  /// Small words that a match need not hold, and the child of `root` in front of which each was
  /// typed.
  struct SmallWord {
    size_t before = 0;
    std::string word;
  };
  std::vector<SmallWord> small_words;
  /// What candidates must respect: all that was asked for by more than words and phrases side by
  /// side, or the phrase that is the whole query. An `all` node.
  PlanNode required;
  std::vector<Warning> warnings;
};

/// A word with "*" stands for this many words of the archive, the commonest.
inline constexpr size_t kMaxCompletions = 64;

struct PlanOptions {
  Interpreter* interpreter = nullptr;          ///< reads the words; nullptr takes them as typed
  const WordStatistics* statistics = nullptr;  ///< tells words; without, each syllable is one
  MatchMode match = MatchMode::words;
  bool near = false;  ///< a match holds all that is wanted within one paragraph
};

/// Plans a tokenised tree, its words read with the interpreter where one is given. Leaves without a
/// word (a lone dash) are left out.
Plan make_plan(const Node& root, const PlanOptions& options = {});

/// The plan's tree in one line, as the example above writes it.
std::string to_string(const PlanNode& node);

}  // namespace khobao::query
