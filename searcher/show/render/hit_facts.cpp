#include "searcher/show/render/hit_facts.h"

#include <cmath>

#include "common/language/figures.h"
#include "common/language/say.h"

namespace khobao::show {

Message day_shown(const text::Day& day) {
  return {to_string(day), std::to_string(day.day) + "/" + std::to_string(day.month) + "/" +
                              std::to_string(day.year)};
}

Message shown_moment(const std::string& published) {
  constexpr size_t kDay = 10, kMinute = 16;  // characters of "2020-07-02T08:43"
  if (published.empty()) return say("undated");
  Message shown = date_shown(published.substr(0, kDay));
  if (published.size() >= kMinute && published.compare(kDay + 1, 5, "00:00") != 0)
    shown += ' ' + published.substr(kDay + 1, 5);
  return shown;
}

Message repost_facts(const searcher::Hit& hit, bool folded) {
  if (!hit.reposts) return {};
  if (hit.reposts->share)
    return say("{}% of it from the first", std::lround(*hit.reposts->share * 100));
  const size_t others = hit.reposts->size - 1;
  if (!folded) return {};
  return say_count(others, "+{} repost", "+{} reposts");
}

Message kept_facts(const archive::Article& article) {
  return article.is_kept() ? say("no longer at its source since {}", date_shown(article.gone)) : Message();
}

Message common_facts(const searcher::Hit& hit) {
  if (!hit.likeness) return {};
  std::string facts;
  for (const auto* list : {&hit.likeness->names, &hit.likeness->words}) {
    std::string joined;
    for (const std::string& one : *list) joined += (joined.empty() ? "" : ", ") + one;
    if (!joined.empty()) facts += (facts.empty() ? "" : "; ") + joined;
  }
  return facts.empty() ? Message() : say("in common: {}", facts);
}

}  // namespace khobao::show
