#pragma once
/// Values of a JSON object that may not be what was written: what is missing or of another type is
/// read as 0 or empty.
#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>

namespace khobao::archive {

inline uint64_t json_number(const nlohmann::json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_number_unsigned() ? found->get<uint64_t>() : 0;
}

inline std::string json_text(const nlohmann::json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

}  // namespace khobao::archive
