#include "common/cli/settings/language.h"

#include <algorithm>

#include "common/cli/settings/settings_file.h"

namespace khobao::cli {
namespace {

// The value of the last --lang before the words; "" where none was typed.
std::string typed_language(const std::vector<std::string>& arguments) {
  std::string typed;
  for (size_t at = 0; at < arguments.size() && arguments[at] != "--"; ++at) {
    const std::string_view argument = arguments[at];
    if (argument == kLanguageOption && at + 1 < arguments.size()) typed = arguments[at + 1];
    if (argument.starts_with(kLanguageOption) && argument.substr(kLanguageOption.size()).starts_with('='))
      typed = argument.substr(kLanguageOption.size() + 1);
  }
  return typed;
}

}  // namespace

std::optional<Language> language_named(std::string_view name) {
  std::string letters(name.substr(0, name.find_first_of("_-.@")));
  for (char& c : letters) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  if (letters == "vi" || letters == "vie") return Language::vietnamese;
  if (letters == "en" || letters == "eng" || letters == "c" || letters == "posix")
    return Language::english;
  return std::nullopt;
}

std::string language_meant(std::string_view typed) {
  const auto language = language_named(typed);
  return !language ? "" : *language == Language::vietnamese ? "vi" : "en";
}

std::optional<Language> language_chosen(std::string_view program,
                                        const std::vector<std::string>& arguments,
                                        const Environment& environment) {
  if (const auto typed = language_named(typed_language(arguments))) return typed;
  if (const auto set = language_named(environment.value_of("KHOBAO_LANG"))) return set;
  if (std::find(arguments.begin(), arguments.end(), "--no-config") != arguments.end())
    return std::nullopt;
  return language_named(language_in_settings(program, environment));
}

Language language_wanted(std::string_view program, const std::vector<std::string>& arguments,
                         const Environment& environment) {
  if (const auto chosen = language_chosen(program, arguments, environment)) return *chosen;
  const auto locale = language_of_locale(environment);
  return locale ? locale->language : Language::english;
}

std::optional<LocaleLanguage> language_of_locale(const Environment& environment) {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const std::string value = environment.value_of(name);
    if (value.empty()) continue;
    const auto language = language_named(value);
    if (!language) return std::nullopt;
    return LocaleLanguage{*language, name};
  }
  return std::nullopt;
}

}  // namespace khobao::cli
