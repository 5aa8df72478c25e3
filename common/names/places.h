#pragma once
/// Places that name bodies: the 63 provinces to June 2025 and the 34 of July 2025, and the
/// districts and towns that tell of a province.
#include <cstdint>
#include <string_view>

namespace khobao::names {

class Lexicon;
class Symbols;

struct Place {
  uint32_t name = 0;  ///< "Bình Định"; a text of the lexicon
  int level = -1;    ///< index of Lexicon::levels; of an ambiguous name the first given
  int province =
      -1;  ///< of a district: index of Lexicon::places; -1 where several provinces have one
  int merged = -1;  ///< of a province: the one it has been part of since July 2025, or itself

  bool is_province() const { return merged >= 0; }
};

/// Since this day there are 34 provinces and no districts.
inline constexpr std::string_view kMergerDate = "2025-07-01";

/// Reads data/provinces.tsv and data/districts.tsv into `lexicon`, whose levels are already read.
void read_places(Symbols& symbols, Lexicon& lexicon);

}  // namespace khobao::names
