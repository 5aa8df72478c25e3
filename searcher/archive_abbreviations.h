#pragma once
#include <xapian.h>

#include "searcher/equivalents/introduced.h"

namespace khobao::searcher {

/// The pairs as the index counts them, each a term of the articles that introduce it. Lives no
/// longer than the database.
class ArchiveAbbreviations : public IntroducedPairs {
 public:
  explicit ArchiveAbbreviations(const Xapian::Database& database) : database_(database) {}

  std::vector<Counted> names_of(const std::string& abbreviation) const override;
  std::vector<Counted> abbreviations_of(const std::string& name) const override;

 private:
  std::vector<Counted> behind(const std::string& beginning) const;

  const Xapian::Database& database_;
};

}  // namespace khobao::searcher
