#include "searcher/kept/archives_json.h"

#include <nlohmann/json.hpp>

namespace khobao::kept {

nlohmann::ordered_json archives_json(const std::vector<std::string>& archives) {
  if (archives.size() == 1) return archives.front();
  return archives;
}

std::vector<std::string> archives_in(const nlohmann::ordered_json& json) {
  if (json.is_string()) return {json.get<std::string>()};
  return json.get<std::vector<std::string>>();
}

}  // namespace khobao::kept
