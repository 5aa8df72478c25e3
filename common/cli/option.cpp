#include "common/cli/option.h"

namespace khobao::cli {

bool Option::taken_by(const std::string& command) const {
  return commands.empty() || (" " + commands + " ").find(" " + command + " ") != std::string::npos;
}

std::string Option::value_name() const {
  if (flag() || !value.empty()) return value;
  std::string names;
  for (const std::string& choice : choices) names += (names.empty() ? "" : "|") + choice;
  return names;
}

std::string Option::default_text() const {
  if (const auto* number = std::get_if<size_t*>(&into)) return std::to_string(**number);
  if (const auto* text = std::get_if<std::string*>(&into)) return **text;
  return "";
}

}  // namespace khobao::cli
