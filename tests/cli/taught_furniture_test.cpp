// What an archive teaches of furniture, as the programs show it.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/support/archive.h"
#include "tests/support/invented_site.h"

using namespace khobao::test;
using nlohmann::json;

namespace {

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("lessons: inspect shows what they decide and why, status how old they are") {
  const Archive archive;
  for (const InventedPage& page : invented_site(5, 80))
    archive.write("site/" + page.name, page.text);
  const CliResult updated = archive.update({"site"});
  CHECK(updated.code == 0);
  CHECK(holds(updated.out, "of them for what the archive teaches"));

  const CliResult text = archive.indexer("inspect");
  CHECK(text.code == 0);
  CHECK(holds(text.out, "site        root:site, 80 articles\n"));
  CHECK(holds(text.out, "count: no sentence, in 6 or more about other things"));
  CHECK(holds(text.out, "headline of another article"));
  std::istringstream lines(archive.indexer("inspect", {"--format", "jsonl"}).out);
  size_t lessons = 0;
  for (std::string line; std::getline(lines, line); ++lessons) {
    const json lesson = json::parse(line);
    CHECK(lesson["lesson"] == "furniture");
    CHECK(lesson["site"] == "root:site");
    CHECK(lesson["counted"].get<int>() * 2 >= lesson["looked_at"].get<int>());
    CHECK(lesson["articles"].get<int>() >= lesson["looked_at"].get<int>());
  }
  CHECK(lessons > 10);

  const json status = json::parse(archive.indexer("status", {"--format", "json"}).out);
  CHECK(status["lessons"]["articles"] == 80);
  CHECK(status["lessons"]["furniture_lines"] == lessons);
  CHECK(status["lessons"]["counted"] == status["created"]);
  CHECK(holds(archive.indexer("status").out, "lessons     counted "));
  CHECK(archive.indexer("verify", {"--full"}).code == 0);
}

TEST_CASE("lessons: inspect takes an archive or paths") {
  const Archive archive({{.id = "a", .date = "", .title = "Cầu treo", .body = "Cầu dài 86 m."}});
  const CliResult neither = run_cli("indexer", {"inspect"}, archive.folder());
  CHECK(neither.code == 2);
  CHECK(holds(neither.err, "--db"));
  CHECK(holds(archive.indexer("inspect", {"articles.jsonl"}).out, "Cầu treo"));
  CHECK(archive.indexer("inspect").out ==
        "furniture   0 lines of 0 sites, taken out of 0 of 1 article\n");
}
