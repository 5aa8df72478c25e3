#pragma once
#include "common/archive/statistics.h"
#include "searcher/query/words/word_statistics.h"

namespace khobao::reading {

/// The archive's counts as plans ask for them.
class ArchiveWords : public query::WordStatistics {
 public:
  explicit ArchiveWords(const archive::Statistics& statistics) : statistics_(statistics) {}

  uint64_t words() const override;
  uint64_t count(const std::string& word) const override;
  uint64_t pair_count(const std::string& first, const std::string& second) const override;
  std::vector<std::string> completions(const std::string& prefix, size_t most,
                                       size_t& all) const override;

 private:
  const archive::Statistics& statistics_;
};

}  // namespace khobao::reading
