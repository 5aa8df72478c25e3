#include "searcher/filter/name_order.h"

#include <algorithm>
#include <array>

#include "searcher/filter/collation.h"

namespace khobao::filter {
namespace {

// Behind a family name.
constexpr std::array<std::string_view, 9> kSuffixes = {"Jr",  "Jr.", "Sr", "Sr.", "II",
                                                       "III", "IV",  "V",  "VI"};

}  // namespace

NameOrder::NameOrder(archive::FieldId field)
    : by_given_name_(field == archive::FieldId::person || field == archive::FieldId::author),
      collation_(std::make_unique<Collation>()) {}

NameOrder::~NameOrder() = default;
NameOrder::NameOrder(NameOrder&&) noexcept = default;

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

int NameOrder::compare(std::string_view a, std::string_view b) const {
  return collation_->compare(a, b);
}

bool NameOrder::less(const std::string& a, const std::string& b) const {
  if (by_given_name_) {
    if (const int order = compare(given_name(a), given_name(b)); order != 0) return order < 0;
  }
  const int order = compare(a, b);
  return order != 0 ? order < 0 : a < b;
}

}  // namespace khobao::filter
