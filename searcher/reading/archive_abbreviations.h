#pragma once
#include "common/archive/generations/layered_index.h"
#include "searcher/reading/equivalents/introduced_forms.h"

namespace khobao::reading {

/// The pairs as the index counts them, each a term of the articles that introduce it; deleted
/// articles do not count. Lives no longer than the index.
class ArchiveAbbreviations : public IntroducedPairs {
 public:
  explicit ArchiveAbbreviations(const archive::LayeredIndex& index) : index_(index) {}

  std::vector<Counted> names_of(const std::string& abbreviation) const override;
  std::vector<Counted> abbreviations_of(const std::string& name) const override;

 private:
  std::vector<Counted> behind(const std::string& beginning) const;

  const archive::LayeredIndex& index_;
};

}  // namespace khobao::reading
