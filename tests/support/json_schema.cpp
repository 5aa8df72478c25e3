#include "tests/support/json_schema.h"

#include <algorithm>
#include <set>
#include <stdexcept>

namespace khobao::test {
namespace {

using Json = nlohmann::json;

bool has_type(const Json& value, const std::string& type) {
  if (type == "object") return value.is_object();
  if (type == "array") return value.is_array();
  if (type == "string") return value.is_string();
  if (type == "boolean") return value.is_boolean();
  if (type == "null") return value.is_null();
  if (type == "integer") return value.is_number_integer();
  if (type == "number") return value.is_number();
  throw std::runtime_error("unknown type " + type);
}

class Checker {
 public:
  explicit Checker(const Json& schema) : whole_(schema) {}

  void check(const Json& schema, const Json& value, const std::string& place) {
    static const std::set<std::string> kWords = {
        "$schema", "$id",   "$defs", "$ref",       "title",    "description",
        "type",    "const", "enum",  "properties", "required", "additionalProperties",
        "items"};
    for (const auto& [word, ignored] : schema.items()) {
      if (!kWords.contains(word)) throw std::runtime_error("unknown word " + word);
    }
    if (schema.contains("$ref")) {
      const auto name = schema["$ref"].get<std::string>();
      check(whole_.at(Json::json_pointer(name.substr(1))), value, place);
    }
    if (schema.contains("type") && !of_type(schema["type"], value)) {
      const Json& type = schema["type"];
      fault(place, "not of type " + (type.is_string() ? type.get<std::string>() : type.dump()));
      return;
    }
    if (schema.contains("const") && value != schema["const"])
      fault(place, "not " + schema["const"].dump());
    if (schema.contains("enum") &&
        std::find(schema["enum"].begin(), schema["enum"].end(), value) == schema["enum"].end())
      fault(place, "not one of " + schema["enum"].dump());
    if (value.is_object()) check_object(schema, value, place);
    if (value.is_array() && schema.contains("items")) {
      for (size_t i = 0; i < value.size(); ++i)
        check(schema["items"], value[i], place + "/" + std::to_string(i));
    }
  }

  std::string faults;

 private:
  static bool of_type(const Json& type, const Json& value) {
    if (type.is_string()) return has_type(value, type.get<std::string>());
    return std::any_of(type.begin(), type.end(),
                       [&](const Json& one) { return has_type(value, one.get<std::string>()); });
  }

  void check_object(const Json& schema, const Json& value, const std::string& place) {
    for (const Json& key : schema.value("required", Json::array())) {
      if (!value.contains(key.get<std::string>())) fault(place, "no " + key.get<std::string>());
    }
    const Json properties = schema.value("properties", Json::object());
    for (const auto& [key, part] : value.items()) {
      if (properties.contains(key)) check(properties[key], part, place + "/" + key);
    }
    if (!schema.contains("additionalProperties")) return;
    const Json& more = schema["additionalProperties"];
    for (const auto& [key, part] : value.items()) {
      if (properties.contains(key)) continue;
      if (more.is_object()) {
        check(more, part, place + "/" + key);
      } else if (!more.get<bool>()) {
        fault(place, key + " is not known");
      }
    }
  }

  void fault(const std::string& place, const std::string& what) {
    faults += place + ": " + what + "\n";
  }

  const Json& whole_;
};

}  // namespace

std::string schema_faults(const Json& schema, const Json& value) {
  Checker checker(schema);
  checker.check(schema, value, "");
  return checker.faults;
}

}  // namespace khobao::test
