#pragma once
/// Fields and facets as they are typed after --facets, --table and --list.
///
///   tổ-chức, to chuc, organisations   org
///   ngày:month                        date:month
#include <string>
#include <string_view>
#include <vector>

#include "common/archive/fields.h"
#include "searcher/request.h"
#include "searcher/table.h"

namespace khobao::searcher {

/// The names of the fields that fit, in the order of the table of fields.
std::vector<std::string> field_names(bool (*fits)(const archive::FieldRow&));

/// The field that `typed` names, in Vietnamese, in the plural or as prose has it; else "".
std::string field_meant(std::string_view typed);

/// What --facets takes: fields, and dates with their steps ("date:month").
std::vector<std::string> facet_choices();

/// field_meant() of what may have the step of a date.
std::string facet_meant(std::string_view typed);

/// The step that a choice names; the field's own where it names none.
DateStep step_in(const std::string& facet);

/// A choice as a side of a table.
TableSide side_named(const std::string& facet);

}  // namespace khobao::searcher
