// Every cell and sum of a table is what --count says under the same filters: over invented archives,
// for words, phrases, exclusions and ranges of dates.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "tests/support/naive.h"

using namespace khobao::test;
using nlohmann::json;

namespace {

const std::vector<std::string> kBodies = {"Sở Y tế tỉnh Bình Định", "UBND tỉnh Gia Lai",
                                          "Hội Nông dân huyện Hoài Ân", "Bộ Y tế"};

std::vector<TestArticle> naming_articles(std::mt19937& random, size_t count) {
  std::vector<TestArticle> articles = random_articles(random, count);
  const std::vector<std::string> sources = {"Báo Sông Kon", "Đồng Mây Online", ""};
  for (TestArticle& article : articles) {
    for (size_t n = random() % 3; n > 0; --n)
      article.body += " " + kBodies[random() % kBodies.size()] + " họp.";
    article.source = sources[random() % sources.size()];
  }
  return articles;
}

std::vector<std::string> joined(std::vector<std::string> a, const std::vector<std::string>& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

uint64_t counted(const Archive& archive, const std::vector<std::string>& args) {
  const CliResult run = archive.search(joined({"--count"}, args));
  REQUIRE(run.code <= 1);
  return std::stoul(run.out);
}

// The filter that asks for a line; empty where no option does.
std::vector<std::string> filter_of(const json& side, const json& line) {
  const auto field = side["field"].get<std::string>();
  if (line["of"] == "value") {
    const auto value = line["value"].get<std::string>();
    if (field == "date") return {"--from", value, "--to", value};
    return {"--" + field, value};
  }
  if (line["of"] == "none" && field == "date") return {"--undated"};
  return {};
}

void check_table(const Archive& archive, const std::vector<std::string>& filters,
                 const std::string& query, const std::string& fields) {
  CAPTURE(query);
  CAPTURE(fields);
  const std::vector<std::string> words =
      query.empty() ? std::vector<std::string>{} : std::vector<std::string>{"--", query};
  const CliResult run = archive.search(
      joined(joined(filters, {"--table", fields, "--facet-limit", "3", "--format", "json"}), words));
  REQUIRE(run.code <= 1);
  const json table = json::parse(run.out);
  const json &rows = table["rows"], &columns = table["columns"];
  if (!query.empty() || !filters.empty())
    CHECK(counted(archive, joined(filters, words)) == table["total"]["value"].get<uint64_t>());
  for (size_t row = 0; row < rows["lines"].size(); ++row) {
    const json& row_line = rows["lines"][row];
    const std::vector<std::string> by_row = filter_of(rows, row_line);
    if (by_row.empty()) continue;
    CAPTURE(row_line.dump());
    CHECK(counted(archive, joined(joined(filters, by_row), words)) ==
          row_line["total"].get<uint64_t>());
    for (size_t column = 0; column < columns["lines"].size(); ++column) {
      const json& column_line = columns["lines"][column];
      const std::vector<std::string> by_column = filter_of(columns, column_line);
      if (by_column.empty()) continue;
      CAPTURE(column_line.dump());
      CHECK(counted(archive, joined(joined(joined(filters, by_row), by_column), words)) ==
            table["cells"][row][column].get<uint64_t>());
    }
  }
  // A match has at most one date: the columns of dates add up, whatever the row.
  if (columns["field"] != "date") return;
  for (size_t row = 0; row < rows["lines"].size(); ++row) {
    uint64_t sum = 0;
    for (const json& cell : table["cells"][row]) sum += cell.get<uint64_t>();
    CHECK(sum == rows["lines"][row]["total"].get<uint64_t>());
  }
}

}  // namespace

TEST_CASE("table: cells and sums are what --count says under the same filters") {
  for (unsigned seed = 71; seed < 73; ++seed) {
    CAPTURE(seed);
    std::mt19937 random(seed);
    const Archive archive(naming_articles(random, 50));
    check_table(archive, {}, "", "source,date:year");
    check_table(archive, {"--org", "!Bộ Y tế"}, "", "outlet,date:month");
    check_table(archive, {}, typed(random_query(random, 3)), "org,date:year");
    check_table(archive, {}, typed(random_query(random, 3)), "date:year,org");
    check_table(archive, {}, typed(random_query(random, 2)), "org,source");
  }
}
