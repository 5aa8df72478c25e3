// What an archive teaches of furniture. All texts are invented.
#include <doctest/doctest.h>

#include <algorithm>

#include "indexer/lessons/article_lines.h"
#include "indexer/lessons/lessons.h"
#include "tests/support/archive.h"
#include "tests/support/archive_content.h"
#include "tests/support/built_archive.h"
#include "tests/support/invented_site.h"

using namespace khobao;
using namespace khobao::test;
using archive::Part;
using archive::Role;

namespace {

bool holds(const std::string& text, const std::string& line) {
  return text.find(line) != std::string::npos;
}

indexer::BuildRequest request_for(const std::string& folder, const names::Gazetteer& gazetteer) {
  indexer::BuildRequest request;
  request.targets = {{folder, ""}};
  request.pipeline.threads = 2;
  request.pipeline.gazetteer = &gazetteer;
  return request;
}

}  // namespace

TEST_CASE("lessons: what is taken of an article comes back to its place and role") {
  archive::Article article;
  article.paragraphs = {{"Đọc thêm tin trên Mây", Role::body},
                        {"Mời nghe bài này trên Mây. Sáng nay bà con ra đồng gặt lúa. Xin cảm ơn "
                         "quý vị đã nghe.",
                         Role::body},
                        {"Cánh đồng Mây.", Role::caption},
                        {"Theo dõi Mây mỗi ngày", Role::body}};
  const auto before = article.paragraphs;
  std::vector<lessons::Unit> units = lessons::units_of(before);
  REQUIRE(units.size() == 6);
  CHECK(units[2].part == Part::front);
  CHECK(units[2].text == "Mời nghe bài này trên Mây.");
  CHECK(units[3].part == Part::end);
  CHECK(units[3].text == "Xin cảm ơn quý vị đã nghe.");
  units.erase(units.begin() + 4);  // the caption
  units.erase(units.begin() + 1);  // the whole of the second
  lessons::take_units(before, units, article);
  REQUIRE(article.paragraphs.size() == 2);
  CHECK(article.paragraphs[0].text == "Sáng nay bà con ra đồng gặt lúa.");
  CHECK(article.paragraphs[1].role == Role::caption);
  CHECK(lessons::lines_as_read(article) == before);
  lessons::take_units(lessons::lines_as_read(article), {}, article);
  CHECK(article.paragraphs == before);
  CHECK(article.taken.empty());
}

TEST_CASE("lessons: the file is read as it was written, and damage is told") {
  lessons::Lessons both;
  lessons::FurnitureLessons& all = both.furniture;
  all.articles = 300;
  all.taught = 120;
  all.sites = {{7, 200}, {9, 100}};
  all.lessons = {{7, 0x1200, lessons::Shape::label, false, 90, 16, 15},
                 {9, 0x3400, lessons::Shape::headline, true, 3, 3, 3}};
  both.dates.folders = {{3, -4000, 17000, 2}};
  const std::string bytes = lessons::lessons_bytes(both);
  const auto read = lessons::read_lessons(bytes, "x");
  REQUIRE(read);
  CHECK(*read == both);
  CHECK(read->furniture.find(9, 0x3400) != nullptr);
  CHECK(read->furniture.find(7, 0x3400) == nullptr);
  for (size_t cut = 0; cut < bytes.size(); ++cut)
    CHECK_FALSE(lessons::read_lessons(std::string_view(bytes).substr(0, cut), "x"));
}

TEST_CASE("lessons: an invented site of 200 pages loses its furniture and keeps its text") {
  const names::Gazetteer gazetteer;
  for (const unsigned seed : {1u, 2u, 3u}) {
    CAPTURE(seed);
    const TempDir dir = TempDir::in_memory();
    const auto pages = invented_site(seed, 200);
    for (const InventedPage& page : pages) write_file(dir / ("site/" + page.name), page.text);
    (void)built(dir / "db", request_for(dir / "site", gazetteer));
    const auto articles = stored_articles(dir / "db");
    size_t furniture = 0, kept_out = 0, own = 0, lost = 0;
    for (const InventedPage& page : pages) {
      const auto found = articles.find("site/" + page.name);
      REQUIRE(found != articles.end());
      std::string text;
      for (const auto& paragraph : found->second.paragraphs) text += paragraph.text + "\n";
      for (const std::string& line : page.furniture) {
        ++furniture;
        kept_out += !holds("\n" + text, "\n" + line + "\n");
      }
      for (const std::string& line : page.own) {
        ++own;
        lost += !holds(text, line);
      }
    }
    MESSAGE("furniture kept out " << kept_out << " of " << furniture << ", article lines lost "
                                  << lost << " of " << own);
    CHECK(static_cast<double>(kept_out) >= 0.95 * static_cast<double>(furniture));
    CHECK(static_cast<double>(lost) < 0.01 * static_cast<double>(own));
  }
}

TEST_CASE("lessons: what is known no longer comes back, in whatever order articles came") {
  const names::Gazetteer gazetteer;
  const TempDir dir = TempDir::in_memory();
  const auto pages = invented_site(4, 40);
  const auto name = [&](size_t i) { return dir / ("site/" + pages[i].name); };
  for (size_t i = 0; i < pages.size(); ++i) write_file(name(i), pages[i].text);
  indexer::BuildRequest request = request_for(dir / "site", gazetteer);
  request.allow_deletions = true;
  CHECK(built(dir / "db", request).taught > 10);
  for (size_t i = 3; i < pages.size(); ++i) std::filesystem::remove(name(i));
  CHECK(built(dir / "db", request).articles == 3);
  for (const auto& [id, article] : stored_articles(dir / "db")) CHECK(article.taken.empty());
  for (size_t i = pages.size(); i-- > 3;) {
    write_file(name(i), pages[i].text);
    if (i % 10 == 0) (void)built(dir / "db", request);
  }
  const auto last = built(dir / "db", request);
  request.mode = indexer::BuildMode::rebuild;
  const auto fresh = built(dir / "fresh", request);
  CHECK(last.articles == fresh.articles);
  CHECK((stored_articles(dir / "db") == stored_articles(dir / "fresh")));
  CHECK(lessons_of(dir / "db") == lessons_of(dir / "fresh"));
}

TEST_CASE("lessons: a dateline far outside its folder is not believed, and is again when it fits") {
  const names::Gazetteer gazetteer;
  const TempDir dir = TempDir::in_memory();
  const auto write = [&](int i, const std::string& day) {
    const std::string number = std::to_string(i);
    write_file(
        dir / ("bao/" + number + ".txt"),
        "Chuyện số " + number + " ở xã Mây\n\n" +
            (i == 0 ? "Ngày " + day + ", tại Kim Sa, Hội Nông dân xã Mây tổ chức gặp mặt hội viên."
                    : day + " 08:00\n\nBà con xã Mây gặt lúa sớm trên cánh đồng số " + number +
                          " bên sông Kon.") +
            "\n");
  };
  write(0, "6/2/1998");
  indexer::BuildRequest request = request_for(dir / "bao", gazetteer);
  (void)built(dir / "db", request);
  const std::string told = stored_articles(dir / "db").at("bao/0.txt").published;
  CHECK(told == "1998-02-06");
  for (int i = 1; i < 20; ++i) write(i, "0" + std::to_string(1 + i % 9) + "/07/2017");
  const auto report = built(dir / "db", request);
  CHECK(report.doubted == std::vector<std::string>{"bao/0.txt"});
  CHECK(report.undated == 1);
  CHECK(stored_articles(dir / "db").at("bao/0.txt").published.empty());
  for (int i = 1; i < 20; ++i)
    write(i, "0" + std::to_string(1 + i % 9) + "/07/" + std::to_string(1980 + i));
  CHECK(built(dir / "db", request).undated == 0);
  CHECK(stored_articles(dir / "db").at("bao/0.txt").published == told);
}
