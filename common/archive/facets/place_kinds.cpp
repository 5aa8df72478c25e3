#include "common/archive/facets/place_kinds.h"

#include "common/names/linked/linked_names.h"

namespace khobao::archive {
namespace {

// No kind has more words: "tổ dân phố".
constexpr size_t kMostWords = 3;

// Where the longest kind in front of a name ends; 0 where there is none.
size_t kind_end(std::string_view key) {
  size_t found = 0, end = 0;
  for (size_t words = 0; words < kMostWords; ++words) {
    end = key.find(' ', end + (words > 0 ? 1 : 0));
    if (end == std::string_view::npos) break;
    if (is_place_kind(key.substr(0, end))) found = end;
  }
  return found;
}

}  // namespace

std::string_view without_place_kind(std::string_view key) {
  const size_t end = kind_end(key);
  return end == 0 ? key : key.substr(end + 1);
}

std::string with_kind_in_full(std::string_view key) {
  const size_t end = kind_end(key);
  if (end == 0) return "";
  const std::string_view kind = key.substr(0, end);
  const std::string full(*names::linked_place_kinds().find(kind));
  return full == kind ? "" : full + std::string(key.substr(end));
}

bool is_place_kind(std::string_view key) {
  return names::linked_place_kinds().find(key).has_value();
}

}  // namespace khobao::archive
