#pragma once
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

namespace khobao::kept {

/// The archives that a kept file is about: a text for one, an array of texts for several.
nlohmann::ordered_json archives_json(const std::vector<std::string>& archives);

/// The same read; throws where it is neither.
std::vector<std::string> archives_in(const nlohmann::ordered_json& json);

}  // namespace khobao::kept
