#include "searcher/show/render/page_words.h"

#include "common/language/figures.h"
#include "common/language/say.h"

namespace khobao::show {

Message articles_match(uint64_t total) {
  if (total == 0) return say("no article matches");
  return total == 1 ? say("{} article matches", number_shown(total))
                    : say("{} articles match", number_shown(total));
}

Message step_word(searcher::DateStep step) {
  switch (step) {
    case searcher::DateStep::day: return say("day");
    case searcher::DateStep::week: return say("week");
    case searcher::DateStep::month: return say("month");
    case searcher::DateStep::year: return say("year");
    case searcher::DateStep::own: break;
  }
  return {};
}

}  // namespace khobao::show
