#include "searcher/kept/retyped.h"

namespace khobao::kept {
namespace {

// The values of an option, each as text; of a flag one, which is not looked at.
std::vector<std::string> values_of(const cli::Option& option) {
  if (const auto* flag = std::get_if<bool*>(&option.into))
    return **flag ? std::vector<std::string>{""} : std::vector<std::string>{};
  if (const auto* number = std::get_if<size_t*>(&option.into)) return {std::to_string(**number)};
  if (const auto* text = std::get_if<std::string*>(&option.into)) return {**text};
  if (const auto* optional = std::get_if<std::optional<std::string>*>(&option.into))
    return **optional ? std::vector<std::string>{***optional} : std::vector<std::string>{};
  return **std::get_if<std::vector<std::string>*>(&option.into);
}

}  // namespace

std::vector<std::string> retyped(const cli::CommandLine& given, const cli::CommandLine& defaults) {
  std::vector<std::string> arguments, words;
  for (size_t i = 0; i < given.options.size(); ++i) {
    const cli::Option& option = given.options[i];
    const std::vector<std::string> values = values_of(option);
    if (values == values_of(defaults.options[i])) continue;
    for (const std::string& value : values) {
      if (option.positional()) {
        words.push_back(value);
      } else {
        arguments.push_back(option.flag() ? option.name : option.name + "=" + value);
      }
    }
  }
  if (words.empty()) return arguments;
  arguments.emplace_back("--");
  arguments.insert(arguments.end(), words.begin(), words.end());
  return arguments;
}

}  // namespace khobao::kept
