#pragma once
/// What holds where nothing is typed: the file of settings, and above it the environment.
///
///     # ~/.config/khobao/config
///     db = ~/archive
///     [searcher]
///     limit = 20            # or KHOBAO_LIMIT=20 in the environment
///     facets = org,date
///     no-pager = yes
///
/// A line is the long name of an option whose row says `setting`, an equals sign, and a value; "db"
/// and "lang" may stand above the sections, as they are both programs'. Blank lines and what follows a # that
/// begins a line or stands after a blank do not count. An option's variable is KHOBAO_ and its name
/// in capitals, _ for -; one that is empty is not set.
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "common/cli/environment.h"
#include "common/cli/option.h"

namespace khobao::cli {

struct Setting {
  std::string option;               ///< "--limit"
  std::vector<std::string> values;  ///< of a flag: "yes" or "no"
  std::string from;                 ///< "/home/lan/.config/khobao/config:4", "$KHOBAO_LIMIT"
};

/// $KHOBAO_CONFIG, else khobao/config in the XDG folder of configuration; "" where neither is known.
std::string settings_file(const Environment& environment);

/// What the file says of `lang` for a program, whatever else is wrong with it; "" for nothing.
std::string language_in_settings(std::string_view program, const Environment& environment);

/// The settings of a program, those that count more after those that count less; `with_file`: those
/// of the file, too, where there is one. A usage error names the line that is no setting.
Result<std::vector<Setting>> read_settings(const CommandLine& line, const Environment& environment,
                                           bool with_file);

}  // namespace khobao::cli
