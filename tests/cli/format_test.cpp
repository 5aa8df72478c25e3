// The searcher's output, format by format.
#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>

#include "common/archive/fields.h"
#include "tests/support/known_articles.h"

using namespace khobao::test;

namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

// RFC 4180, read character by character.
std::vector<std::vector<std::string>> read_csv(const std::string& csv) {
  std::vector<std::vector<std::string>> rows(1, std::vector<std::string>(1));
  bool quoted = false;
  for (size_t i = 0; i < csv.size(); ++i) {
    std::string& field = rows.back().back();
    if (quoted) {
      if (csv[i] != '"') {
        field += csv[i];
      } else if (i + 1 < csv.size() && csv[i + 1] == '"') {
        field += csv[++i];
      } else {
        quoted = false;
      }
    } else if (csv[i] == '"') {
      quoted = true;
    } else if (csv[i] == ',') {
      rows.back().emplace_back();
    } else if (csv[i] == '\r' && i + 1 < csv.size() && csv[i + 1] == '\n') {
      rows.emplace_back(1);
      ++i;
    } else {
      field += csv[i];
    }
  }
  rows.pop_back();
  return rows;
}

}  // namespace

TEST_CASE("format: text shows title, date, outlet, path and a marked snippet") {
  const CliResult run =
      known_archive().search({"\"khánh thành cầu\"", "--facets", "date", "--limit", "1"});
  CHECK(run.code == 0);
  CHECK(run.err == "");
  const auto lines = lines_of(run.out);
  REQUIRE(lines.size() >= 9);
  CHECK(lines[0].starts_with("1 article matches ("));
  CHECK(lines[1] == "read as: \"khánh thành cầu\"");
  CHECK(lines[3] == "1. Khánh thành cầu Bến Lội");
  CHECK(lines[4] == "   2020-07-02 08:43 · Báo Sông Kon · " + known_archive().folder() +
                        "/articles.jsonl:1 · cau");
  CHECK(lines[5].find("*khánh thành cầu*") != std::string::npos);
  CHECK(lines[7] == "by date, a day a line");
  CHECK(lines[8].starts_with("  2020-07-02  1  █"));
  CHECK(run.out.find('\x1B') == std::string::npos);
}

TEST_CASE("format: text says what is nearest where nothing matches, and exits 1") {
  const CliResult near = known_archive().search({"lúa gạo nếp"});
  CHECK(near.code == 1);
  CHECK(near.out.starts_with("no article matches; the nearest hold some of the words ("));
  CHECK(near.out.find(" (partial)\n") != std::string::npos);
  const CliResult none = known_archive().search({"xyzzy"});
  CHECK(none.code == 1);
  CHECK(none.out.starts_with("no article matches ("));
  CHECK(lines_of(none.out).size() == 2);
  CHECK(lines_of(none.out)[1] == "read as: xyzzy");
}

TEST_CASE("format: colour only when asked for, since no test runs on a terminal") {
  CHECK(known_archive().search({"cầu", "--color", "always"}).out.find("\033[1;31m") !=
        std::string::npos);
  CHECK(known_archive().search({"cầu", "--color", "never"}).out.find('\033') == std::string::npos);
}

TEST_CASE("format: json names every field, null where absent") {
  const Answer answer = known_archive().answer({"Bến Lội", "--facets", "date"});
  CHECK(answer.query == "Bến Lội");
  CHECK(answer.interpreted == "bến lội");
  CHECK(answer.generation == "generation-000001");
  CHECK(answer.total == 2);
  CHECK(answer.warnings.empty());
  CHECK(answer.explanation.empty());
  REQUIRE(answer.hits.size() >= 2);
  const AnswerHit& bridge = answer.hits[0];
  CHECK(bridge.id == "cau");
  CHECK(bridge.rank == 1);
  CHECK(bridge.title == "Khánh thành cầu Bến Lội");
  CHECK(bridge.display_title == "Khánh thành cầu Bến Lội");
  CHECK(bridge.published == "2020-07-02T08:43");
  CHECK(bridge.source == "Báo Sông Kon");
  CHECK(bridge.outlet == "Báo Sông Kon");
  CHECK_FALSE(bridge.author);
  CHECK_FALSE(bridge.url);
  CHECK(bridge.path == known_archive().folder() + "/articles.jsonl:1");
  CHECK(bridge.content_hash.size() == 32);
  CHECK(answer.hits[1].id == "nfd");
  CHECK_FALSE(answer.hits[1].source);
  const Answer undated = known_archive().answer({"đò ngang"});
  REQUIRE(undated.hits.size() >= 1);
  CHECK(undated.hits[0].id == "ky-uc");
  CHECK_FALSE(undated.hits[0].published);
}

TEST_CASE("format: jsonl holds the hits of json, one a line") {
  const Answer json = known_archive().answer({"lúa gạo"});
  const auto hits = parse_hit_lines(known_archive().search({"lúa gạo", "--format", "jsonl"}).out);
  REQUIRE(hits.size() == json.hits.size());
  for (size_t i = 0; i < hits.size(); ++i) {
    CHECK(hits[i].described() == json.hits[i].described());
    CHECK(hits[i].rank == json.hits[i].rank);
  }
}

TEST_CASE("format: csv quotes what needs it and holds the same hits") {
  const Answer json = known_archive().answer({"lúa gạo sông"});
  const auto rows = read_csv(known_archive().search({"lúa gạo sông", "--format", "csv"}).out);
  REQUIRE(rows.size() == json.hits.size() + 1);
  std::string header = "rank id score match title published source outlet author path url snippet";
  size_t columns = 12;
  for (const khobao::archive::FieldRow& field : khobao::archive::kFields) {
    if (field.answer_key.empty()) continue;
    header.append(" ").append(field.answer_key);
    ++columns;
  }
  header += " documents";
  ++columns;
  CHECK(listed(rows[0]) == header);
  for (size_t i = 0; i < json.hits.size(); ++i) {
    const AnswerHit& hit = json.hits[i];
    REQUIRE(rows[i + 1].size() == columns);
    CHECK(rows[i + 1][0] == std::to_string(hit.rank));
    CHECK(rows[i + 1][1] == hit.id);
    CHECK(std::stod(rows[i + 1][2]) == doctest::Approx(hit.score));
    CHECK(rows[i + 1][3] == (hit.full ? "full" : "partial"));
    CHECK(rows[i + 1][4] == hit.title);
    CHECK(rows[i + 1][5] == hit.published.value_or(""));
    CHECK(rows[i + 1][11] == hit.snippet);
  }
  const Archive quotes({{.id = "a,\"b\"",
                         .date = "",
                         .title = "Ông nói: \"Được\", rồi về",
                         .body = "Ông nói: \"Được\", rồi về nhà."}});
  const auto row = read_csv(quotes.search({"được", "--format", "csv"}).out).at(1);
  CHECK(row[1] == "a,\"b\"");
  CHECK(row[4] == "Ông nói: \"Được\", rồi về");
}

TEST_CASE("format: trec lines, of one query and of a batch") {
  const CliResult one =
      known_archive().search({"\"lúa gạo\"", "--format", "trec", "--sort", "newest"});
  CHECK(one.out ==
        "1 Q0 nfd 1 1 khobao\n1 Q0 gao 2 0.5 khobao\n1 Q0 so-tay 3 0.333333333 khobao\n");

  const Archive& archive = known_archive();
  archive.write("batch.tsv", "q1\tlúa gạo sông\r\n\nq 2\tthuỷ lợi\nq3\txyzzy\n");
  const CliResult batch =
      archive.search({"--batch", "batch.tsv", "--format", "trec", "--limit", "2"});
  CHECK(batch.code == 0);
  const auto lines = lines_of(batch.out);
  REQUIRE(lines.size() == 4);
  CHECK(lines[0].starts_with("q1 Q0 gao 1 "));
  CHECK(lines[1].starts_with("q1 Q0 "));  // partial hits are part of a batch
  CHECK(lines[2].starts_with("q%202 Q0 "));
  const Answer single = archive.answer({"lúa gạo sông", "--limit", "2"});
  CHECK(lines[1].find(" Q0 " + single.hits.at(1).id + " 2 ") != std::string::npos);

  const auto hits = parse_hit_lines(
      archive.search({"--batch", "-", "--format", "jsonl", "--limit", "2"}, "q1\tlúa gạo sông\n")
          .out);
  REQUIRE(hits.size() == 2);
  CHECK(hits[0].described() == single.hits[0].described());
}

TEST_CASE("format: a batch with a faulty line says which, and goes on") {
  const CliResult no_tab = known_archive().search({"--batch", "-", "--format", "trec"},
                                                  "q1\tcầu\nno tab here\nq2\tthuỷ lợi\n");
  CHECK(no_tab.code == 0);
  CHECK(no_tab.err == "searcher: -: line 2: expected id, tab, query; left out\n");
  CHECK(no_tab.out.find("\nq2 Q0 ") != std::string::npos);
  const CliResult text = known_archive().search({"--batch", "-", "--format", "text"}, "q1\tcầu\n");
  CHECK(text.code == 2);
  CHECK(text.err ==
        "searcher: error: --batch writes --format jsonl or trec, not 'text'\nhint: add --format "
        "trec\n");
}

TEST_CASE("format: --explain shows tree, plan, Xapian's query and each score's parts") {
  const Answer answer = known_archive().answer({"--explain", "--", "\"lúa gạo\" OR Covid-19 -cầu"});
  struct Line {
    std::string name, begins;
  };
  for (const Line& line : {Line{"tokens", "lúa · gạo · covid · 19"},
                           Line{"tree", "all(any(phrase(lúa gạo), all(Covid-19, not(cầu))))"},
                           Line{"plan", "all(any(phrase lúa+gạo, all(covid+19, no(cầu))))"},
                           Line{"match", "Query("}, Line{"candidates", "Query("}}) {
    CAPTURE(line.name);
    const std::string want = line.name + std::string(12 - line.name.size(), ' ') + line.begins;
    CHECK(std::any_of(answer.explanation.begin(), answer.explanation.end(),
                      [&](const std::string& shown) { return shown.starts_with(want); }));
  }
  REQUIRE(!answer.hits.empty());
  const auto& features = answer.hits[0].features;
  CHECK(features.size() >= 3);
  CHECK(features.at("words") > 0);
  CHECK(known_archive().answer({"lúa gạo"}).hits.at(0).features.empty());
}

TEST_CASE("format: --show prints the whole article by its id") {
  const CliResult run = known_archive().search({"--show", "cau"});
  CHECK(run.code == 0);
  CHECK(run.out.starts_with("Khánh thành cầu Bến Lội\nid         cau\n"));
  CHECK(run.out.find("sau nhiều lần họp hội. Nghị trình kỳ tới") != std::string::npos);
  const CliResult none = known_archive().search({"--show", "cầu"});
  CHECK(none.code == 2);
  CHECK(none.err ==
        "searcher: error: no article has the id or path 'cầu'\nhint: ids and paths stand in "
        "answers, and in those of --format json and tsv\n");
}

TEST_CASE("format: warnings of lenient parsing reach the reader") {
  const Answer answer = known_archive().answer({"\"lúa gạo"});
  REQUIRE(answer.warnings.size() == 1);
  CHECK(answer.warnings[0].message ==
        "the quotation mark is not closed; the phrase goes to the end");
  CHECK(answer.warnings[0].at_byte == 0);
  CHECK(answer.total == 3);
  const CliResult text = known_archive().search({"lúa (gạo"});
  CHECK(text.out.starts_with(
      "warning: the bracket is not closed; closed at the end\n  lúa (gạo\n      ^\n"));
}

TEST_CASE("format: an article cannot steer the terminal") {
  const Archive archive({{.id = "evil\x1B[2J",
                          .date = "",
                          .title = "Tin \x1B[31mđỏ",
                          .body = "Dòng \x1B]0;tên\x07 này có \xC2\x9B mã điều khiển."}});
  for (const char* format : {"text", "csv", "json", "jsonl", "trec"}) {
    CAPTURE(format);
    const CliResult run = archive.search({"khiển", "--format", format});
    CHECK(run.code == 0);
    if (std::string(format) != "csv") CHECK(run.out.find('\x1B') == std::string::npos);
  }
  CHECK(archive.search({"--show", "evil\x1B[2J"}).out.find('\x1B') == std::string::npos);
}
