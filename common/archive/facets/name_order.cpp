#include "common/archive/facets/name_order.h"

#include <algorithm>
#include <array>

#include "common/text/letters/collation.h"

namespace khobao::archive {
namespace {

// Behind a family name.
constexpr std::array<std::string_view, 9> kSuffixes = {"Jr",  "Jr.", "Sr", "Sr.", "II",
                                                       "III", "IV",  "V",  "VI"};

}  // namespace

std::string_view NameOrder::given_name(std::string_view person) {
  while (true) {
    const size_t space = person.rfind(' ');
    if (space == std::string_view::npos) return person;
    const std::string_view last = person.substr(space + 1);
    const bool suffix = std::find(kSuffixes.begin(), kSuffixes.end(), last) != kSuffixes.end();
    if (!suffix && !last.empty()) return last;
    person = person.substr(0, space);
  }
}

bool NameOrder::less(const std::string& a, const std::string& b) const {
  if (by_given_name_) {
    const int order = text::collate(given_name(a), given_name(b));
    if (order != 0) return order < 0;
  }
  return text::collates_before(a, b);
}

}  // namespace khobao::archive
