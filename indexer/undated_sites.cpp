#include "indexer/undated_sites.h"

#include "common/language/say.h"
#include "common/text/letters/printable.h"

namespace khobao::indexer {
namespace {

constexpr uint64_t kFewestArticles = 10;
constexpr size_t kShownDateBytes = 60;

}  // namespace

void UndatedSites::count(const pipeline::ReadArticle& article) {
  const archive::Article& a = article.article;
  const std::lock_guard lock(mutex_);
  of_outlets_[article.root] += !a.outlet.empty();
  Site& site = a.outlet.empty() ? roots_[article.root] : outlets_[a.outlet];
  ++site.articles;
  site.undated += a.published.empty();
  // The first by its place, whatever the order of the threads.
  if (article.unread_date.empty()) return;
  ++unread_;
  std::pair<std::string, std::string> example{a.path, article.unread_date};
  if (unread_ == 1 || example < unread_example_) unread_example_ = std::move(example);
}

std::vector<Message> UndatedSites::notes() const {
  std::vector<Message> notes;
  for (const auto* sites : {&outlets_, &roots_}) {
    for (const auto& [name, site] : *sites) {
      if (site.articles < kFewestArticles || site.undated < site.articles) continue;
      const auto others = of_outlets_.find(name);
      const bool some = sites == &roots_ && others != of_outlets_.end() && others->second > 0;
      notes.push_back(
          some ? say("none of the {} articles read of '{}' that name no outlet has a date; see how they "
                     "are understood with 'indexer inspect PATH'",
                     site.articles, name)
               : say("none of the {} articles read of '{}' has a date; see how they are understood "
                     "with 'indexer inspect PATH'",
                     site.articles, name));
    }
  }
  if (unread_ > 0) {
    const auto& [path, date] = unread_example_;
    notes.push_back(say_count(
        unread_,
        "{} article states a day of publication that names no day, such as '{}' of '{}': undated; "
        "'indexer update --corrections FILE' dates single articles",
        "{} articles state a day of publication that names no day, such as '{}' of '{}': undated; "
        "'indexer update --corrections FILE' dates single articles",
        text::printable(date.substr(0, kShownDateBytes)), path));
  }
  return notes;
}

}  // namespace khobao::indexer
