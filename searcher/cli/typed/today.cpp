#include "searcher/cli/typed/today.h"

#include <ctime>

namespace khobao::searcher {

text::Day today() {
  constexpr std::time_t kEastOfGreenwich = 25'200, kDay = 86'400;
  return text::day_of_number(static_cast<long>((std::time(nullptr) + kEastOfGreenwich) / kDay));
}

}  // namespace khobao::searcher
