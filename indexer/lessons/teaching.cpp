#include "indexer/lessons/teaching.h"

#include <utility>
#include <vector>

#include "indexer/lessons/article_lines.h"
#include "indexer/read/lines/title.h"

namespace khobao::lessons {

namespace {

void doubt(archive::Article& article, bool doubted) {
  using archive::PublishedFrom;
  if (doubted == !article.doubted.empty()) return;
  std::swap(article.published, article.doubted);
  article.published_from = doubted ? PublishedFrom::none : PublishedFrom::dateline;
}

}  // namespace

void teach(archive::Article& article, const std::string& root, const Lessons& lessons) {
  if (article.is_kept()) return;
  ArticlePrints prints;
  const bool counts = read_prints(prints_value(article, root), prints);
  std::vector<bool> taken;
  if (counts) taken = taken_by(lessons.furniture, prints);
  std::vector<archive::Paragraph> paragraphs = lines_as_read(article);
  const std::vector<Unit> all = units_of(paragraphs);
  std::vector<Unit> units;
  for (size_t i = 0; i < taken.size(); ++i) {
    if (taken[i]) units.push_back(all[i]);
  }
  take_units(std::move(paragraphs), units, article);
  doubt(article, counts && lessons.dates.doubts(prints));
  if (!article.title.empty()) return;
  article.display_title.clear();
  for (const archive::Paragraph& paragraph : article.paragraphs) {
    if (article.display_title.empty() && paragraph.role == archive::Role::body)
      article.display_title = read::make_title(paragraph.text);
  }
}

}  // namespace khobao::lessons
