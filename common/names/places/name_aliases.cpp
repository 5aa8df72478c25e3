#include "common/names/places/name_aliases.h"

#include "common/base/packed_texts.h"
#include "common/names/linked/linked_names.h"
#include "common/names/name_key.h"

namespace khobao::names {
namespace {

PackedTexts forms_of(char kind, std::string_view key) {
  const auto found = linked_name_forms().find(std::string(1, kind).append(key));
  return PackedTexts(found.value_or(std::string_view()));
}

std::vector<std::string> list_of(const PackedTexts& texts) { return {texts.begin(), texts.end()}; }

}  // namespace

std::vector<std::string> places_called(std::string_view form) {
  return list_of(forms_of('p', name_key(form)));
}

std::vector<std::string> people_called(std::string_view form) {
  return list_of(forms_of('f', name_key(form)));
}

std::vector<std::string> province_forms(std::string_view key) {
  return list_of(forms_of('v', key));
}

std::string province_of_district(std::string_view key) {
  const PackedTexts provinces = forms_of('d', key);
  const bool one = !provinces.empty() && ++provinces.begin() == provinces.end();
  return one ? std::string(provinces.front()) : std::string();
}

bool is_central_city(std::string_view key) {
  return linked_name_forms().find(std::string("c").append(key)).has_value();
}

}  // namespace khobao::names
