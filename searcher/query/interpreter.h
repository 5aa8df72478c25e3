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

/// Reads typed words as the words they mean. What it knows comes from outside the query; plans are
/// made with it or, for a literal search, without.
class Interpreter {
 public:
  virtual ~Interpreter() = default;

  /// The readings of each word, likeliest first, never none. `words`: normalised, in the order of
  /// the query, since each is read in the light of its neighbours.
  virtual std::vector<std::vector<Reading>> read(const std::vector<std::string>& words) = 0;
};

}  // namespace khobao::query
