#include "searcher/filter/tied_places.h"

#include "common/archive/facets/place_kinds.h"
#include "common/archive/place_terms.h"
#include "common/archive/schema.h"
#include "common/names/name_key.h"

namespace khobao::filter {
namespace {

// A name has at most this many ties worth reading.
constexpr size_t kMostTiesRead = 100;

// The articles of a term that count.
uint64_t live_holders(const searcher::Index& index, const std::string& term, uint64_t all) {
  if (!index.left_out()) return all;
  auto posting = index.database().postlist_begin(term);
  const auto end = index.database().postlist_end(term);
  for (const Xapian::docid docid : *index.left_out()) {
    posting.skip_to(docid);
    if (posting == end) break;
    all -= *posting == docid;
  }
  return all;
}

}  // namespace

std::vector<TiedPlace> TiedPlaces::behind(std::string_view prefix, std::string_view name) const {
  const std::string beginning = std::string(prefix) + std::string(name) + '\t';
  std::vector<TiedPlace> found;
  for (const auto& [term, all] : index_.layers().terms_beginning(beginning, SIZE_MAX)) {
    if (found.size() == kMostTiesRead) break;
    const uint64_t articles = live_holders(index_, term, all);
    if (articles > 0) found.push_back({.name = term.substr(beginning.size()), .articles = articles});
  }
  return found;
}

std::vector<TiedPlace> TiedPlaces::around(std::string_view name) const {
  return behind(archive::kLiesInPrefix, name);
}

std::vector<TiedPlace> TiedPlaces::renamed(std::string_view name) const {
  std::vector<TiedPlace> found = behind(archive::kBecamePrefix, name);
  for (TiedPlace& before : behind(archive::kWasPrefix, name)) found.push_back(std::move(before));
  return found;
}

names::PlaceSize size_of(std::string_view name) {
  const std::string key = names::name_key(name);
  const std::string_view rest = archive::without_place_kind(key);
  if (rest.size() == key.size()) return names::PlaceSize::none;
  return names::place_size(std::string_view(key).substr(0, key.size() - rest.size() - 1), rest);
}

}  // namespace khobao::filter
