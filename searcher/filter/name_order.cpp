#include "searcher/filter/name_order.h"

#include <unicode/coll.h>

#include <algorithm>
#include <array>

namespace khobao::filter {
namespace {

// Behind a family name.
constexpr std::array<std::string_view, 9> kSuffixes = {"Jr",  "Jr.", "Sr", "Sr.", "II",
                                                       "III", "IV",  "V",  "VI"};

}  // namespace

struct NameOrder::Collation {
  std::unique_ptr<icu::Collator> collator;
};

NameOrder::NameOrder(archive::FieldId field)
    : by_given_name_(field == archive::FieldId::person || field == archive::FieldId::author),
      collation_(std::make_unique<Collation>()) {
  UErrorCode status = U_ZERO_ERROR;
  collation_->collator.reset(icu::Collator::createInstance(icu::Locale("vi"), status));
  if (collation_->collator)
    collation_->collator->setAttribute(UCOL_NUMERIC_COLLATION, UCOL_ON, status);
}

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
  if (!collation_->collator) return a.compare(b);
  UErrorCode ignored = U_ZERO_ERROR;
  const auto piece = [](std::string_view s) {
    return icu::StringPiece(s.data(), static_cast<int32_t>(s.size()));
  };
  return collation_->collator->compareUTF8(piece(a), piece(b), ignored);
}

bool NameOrder::less(const std::string& a, const std::string& b) const {
  if (by_given_name_) {
    if (const int order = compare(given_name(a), given_name(b)); order != 0) return order < 0;
  }
  const int order = compare(a, b);
  return order != 0 ? order < 0 : a < b;
}

}  // namespace khobao::filter
