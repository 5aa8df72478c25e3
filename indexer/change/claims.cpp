#include "indexer/change/claims.h"

#include <tuple>

#include "common/archive/disk/hash.h"
#include "common/language/say.h"
#include "indexer/change/known_inputs.h"

namespace khobao::change {

bool comes_first(const Place& a, const Place& b) {
  const auto turn = [](const Place& place) {
    return place.file == kKeptTexts ? 0 : place.file == "-" ? 2 : 1;
  };
  const int a_turn = turn(a), b_turn = turn(b);
  return std::tie(a_turn, a.file, a.line) < std::tie(b_turn, b.file, b.line);
}

std::string duplicate_note(const std::string& id, const std::string& holder) {
  return say("its id '{}' is that of '{}' already", id, holder);
}

Claims::Answer Claims::claim(std::string_view id, const Place& place) {
  const auto [holder, added] = holders_.emplace(archive::content_hash(id), place);
  if (added || holder->second == place) return {.granted = true, .other = {}};
  if (!comes_first(place, holder->second)) return {.granted = false, .other = holder->second};
  Answer answer{.granted = true, .other = std::move(holder->second)};
  holder->second = place;
  return answer;
}

}  // namespace khobao::change
