#include "searcher/archive_abbreviations.h"

#include "common/archive/schema.h"

namespace khobao::searcher {
namespace {

// One abbreviation has at most so many meanings worth reading.
constexpr size_t kMostRead = 100;

}  // namespace

// What follows this beginning in the index's terms.
std::vector<IntroducedPairs::Counted> ArchiveAbbreviations::behind(
    const std::string& beginning) const {
  std::vector<Counted> found;
  const auto end = database_.allterms_end(beginning);
  for (auto term = database_.allterms_begin(beginning); term != end && found.size() < kMostRead;
       ++term) {
    found.push_back({.text = (*term).substr(beginning.size()), .articles = term.get_termfreq()});
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

}  // namespace khobao::searcher
