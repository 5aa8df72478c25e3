#include "common/names/name_data.h"

// The symbols of khobao_embed(), see CMakeLists.txt.
extern "C" {
extern const char khobao_names_heads_begin[], khobao_names_heads_end[];
extern const char khobao_names_domains_begin[], khobao_names_domains_end[];
extern const char khobao_names_levels_begin[], khobao_names_levels_end[];
extern const char khobao_names_provinces_begin[], khobao_names_provinces_end[];
extern const char khobao_names_districts_begin[], khobao_names_districts_end[];
extern const char khobao_names_district_changes_begin[], khobao_names_district_changes_end[];
extern const char khobao_names_countries_begin[], khobao_names_countries_end[];
extern const char khobao_names_foreign_countries_begin[], khobao_names_foreign_countries_end[];
extern const char khobao_names_foreign_places_begin[], khobao_names_foreign_places_end[];
extern const char khobao_names_foreign_persons_begin[], khobao_names_foreign_persons_end[];
extern const char khobao_names_world_places_begin[], khobao_names_world_places_end[];
extern const char khobao_names_expansions_begin[], khobao_names_expansions_end[];
extern const char khobao_names_word_sets_begin[], khobao_names_word_sets_end[];
extern const char khobao_names_document_kinds_begin[], khobao_names_document_kinds_end[];
extern const char khobao_names_common_words_begin[], khobao_names_common_words_end[];
extern const char khobao_names_not_organisations_begin[], khobao_names_not_organisations_end[];
extern const char khobao_names_organisations_party_begin[], khobao_names_organisations_party_end[];
extern const char khobao_names_organisations_state_begin[], khobao_names_organisations_state_end[];
extern const char khobao_names_organisations_armed_begin[], khobao_names_organisations_armed_end[];
extern const char khobao_names_organisations_mass_begin[], khobao_names_organisations_mass_end[];
extern const char khobao_names_organisations_business_begin[],
    khobao_names_organisations_business_end[];
extern const char khobao_names_organisations_education_begin[],
    khobao_names_organisations_education_end[];
extern const char khobao_names_organisations_health_begin[],
    khobao_names_organisations_health_end[];
extern const char khobao_names_organisations_media_begin[], khobao_names_organisations_media_end[];
extern const char khobao_names_organisations_world_begin[], khobao_names_organisations_world_end[];
extern const char khobao_names_organisations_sport_begin[], khobao_names_organisations_sport_end[];
extern const char khobao_names_compounds_begin[], khobao_names_compounds_end[];
}

namespace khobao::names::data {
namespace {

std::string_view between(const char* begin, const char* end) {
  return {begin, static_cast<size_t>(end - begin)};
}

}  // namespace

std::string_view heads() { return between(khobao_names_heads_begin, khobao_names_heads_end); }
std::string_view domains() { return between(khobao_names_domains_begin, khobao_names_domains_end); }
std::string_view levels() { return between(khobao_names_levels_begin, khobao_names_levels_end); }
std::string_view provinces() {
  return between(khobao_names_provinces_begin, khobao_names_provinces_end);
}
std::string_view districts() {
  return between(khobao_names_districts_begin, khobao_names_districts_end);
}
std::string_view district_changes() {
  return between(khobao_names_district_changes_begin, khobao_names_district_changes_end);
}
std::string_view countries() {
  return between(khobao_names_countries_begin, khobao_names_countries_end);
}
std::string_view foreign_countries() {
  return between(khobao_names_foreign_countries_begin, khobao_names_foreign_countries_end);
}
std::string_view foreign_places() {
  return between(khobao_names_foreign_places_begin, khobao_names_foreign_places_end);
}
std::string_view foreign_persons() {
  return between(khobao_names_foreign_persons_begin, khobao_names_foreign_persons_end);
}
std::string_view world_places() {
  return between(khobao_names_world_places_begin, khobao_names_world_places_end);
}
std::string_view expansions() {
  return between(khobao_names_expansions_begin, khobao_names_expansions_end);
}
std::string_view word_sets() {
  return between(khobao_names_word_sets_begin, khobao_names_word_sets_end);
}
std::string_view document_kinds() {
  return between(khobao_names_document_kinds_begin, khobao_names_document_kinds_end);
}
std::string_view common_words() {
  return between(khobao_names_common_words_begin, khobao_names_common_words_end);
}
std::string_view compounds() {
  return between(khobao_names_compounds_begin, khobao_names_compounds_end);
}

std::vector<std::string_view> organisations() {
  return {
      between(khobao_names_not_organisations_begin, khobao_names_not_organisations_end),
      between(khobao_names_organisations_party_begin, khobao_names_organisations_party_end),
      between(khobao_names_organisations_state_begin, khobao_names_organisations_state_end),
      between(khobao_names_organisations_armed_begin, khobao_names_organisations_armed_end),
      between(khobao_names_organisations_mass_begin, khobao_names_organisations_mass_end),
      between(khobao_names_organisations_business_begin, khobao_names_organisations_business_end),
      between(khobao_names_organisations_education_begin, khobao_names_organisations_education_end),
      between(khobao_names_organisations_health_begin, khobao_names_organisations_health_end),
      between(khobao_names_organisations_media_begin, khobao_names_organisations_media_end),
      between(khobao_names_organisations_world_begin, khobao_names_organisations_world_end),
      between(khobao_names_organisations_sport_begin, khobao_names_organisations_sport_end),
  };
}

}  // namespace khobao::names::data
