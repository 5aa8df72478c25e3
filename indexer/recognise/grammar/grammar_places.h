#pragma once
/// What a name says of its place or country, read where the rest of the name ends.
///
///   (UBND) tỉnh Bình Định     level "tỉnh", place "Bình Định"
///   (Sở Y tế) các tỉnh        generic: of no place in particular
#include <string>

#include "common/names/gazetteer.h"
#include "indexer/recognise/grammar/grammar_at.h"

namespace khobao::recognise {

struct PlaceRead {
  size_t end = 0;  ///< word after it; where it began if there is none
  int level = -1;
  bool level_printed = false;
  std::string place;
  bool generic = false;  ///< "các tỉnh", "tỉnh, thành phố"
};

class GrammarPlaces {
 public:
  /// `lexicon` must outlive this object.
  explicit GrammarPlaces(const names::Lexicon& lexicon) : lexicon_(lexicon) {}

  /// The place at word `pos`; `need_level`: only one with its level in front.
  PlaceRead parse_place(const GrammarAt& at, size_t pos, bool need_level) const;

  /// Notes the country right after `found`, where there is one; gives back `found`.
  const Found& read_country(const GrammarAt& at, Found& found) const;

  bool begins_country(const GrammarAt& at, size_t pos) const;

 private:
  size_t place_name_end(const GrammarAt& at, size_t pos, int level) const;

  const names::Lexicon& lexicon_;
};

}  // namespace khobao::recognise
