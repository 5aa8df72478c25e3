#pragma once
/// In which language a program speaks.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/message.h"
#include "common/cli/environment.h"

namespace khobao::cli {

inline constexpr std::string_view kLanguageOption = "--lang";

/// "vi", "en", and as locales write them: "vi_VN.UTF-8", "en_GB", "C", "POSIX"; nullopt for others.
std::optional<Language> language_named(std::string_view name);

/// "vi" or "en", for what --lang means; "" where it means neither.
std::string language_meant(std::string_view typed);

/// The first that names a language of ours, in this order: --lang among `arguments`, $KHOBAO_LANG,
/// `lang` in the file of settings (settings_file.h; not read after --no-config), and the locale. Of
/// that only the first variable that is set counts, of LC_ALL, LC_MESSAGES and LANG; no locale need
/// be installed. English where none does.
Language language_wanted(std::string_view program, const std::vector<std::string>& arguments,
                         const Environment& environment);

/// The same without the locale; nullopt where the user chose none.
std::optional<Language> language_chosen(std::string_view program,
                                        const std::vector<std::string>& arguments,
                                        const Environment& environment);

/// What the locale says: the language that it names and the variable that does ("LANG"); nullopt
/// where it names none of ours.
struct LocaleLanguage {
  Language language;
  std::string variable;
};
std::optional<LocaleLanguage> language_of_locale(const Environment& environment);

}  // namespace khobao::cli
