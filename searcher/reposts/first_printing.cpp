#include "searcher/reposts/first_printing.h"

#include <algorithm>

#include "common/language/say.h"

namespace khobao::reposts {
namespace {

constexpr size_t kDayDigits = 8, kMinuteDigits = 12;

// Midnight is no hour: it stands where only the day was printed.
std::string known(const Printing& p) {
  const bool day_only = p.published.size() <= kDayDigits || p.published.substr(kDayDigits) == "0000";
  return p.published.substr(0, day_only ? kDayDigits : kMinuteDigits);
}

std::string earliest(const Printing& p) {
  std::string moment = known(p);
  moment.resize(kMinuteDigits, '0');
  return moment;
}

std::string latest(const Printing& p) {
  std::string moment = known(p);
  moment.resize(kMinuteDigits, '9');
  return moment;
}

bool credits_another(std::span<const Printing> printings, size_t one) {
  const std::vector<uint64_t>& credits = printings[one].credits;
  return std::any_of(printings.begin(), printings.end(), [&](const Printing& other) {
    return other.outlet != 0 && other.outlet != printings[one].outlet &&
           std::find(credits.begin(), credits.end(), other.outlet) != credits.end();
  });
}

bool same_day(const Printing& a, const Printing& b) {
  return a.published.substr(0, kDayDigits) == b.published.substr(0, kDayDigits);
}

}  // namespace

std::string_view first_by_name(FirstBy by) {
  switch (by) {
    case FirstBy::date: return to_translate("by its date");
    case FirstBy::hour: return to_translate("by its hour");
    case FirstBy::credit: break;
  }
  return to_translate("by the credits");
}

std::optional<First> first_printing(std::span<const Printing> printings) {
  if (printings.empty()) return std::nullopt;
  std::string bound(kMinuteDigits, '9');
  for (const Printing& p : printings) bound = std::min(bound, latest(p));
  std::vector<size_t> possible;
  for (size_t i = 0; i < printings.size(); ++i) {
    if (earliest(printings[i]) <= bound) possible.push_back(i);
  }
  if (possible.size() == 1) {
    const size_t one = possible.front();
    for (size_t i = 0; i < printings.size(); ++i) {
      if (i != one && same_day(printings[i], printings[one])) return First{one, FirstBy::hour};
    }
    return First{one, FirstBy::date};
  }
  std::erase_if(possible, [&](size_t i) { return credits_another(printings, i); });
  if (possible.size() == 1) return First{possible.front(), FirstBy::credit};
  return std::nullopt;
}

}  // namespace khobao::reposts
