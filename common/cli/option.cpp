#include "common/cli/option.h"

#include <algorithm>

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

std::string Option::short_value_name() const {
  constexpr size_t kLongest = 12;
  std::string shown = value_name();
  if (shown.size() <= kLongest) return shown;
  shown = name.substr(2);
  for (char& c : shown) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - ('a' - 'A')) : c;
  return shown;
}

std::vector<std::string> Option::names() const {
  if (positional()) return {};
  std::vector<std::string> all{name};
  std::string_view others = other_names;
  while (!others.empty()) {
    const std::string_view one = others.substr(0, others.find(','));
    all.emplace_back(one);
    others.remove_prefix(std::min(one.size() + 1, others.size()));
  }
  return all;
}

std::string Option::default_text() const {
  if (const auto* number = std::get_if<size_t*>(&into)) return std::to_string(**number);
  if (const auto* text = std::get_if<std::string*>(&into)) return **text;
  return "";
}

}  // namespace khobao::cli
