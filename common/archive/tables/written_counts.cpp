#include "common/archive/tables/written_counts.h"

#include <filesystem>

#include "common/archive/tables/rare_pairs.h"
#include "common/archive/tables/word_counts.h"

namespace khobao::archive {

std::optional<WordCounts> written_counts(const Generation& generation, const Manifest& manifest) {
  for (const std::string& name : {generation.statistics(), generation.rare_pairs()}) {
    const auto recorded = manifest.files.find(std::filesystem::path(name).filename());
    const auto found = checksum_of(name);
    if (recorded == manifest.files.end() || !found || *found != recorded->second)
      return std::nullopt;
  }
  const auto statistics = Statistics::open(generation.statistics());
  if (!statistics) return std::nullopt;
  auto counts = statistics->counts();
  const auto rare = read_rare_pairs(generation.rare_pairs());
  if (!counts || !rare) return std::nullopt;
  counts->pairs = joined_pairs(counts->pairs, *rare);
  return std::move(*counts);
}

}  // namespace khobao::archive
