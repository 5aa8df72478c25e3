#pragma once
#include <cstdint>
#include <string>
#include <vector>

namespace khobao::query {

/// What plans ask of the archive's counts. An interface, so that the query knows of no index.
class WordStatistics {
 public:
  virtual ~WordStatistics() = default;

  /// Occurrences of all words, of one, and of `second` right after `first`.
  virtual uint64_t words() const = 0;
  virtual uint64_t count(const std::string& word) const = 0;
  virtual uint64_t pair_count(const std::string& first, const std::string& second) const = 0;

  /// The `most` commonest words that begin with `prefix`, the commonest first; `all`: how many
  /// words begin so.
  virtual std::vector<std::string> completions(const std::string& prefix, size_t most,
                                               size_t& all) const = 0;
};

}  // namespace khobao::query
