#include "indexer/read/dates/publication.h"

namespace khobao::read {
namespace {

using archive::PublishedFrom;
using text::Day;

constexpr int kFirstYear = 1945;
constexpr Day kLastSentinel{2090, 1, 1};  // from here on a day stands for "never"

PublishedFrom from_of(Witness witness) {
  switch (witness) {
    case Witness::stated:
    case Witness::updated: return PublishedFrom::meta;
    case Witness::dateline: return PublishedFrom::dateline;
    case Witness::address: return PublishedFrom::url;
    case Witness::path: return PublishedFrom::path;
    default: return PublishedFrom::line;
  }
}

}  // namespace

bool is_believable(Day day, Day latest) {
  if (!is_valid(day) || day.year < kFirstYear || day >= kLastSentinel) return false;
  // Unix time 0, in any zone.
  if (day >= Day{1969, 12, 31} && day <= Day{1970, 1, 2}) return false;
  return latest.year == 0 || day <= latest;
}

std::optional<Publication> settle_publication(std::span<const DateClaim> claims, Day latest) {
  const DateClaim* best = nullptr;
  for (const DateClaim& claim : claims) {
    if (!is_believable(claim.moment.day, latest)) continue;
    if (best == nullptr || claim.witness < best->witness) best = &claim;
  }
  if (best == nullptr) return std::nullopt;
  return Publication{best->moment, from_of(best->witness)};
}

}  // namespace khobao::read
