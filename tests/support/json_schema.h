#pragma once
/// As much of JSON Schema as searcher/show/render/answer.schema.json uses: $ref into $defs, type (one or
/// several), const, enum, properties, required, additionalProperties, items.
#include <nlohmann/json.hpp>
#include <string>

namespace khobao::test {

/// "PLACE: what is wrong" a line; "" where the value is as the schema says. Throws where the schema
/// uses a word that is not known here.
std::string schema_faults(const nlohmann::json& schema, const nlohmann::json& value);

}  // namespace khobao::test
