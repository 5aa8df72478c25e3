#include "searcher/show/render/formats.h"

#include <algorithm>
#include <vector>

namespace khobao::show {

const Format* find_format(std::string_view name) {
  const auto found = std::find_if(kFormats.begin(), kFormats.end(),
                                  [&](const Format& format) { return format.name == name; });
  return found == kFormats.end() ? nullptr : &*found;
}

std::string format_names(bool batch_only, std::string_view before_last) {
  std::vector<std::string_view> names;
  for (const Format& format : kFormats) {
    if (format.batch || !batch_only) names.push_back(format.name);
  }
  std::string list;
  for (size_t i = 0; i < names.size(); ++i) {
    if (i > 0) list += i + 1 == names.size() ? before_last : ", ";
    list += names[i];
  }
  return list;
}

std::string format_help() {
  std::string help;
  for (const Format& format : kFormats) {
    help.append(help.empty() ? "" : ", ").append(format.name);
    help.append(" (").append(format.help).append(")");
  }
  return help;
}

}  // namespace khobao::show
