#include "indexer/lessons/teaching.h"

#include <memory>
#include <utility>
#include <vector>

#include "common/archive/disk/files.h"
#include "common/archive/generations/generation.h"
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

std::function<void(archive::Article&, const std::string& root)> expected_lessons(
    const std::string& db) {
  const auto generation = archive::live_generation(db);
  if (!generation) return {};
  const auto bytes = archive::read_file(generation->lessons());
  if (!bytes) return {};
  auto lessons = read_lessons(*bytes, generation->lessons());
  if (!lessons || lessons->empty()) return {};
  return [expected = std::make_shared<Lessons>(std::move(*lessons))](
             archive::Article& article, const std::string& root) { teach(article, root, *expected); };
}

}  // namespace khobao::lessons
