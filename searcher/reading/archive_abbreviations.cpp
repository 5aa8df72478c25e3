#include "searcher/reading/archive_abbreviations.h"

#include "common/archive/schema.h"

namespace khobao::reading {
namespace {

// One abbreviation has at most this many meanings worth reading.
constexpr size_t kMostRead = 100;

// The articles of a term that are not deleted.
uint64_t holders(const archive::LayeredIndex& index, const Xapian::TermIterator& term) {
  uint64_t count = term.get_termfreq();
  if (!index.deleted()) return count;
  auto posting = index.database().postlist_begin(*term);
  const auto end = index.database().postlist_end(*term);
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
  const auto end = index_.database().allterms_end(beginning);
  for (auto term = index_.database().allterms_begin(beginning);
       term != end && found.size() < kMostRead; ++term) {
    if (const uint64_t articles = holders(index_, term); articles > 0)
      found.push_back({.text = (*term).substr(beginning.size()), .articles = articles});
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
