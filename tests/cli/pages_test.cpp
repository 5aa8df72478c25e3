// Pages of answers: the last one, those of full matches alone, and lists.
#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>

#include "tests/support/archive.h"
#include "tests/support/known_articles.h"

using namespace khobao::test;

namespace {

// Invented, and so alike that they count as reposts: 1,300 articles hold "gạo", more than are reranked; every tenth "gạo nếp".
const Archive& large_archive() {
  static const Archive archive = [] {
    std::vector<TestArticle> articles;
    for (int i = 0; i < 1300; ++i) {
      std::string body = "Chợ phiên thứ " + std::to_string(i) + " bán gạo";
      body += i % 10 == 0 ? " nếp thơm." : " tẻ.";
      for (int n = 0; n < i % 7; ++n) body += " Bà con ra chợ từ sáng sớm.";
      articles.push_back({.id = "a" + std::to_string(i),
                          .date = "2020-07-02",
                          .title = "Chợ phiên",
                          .body = body});
    }
    return Archive(articles);
  }();
  return archive;
}

std::vector<std::string> rows(const std::vector<std::string>& arguments) {
  std::vector<std::string> args = {"--format", "tsv", "--all-copies"};
  args.insert(args.end(), arguments.begin(), arguments.end());
  std::istringstream out(large_archive().search(args).out);
  std::vector<std::string> all;
  for (std::string line; std::getline(out, line);) all.push_back(line);
  return all;
}

}  // namespace

TEST_CASE("pages: one after the other they are the whole list, to the last one") {
  const auto all = rows({"gạo chợ", "--limit", "2000"});
  REQUIRE(all.size() == 1300);
  for (const size_t offset : {0, 195, 640, 1290}) {
    CAPTURE(offset);
    const auto page = rows({"gạo chợ", "--offset", std::to_string(offset)});
    REQUIRE(page.size() == 10);
    CHECK(std::equal(page.begin(), page.end(), all.begin() + static_cast<long>(offset)));
  }
}

TEST_CASE("pages: without partial hits they are full, and hold every match once") {
  REQUIRE(large_archive().search({"--count", "gạo nếp thơm"}).out == "130\n");
  std::vector<std::string> met;
  for (int offset = 0; offset < 130; offset += 10) {
    const auto page = rows({"gạo nếp thơm", "--no-partial", "--offset", std::to_string(offset)});
    CHECK(page.size() == 10);
    for (const std::string& row : page) {
      CHECK(row.find("\tfull\t") != std::string::npos);
      met.push_back(row.substr(0, row.find('\t')));
    }
  }
  std::sort(met.begin(), met.end());
  CHECK(std::unique(met.begin(), met.end()) - met.begin() == 130);
  CHECK(rows({"gạo nếp thơm", "--no-partial", "--offset", "130"}).empty());
}

TEST_CASE("pages: lists show all values, or as many as --limit says from --offset on") {
  const Archive& archive = known_archive();
  const std::string all = archive.search({"--list", "org"}).out;
  const auto count = [](const std::string& s) { return std::count(s.begin(), s.end(), '\n'); };
  REQUIRE(count(all) >= 2);
  const std::string first = archive.search({"--list", "org", "--limit", "1"}).out;
  CHECK(first == all.substr(0, all.find('\n') + 1));
  const std::string rest = archive.search({"--list", "org", "--offset", "1"}).out;
  CHECK(first + rest == all);
  CHECK(archive.search({"--list", "org", "--offset", "99"}).code == 0);
}
