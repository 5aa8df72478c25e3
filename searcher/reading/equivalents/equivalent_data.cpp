#include "searcher/reading/equivalents/equivalent_data.h"

#include "common/names/name_data.h"

// The symbols of khobao_embed(), see CMakeLists.txt.
extern "C" {
extern const char khobao_equivalents_numerals_begin[], khobao_equivalents_numerals_end[];
extern const char khobao_equivalents_numeral_cues_begin[], khobao_equivalents_numeral_cues_end[];
extern const char khobao_equivalents_abbreviations_begin[], khobao_equivalents_abbreviations_end[];
extern const char khobao_equivalents_everyday_begin[], khobao_equivalents_everyday_end[];
extern const char khobao_equivalents_places_begin[], khobao_equivalents_places_end[];
extern const char khobao_equivalents_spellings_begin[], khobao_equivalents_spellings_end[];
}

namespace khobao::data {
namespace {

std::string_view between(const char* begin, const char* end) {
  return {begin, static_cast<size_t>(end - begin)};
}

}  // namespace

std::string_view numerals() {
  return between(khobao_equivalents_numerals_begin, khobao_equivalents_numerals_end);
}

std::string_view numeral_cues() {
  return between(khobao_equivalents_numeral_cues_begin, khobao_equivalents_numeral_cues_end);
}

std::string_view abbreviations() {
  return between(khobao_equivalents_abbreviations_begin, khobao_equivalents_abbreviations_end);
}

std::string_view everyday() {
  return between(khobao_equivalents_everyday_begin, khobao_equivalents_everyday_end);
}

std::vector<std::string_view> spellings() {
  return {
      names::data::foreign_countries(),
      names::data::foreign_places(),
      names::data::foreign_persons(),
      between(khobao_equivalents_places_begin, khobao_equivalents_places_end),
      between(khobao_equivalents_spellings_begin, khobao_equivalents_spellings_end),
  };
}

}  // namespace khobao::data
