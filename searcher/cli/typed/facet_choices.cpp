#include "searcher/cli/typed/facet_choices.h"

#include <algorithm>
#include <utility>

namespace khobao::searcher {
namespace {

constexpr std::pair<std::string_view, DateStep> kDateSteps[] = {{"year", DateStep::year},
                                                                {"month", DateStep::month},
                                                                {"week", DateStep::week},
                                                                {"day", DateStep::day}};

// Names of fields as prose has them.
constexpr std::pair<std::string_view, archive::FieldId> kFullNames[] = {
    {"organisation", archive::FieldId::organisation},
    {"organization", archive::FieldId::organisation},
    {"document", archive::FieldId::document},
    {"people", archive::FieldId::person}};

}  // namespace

std::vector<std::string> field_names(bool (*fits)(const archive::FieldRow&)) {
  std::vector<std::string> names;
  for (const archive::FieldRow& field : archive::kFields) {
    if (fits(field)) names.emplace_back(field.name);
  }
  return names;
}

std::string field_meant(std::string_view typed) {
  std::string name;
  for (const char c : typed) {
    if (c != ' ') name += c;
  }
  for (const auto& [full, field] : kFullNames) {
    if (name == full || name == std::string(full) + "s") name = archive::field(field).name;
  }
  auto field = archive::find_field(name);
  if (!field && name.ends_with('s')) field = archive::find_field(name.substr(0, name.size() - 1));
  return field ? std::string(archive::field(*field).name) : "";
}

std::vector<std::string> facet_choices() {
  std::vector<std::string> names = field_names([](const auto& field) { return field.facetable; });
  const std::string date(archive::field(archive::FieldId::date).name);
  for (const auto& [name, step] : kDateSteps) names.push_back(date + ":" + std::string(name));
  return names;
}

DateStep step_in(const std::string& facet) {
  for (const auto& [name, step] : kDateSteps) {
    if (facet.ends_with(':' + std::string(name))) return step;
  }
  return DateStep::own;
}

TableSide side_named(const std::string& facet) {
  const auto field = archive::find_field(std::string_view(facet).substr(0, facet.find(':')));
  return {field.value_or(archive::FieldId::date), step_in(facet)};
}

std::string facet_meant(std::string_view typed) {
  const size_t colon = std::min(typed.find(':'), typed.size());
  return field_meant(typed.substr(0, colon)) + std::string(typed.substr(colon));
}

}  // namespace khobao::searcher
