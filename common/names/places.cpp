#include "common/names/places.h"

#include <unordered_map>

#include "common/base/embedded.h"
#include "common/names/lexicon.h"
#include "common/names/name_data.h"

namespace khobao::names {

void read_places(Symbols& symbols, Lexicon& lexicon) {
  std::unordered_map<std::string, int> by_name;
  std::vector<std::string> merged_names;
  const auto add = [&](std::string_view name, int level) {
    const auto place = static_cast<int>(lexicon.places.size());
    lexicon.places.push_back(
        {.name = lexicon.add_text(name), .level = level, .province = -1, .merged = -1});
    lexicon.add_phrase(symbols, lexicon.place_phrases, name, static_cast<uint32_t>(place),
                       role::kPlace);
    return place;
  };
  for_each_data_line(data::provinces(), [&](std::string_view line) {
    const auto [name, aliases, level, merged] = columns(line);
    const int place = add(name, lexicon.level(level));
    by_name.emplace(name, place);
    merged_names.emplace_back(merged.empty() ? name : merged);
    for_each_part(aliases, ';', [&](std::string_view alias) {
      lexicon.add_phrase(symbols, lexicon.place_phrases, alias, static_cast<uint32_t>(place),
                         role::kPlace);
    });
  });
  for (size_t i = 0; i < merged_names.size(); ++i) {
    const auto it = by_name.find(merged_names[i]);
    lexicon.places.own(i).merged = it == by_name.end() ? static_cast<int>(i) : it->second;
  }
  for_each_data_line(data::districts(), [&](std::string_view line) {
    const auto [province_name, level, names, d] = columns(line);
    const auto province = by_name.find(std::string(province_name));
    if (province == by_name.end()) return;
    const int own_level = lexicon.level(level);
    for_each_part(names, ';', [&](std::string_view name) {
      const auto [it, fresh] = by_name.try_emplace(std::string(name), 0);
      if (fresh) {
        it->second = add(name, own_level);
        lexicon.places.own(static_cast<size_t>(it->second)).province = province->second;
        return;
      }
      // The name of a province stays the province's; a name of several districts tells of none.
      Place& known = lexicon.places.own(static_cast<size_t>(it->second));
      if (!known.is_province() && known.province != province->second) known.province = -1;
    });
  });
}

}  // namespace khobao::names
