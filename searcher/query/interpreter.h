#pragma once
#include <string>
#include <vector>

namespace khobao::query {

/// One form that a typed word may stand for.
struct Reading {
  std::string term;
  double weight = 1;  ///< 1 for the likeliest; others by how likely they are beside it

  bool operator==(const Reading&) const = default;
};

/// Another way to write the words [begin, end) of a query, which an article may use instead.
///
///   hđnd tỉnh   ->   {0, 1, {"hội", "đồng", "nhân", "dân"}}
struct Equivalent {
  size_t begin = 0, end = 0;
  std::vector<std::string> words;  ///< normalised; they stand side by side in the article
  double weight = 1;               ///< below 1 where it is less sure to mean the same
  bool apart = false;              ///< as typed, the words need not stand side by side

  bool operator==(const Equivalent&) const = default;
};

/// One word of a query, as names are looked for among them.
struct NameWord {
  std::string typed;                    ///< normalised
  std::string likeliest;                ///< as it was read
  bool joins = false;                   ///< may stand in one name with the word before it
  size_t begin_byte = 0, end_byte = 0;  ///< of its leaf in the query
};

/// Words [begin, end) of a query that are a name the archive knows.
struct NamedWords {
  size_t begin = 0, end = 0;
  std::string key;                                   ///< of the name, for PlanNode::value
  std::vector<std::vector<std::string>> forms = {};  ///< other words that stand for it side by side
  /// Where the name tells which accents are meant: its words, one for each, in place of how they
  /// were read.
  std::vector<std::string> reread = {};
  bool sure = true;  ///< else it gives way to words that it would cut

  bool operator==(const NamedWords&) const = default;
};

/// Reads typed words as the words they mean. What it knows comes from outside the query; plans are
/// made with it or, for a literal search, without.
class Interpreter {
 public:
  virtual ~Interpreter() = default;

  /// The readings of each word, likeliest first, never none. `words`: normalised, in the order of
  /// the query, since each is read in the light of its neighbours.
  virtual std::vector<std::vector<Reading>> read(const std::vector<std::string>& words) = 0;

  /// What else the words may be written as: abbreviations and their names, numerals, spellings.
  /// `words`: every word and number of the query in its order, as it is likeliest read; compounds
  /// (35-ct/tw) by their parts. What reaches from one phrase, bracket or field into the next is
  /// passed over. A compound may be one of an equivalent's words only where it is the only one.
  virtual std::vector<Equivalent> equivalents(const std::vector<std::string>& words) {
    (void)words;
    return {};
  }

  /// Which of the words are names that the archive knows; they do not overlap. What reaches from
  /// one bracket or field into the next is passed over.
  virtual std::vector<NamedWords> names(const std::vector<NameWord>& words) {
    (void)words;
    return {};
  }
};

}  // namespace khobao::query
