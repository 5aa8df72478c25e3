// What scripts get: warnings beside the data, whole tables, runs that sort.
#include <doctest/doctest.h>

#include <sstream>

#include "tests/support/known_articles.h"

using namespace khobao::test;

TEST_CASE("scripts: warnings stand on standard error beside data that has no place for them") {
  const std::string want =
      "searcher: warning: the bracket is not closed; closed at the end\n";
  for (const std::vector<std::string>& form : std::vector<std::vector<std::string>>{
           {"--count"}, {"-l"}, {"-0"}, {"--format", "csv"}, {"--format", "jsonl"},
           {"--format", "tsv"}, {"--format", "trec"}}) {
    CAPTURE(listed(form));
    std::vector<std::string> args = {"lúa (gạo"};
    args.insert(args.end(), form.begin(), form.end());
    const CliResult run = known_archive().search(args);
    CHECK(run.code == 0);
    CHECK(run.err == want);
    CHECK(run.out.find("bracket") == std::string::npos);
  }
  CHECK(known_archive().search({"lúa (gạo"}).err == "");
  CHECK(known_archive().search({"lúa (gạo", "--format", "json"}).err == "");
  CHECK(known_archive().search({"--batch", "-", "--format", "trec"}, "q\tlúa (gạo\n").err == want);
}

TEST_CASE("scripts: CSV has outlet, credit, documents and match, and a mark for spreadsheets") {
  const CliResult plain = known_archive().search({"khánh thành", "--format", "csv"});
  const std::string head = plain.out.substr(0, plain.out.find("\r\n"));
  for (const char* column : {"match", "outlet", "credit", "organisations", "people", "documents"}) {
    CAPTURE(column);
    CHECK(("," + head + ",").find("," + std::string(column) + ",") != std::string::npos);
  }
  CHECK(plain.out.find("Nghị quyết số 18 - NQ/TU\r\n") != std::string::npos);
  const CliResult marked = known_archive().search({"khánh thành", "--format", "csv", "--bom"});
  CHECK(marked.out == "\xEF\xBB\xBF" + plain.out);
}

TEST_CASE("scripts: facets alone are a table of their own in CSV") {
  CHECK(known_archive()
            .search({"lúa gạo", "--facets", "date:year", "--limit", "0", "--format", "csv"})
            .out ==
        "facet,value,count\r\ndate,2020,1\r\ndate,2021,1\r\ndate,undated,1\r\n");
}

TEST_CASE("scripts: scores of runs descend in any order of hits") {
  for (const char* sort : {"relevance", "newest", "oldest"}) {
    CAPTURE(sort);
    std::istringstream lines(
        known_archive().search({"cầu", "--format", "trec", "--sort", sort}).out);
    double last = 1e9;
    size_t count = 0;
    std::string query, zero, id, run;
    double rank = 0, score = 0;
    while (lines >> query >> zero >> id >> rank >> score >> run) {
      CHECK((++count == 1 || score < last || std::string(sort) == "relevance"));
      CHECK(score <= last);
      last = score;
    }
    CHECK(count >= 5);
  }
}

TEST_CASE("scripts: text names the id of a record, whose path does not") {
  const CliResult run = known_archive().search({"nghị trình kỳ tới"});
  CHECK(run.out.find("articles.jsonl:1 · cau\n") != std::string::npos);
}

TEST_CASE("scripts: a byte order mark is no part of a query") {
  const Archive& archive = known_archive();
  archive.write("marked.txt", "\xEF\xBB\xBFlúa gạo\n");
  CHECK(archive.search({"--query-file", "marked.txt", "--count"}).out ==
        archive.search({"lúa gạo", "--count"}).out);
}
