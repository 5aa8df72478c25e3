// What goes out comes back: the exported JSON Lines make an equal archive, and the tables hold the same
// articles. The articles are invented.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

#include "tests/support/archive.h"
#include "tests/support/archive_content.h"

using namespace khobao::test;
namespace fs = std::filesystem;

namespace {

// By id, without where they were read.
std::map<std::string, khobao::archive::Article> content_of(const std::string& db) {
  auto articles = stored_articles(db);
  for (auto& [id, article] : articles) article.path.clear();
  return articles;
}

size_t lines_of(const std::string& text) {
  return static_cast<size_t>(std::count(text.begin(), text.end(), '\n'));
}

}  // namespace

TEST_CASE("export: the sample corpus read back is an equal archive") {
  const TempDir work;
  const std::string db = work / "db", again = work / "again", out = work / "out";
  REQUIRE(run_cli("indexer", {"update", "--db", db, KHOBAO_TEST_SAMPLE_CORPUS}, work.path()).code <= 1);
  // With a correction of one article.
  const auto first = content_of(db).begin()->first;
  write_file(work / "corrections.jsonl", "{\"id\": \"" + first +
                                             "\", \"field\": \"title\", \"value\": \"Tên khác\"}\n");
  REQUIRE(run_cli("indexer", {"update", "--db", db, "--corrections", "corrections.jsonl"}, work.path())
              .code <= 1);
  const CliResult run = run_cli("indexer", {"export", "--db", db, out}, work.path());
  CHECK(run.code == 0);
  CHECK(run.err == "");
  REQUIRE(run_cli("indexer",
                  {"update", "--db", again, "--corrections", out + "/corrections.jsonl",
                   out + "/articles.jsonl"},
                  work.path())
              .code == 0);
  const auto before = content_of(db), after = content_of(again);
  CHECK(before.size() > 100);
  REQUIRE(before.size() == after.size());
  for (const auto& [id, article] : before) {
    CAPTURE(id);
    REQUIRE(after.contains(id));
    const auto& other = after.at(id);
    CHECK(article.title == other.title);
    CHECK(article.published == other.published);
    CHECK(article.published_from == other.published_from);
    CHECK(article.paragraphs == other.paragraphs);
    CHECK(article.organisations == other.organisations);
    CHECK(article.people == other.people);
    CHECK(article.places == other.places);
    CHECK((article == other));
  }
  // Groups, too.
  const CliResult twice = run_cli("indexer", {"export", "--db", again, work / "twice"}, work.path());
  REQUIRE(twice.code == 0);
  CHECK(lines_of(read_file(out + "/reposts.csv")) ==
        lines_of(read_file((work / "twice") + "/reposts.csv")));
  CHECK(lines_of(read_file(out + "/names.csv")) == lines_of(read_file((work / "twice") + "/names.csv")));

  CHECK(lines_of(read_file(out + "/articles.jsonl")) == before.size());
  CHECK(lines_of(read_file(out + "/articles.csv")) == before.size() + 1);
  CHECK(read_file(out + "/articles.csv").starts_with("id,published,published_from,title,"));
  CHECK(run_cli("indexer", {"export", "--db", db, "-"}, work.path()).out ==
        read_file(out + "/articles.jsonl"));
  CHECK(run_cli("indexer", {"export", "--db", db, out}, work.path()).code == 4);
}

TEST_CASE("export: a record that only looks like ours is read as any other, and texts are cleaned") {
  Archive archive;
  archive.write("a.jsonl",
                "{\"id\":\"x1\",\"title\":\"Lúa gạo\",\"text\":\"Bà con ra đồng gặt lúa từ sớm.\",\"khobao\":"
                "{\"version\":99}}\n"
                "{\"id\":\"x2\",\"title\":\"Cầu \\u001b[31mmới\",\"text\":[\"Bà con qua cầu\\u0007.\"],"
                "\"khobao\":{\"version\":1}}\n");
  REQUIRE(archive.update({"a.jsonl"}).code == 0);
  CHECK(listed(archive.ids()) == "x1 x2");
  const auto articles = stored_articles(archive.db());
  CHECK(articles.at("x1").paragraphs.size() == 1);
  CHECK(articles.at("x2").title.find('\x1b') == std::string::npos);
  CHECK(articles.at("x2").paragraphs.at(0).text == "Bà con qua cầu.");
}
