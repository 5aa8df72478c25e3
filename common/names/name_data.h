#pragma once
/// The data files of this folder as they are linked in; their form stands in their first lines.
#include <string_view>
#include <vector>

namespace khobao::names::data {

std::string_view heads();
std::string_view domains();
std::string_view levels();
std::string_view provinces();
std::string_view districts();
std::string_view district_changes();
std::string_view countries();
/// Foreign names with the spellings that print uses side by side, which searches read, too.
std::string_view foreign_countries();
std::string_view foreign_places();
std::string_view foreign_persons();
std::string_view world_places();
std::string_view expansions();
std::string_view common_words();
std::string_view compounds();
std::string_view word_sets();
std::string_view document_kinds();
/// The lists of single organisations: data/organisations_*.tsv and data/not_organisations.tsv.
std::vector<std::string_view> organisations();

}  // namespace khobao::names::data
