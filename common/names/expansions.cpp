#include "common/names/expansions.h"

#include <string>
#include <unordered_map>

#include "common/base/embedded.h"
#include "common/names/name_data.h"
#include "common/text/letters/fold.h"
#include "common/text/letters/normalise.h"

namespace khobao::names {

std::string_view expansion_of(std::string_view word) {
  static const auto table = [] {
    std::unordered_map<std::string, std::string_view> entries;
    for_each_data_line(data::expansions(), [&](std::string_view line) {
      const size_t tab = line.find('\t');
      if (tab == std::string_view::npos) return;
      const std::string abbreviation = text::normalise_word(line.substr(0, tab));
      entries.emplace(abbreviation, line.substr(tab + 1));
      entries.emplace(text::fold(abbreviation), line.substr(tab + 1));
    });
    return entries;
  }();
  const auto found = table.find(text::normalise_word(word));
  return found == table.end() ? std::string_view() : found->second;
}

}  // namespace khobao::names
