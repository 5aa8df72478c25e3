#include "searcher/reading/archive_abbreviations.h"

#include "common/archive/schema.h"

namespace khobao::reading {
namespace {

// One abbreviation has at most this many meanings worth reading.
constexpr size_t kMostRead = 100;

// The articles of a term that are not deleted.
uint64_t holders(const archive::LayeredIndex& index, const std::string& term, uint64_t all) {
  uint64_t count = all;
  if (!index.deleted()) return count;
  auto posting = index.database().postlist_begin(term);
  const auto end = index.database().postlist_end(term);
  for (const Xapian::docid docid : *index.deleted()) {
    posting.skip_to(docid);
    if (posting == end) break;
    count -= *posting == docid;
  }
  return count;
}

}  // namespace

// What follows this beginning in the index's terms.
std::vector<IntroducedPairs::Counted> ArchiveAbbreviations::behind(
    const std::string& beginning) const {
  std::vector<Counted> found;
  for (const auto& [term, all] : index_.terms_beginning(beginning, SIZE_MAX)) {
    if (found.size() == kMostRead) break;
    if (const uint64_t articles = holders(index_, term, all); articles > 0)
      found.push_back({.text = term.substr(beginning.size()), .articles = articles});
  }
  return found;
}

std::vector<IntroducedPairs::Counted> ArchiveAbbreviations::names_of(
    const std::string& abbreviation) const {
  return behind(std::string(archive::kAbbreviationPrefix) + abbreviation + '\t');
}

std::vector<IntroducedPairs::Counted> ArchiveAbbreviations::abbreviations_of(
    const std::string& name) const {
  return behind(std::string(archive::kAbbreviatedPrefix) + name + '\t');
}

}  // namespace khobao::reading
