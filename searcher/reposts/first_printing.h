#pragma once
/// Which of several near copies was printed first.
///
///   a  2020-07-02 08:43               a, by its hour
///   b  2020-07-02 09:10
///
///   a  2020-07-02  Báo Sông Kôn       a, by the credit: b says that it took the text from there
///   b  2020-07-02  theo Báo Sông Kôn
///
///   a  2020-07-02  theo TTXVN         not known: nothing tells them apart
///   b  2020-07-02  theo TTXVN
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace khobao::reposts {

/// One printing of a text. Names are numbered: equal numbers are equal names, 0 is none.
struct Printing {
  std::string published;               ///< as Slot::published: "202007020843", "20200702", "" where not known
  uint64_t outlet = 0;                 ///< who ran it
  std::vector<uint64_t> credits = {};  ///< whom it credits
};

/// What tells that one printing was the first.
enum class FirstBy : unsigned char { date, hour, credit };

/// "by its date", "by its hour", "by the credits".
std::string_view first_by_name(FirstBy by);

struct First {
  size_t printing = 0;  ///< its place among those given
  FirstBy by = FirstBy::date;
};

/// Nothing where it is not known. A printing of which only the day is known may have been at any
/// hour of it, one of no known date on any day: what remains possible is told by credits. One that
/// credits the outlet of another is later than that.
std::optional<First> first_printing(std::span<const Printing> printings);

}  // namespace khobao::reposts
