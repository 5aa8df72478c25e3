// The lessons of a generation and the lines that articles left, of any bytes: read, or damaged; and
// what is read is what would be written. Every article can be taught by them.
#include <algorithm>

#include "indexer/lessons/lessons.h"
#include "indexer/lessons/line_prints.h"
#include "indexer/lessons/teaching.h"
#include "indexer/read/reader.h"
#include "tests/support/fuzz_checks.h"

using namespace khobao;

namespace {

void teach_twice(std::string_view text, const lessons::Lessons& taught) {
  auto article = read::read_article(text, read::Form::plain_text, "bai.txt", {});
  if (!article) return;
  const std::vector<archive::Paragraph> before = lessons::lines_as_read(*article);
  for (int time = 0; time < 2; ++time) {
    lessons::teach(*article, "bao", taught);
    test::check_article(*article);
    test::require(lessons::lines_as_read(*article).size() == before.size(), "a line is lost");
  }
  lessons::teach(*article, "bao", {});
  test::require(article->paragraphs.size() == before.size(), "what was taken does not come back");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size_bytes) {
  const std::string_view bytes = test::as_text(data, size_bytes);
  const auto taught = lessons::read_lessons(bytes, "lessons");
  if (taught) {
    const auto again = lessons::read_lessons(lessons::lessons_bytes(*taught), "lessons");
    test::require(again && *again == *taught, "lessons change when they are written");
    teach_twice(bytes, *taught);
  }
  lessons::ArticlePrints prints;
  if (lessons::read_prints(bytes, prints)) {
    (void)lessons::taken_by(taught ? taught->furniture : lessons::FurnitureLessons(), prints);
    (void)lessons::DateLessons().doubts(prints);
  }
  // Lessons made of the bytes as an article of sixteen sites might have them.
  auto article = read::read_article(bytes, read::Form::plain_text, "bai.txt", {});
  if (!article) return 0;
  test::require(lessons::read_prints(lessons::prints_value(*article, "bao"), prints) ||
                    lessons::prints_value(*article, "bao").empty(),
                "an article's own lines cannot be read");
  lessons::Lessons own;
  for (const uint64_t site : prints.sites) {
    for (size_t i = 0; i < prints.lines.size(); i += 2) {
      own.furniture.lessons.push_back({.site = site,
                                       .line = prints.lines[i].hash(),
                                       .shape = prints.lines[i].shape(),
                                       .headline = false,
                                       .articles = 9,
                                       .looked_at = 9,
                                       .counted = 9});
    }
  }
  std::sort(own.furniture.lessons.begin(), own.furniture.lessons.end(),
            [](const auto& a, const auto& b) {
              return std::pair(a.site, a.line) < std::pair(b.site, b.line);
            });
  teach_twice(bytes, own);
  return 0;
}
