// --timeline: the query over time, exact in every form.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "tests/support/known_articles.h"

using namespace khobao::test;
using nlohmann::json;

TEST_CASE("timeline: bars, gaps, peaks and undated articles as text") {
  const CliResult run = known_archive().search({"cầu", "--timeline", "--facets", "date:year"});
  CHECK(run.code == 0);
  CHECK(run.out.starts_with("cầu: "));
  CHECK(run.out.find(", a year a line, every copy of a repost counted\n  2020  ") !=
        std::string::npos);
  CHECK(run.out.find("↑ ") != std::string::npos);
  CHECK(run.out.find("1 article has no date and no place on the line\n") != std::string::npos);
  CHECK(known_archive().search({"xyzzy", "--timeline"}).code == 1);
}

TEST_CASE("timeline: counts of every date are those of --count, for each compared query") {
  for (const char* step : {"day", "week", "month", "year"}) {
    CAPTURE(step);
    const json line = json::parse(known_archive()
                                      .search({"cầu", "--timeline", "--compare", "lúa gạo",
                                               "--facets", std::string("date:") + step, "--format",
                                               "json", "--per-mille"})
                                      .out);
    CHECK(line["step"] == step);
    REQUIRE(line["series"].size() == 2);
    const char* const queries[] = {"cầu", "lúa gạo"};
    uint64_t sums[] = {0, 0};
    for (const json& point : line["points"]) {
      const auto date = point["date"].get<std::string>();
      CAPTURE(date);
      for (size_t i = 0; i < 2; ++i) {
        const auto count = point["counts"][i].get<uint64_t>();
        sums[i] += count;
        if (count == 0 && std::string(step) == "day") continue;
        CHECK(known_archive().search({queries[i], "--date", date, "--count"}).out ==
              std::to_string(count) + "\n");
      }
      if (std::string(step) != "day") {
        CHECK(known_archive().search({"--date", date, "--count"}).out ==
              std::to_string(point["archive"].get<uint64_t>()) + "\n");
      }
    }
    for (size_t i = 0; i < 2; ++i) {
      CHECK(line["series"][i]["total"] ==
            sums[i] + line["series"][i]["undated"].get<uint64_t>());
    }
  }
}

TEST_CASE("timeline: as CSV, with the peak's article and a line of the undated") {
  const CliResult run = known_archive().search(
      {"lúa gạo", "--timeline", "--facets", "date:year", "--format", "csv"});
  CHECK(run.out.starts_with("date,lúa gạo,peak_id,peak_title\r\n2020,1,gao,Lúa gạo được giá\r\n"));
  CHECK(run.out.ends_with("undated,1,,\r\n"));
}

TEST_CASE("timeline: what belongs to it is asked for with it") {
  CHECK(known_archive().search({"cầu", "--per-mille"}).err ==
        "searcher: error: --per-mille was given without --timeline\nhint: add --timeline\n");
  CHECK(known_archive().search({"cầu", "--compare", "gạo"}).code == 2);
  CHECK(known_archive().search({"--timeline", "--compare", "gạo"}).code == 2);
  CHECK(known_archive().search({"cầu", "--timeline", "--format", "trec"}).code == 2);
}
