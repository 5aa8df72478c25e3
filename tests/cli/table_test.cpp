// --table: two facets crossed, in every form.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "tests/support/known_articles.h"

using namespace khobao::test;
using nlohmann::json;

namespace {

// Invented: two outlets, one article without, one without a date.
const Archive& archive() {
  static const Archive archive(
      {{"a", "2020-06-01", "Cầu Bến Lội", "Sở Y tế tỉnh Bình Định họp về cầu.", "Báo Sông Kôn"},
       {"b", "2020-06-03", "Cầu Gò Me", "Cầu Gò Me đã xong. Bộ Y tế và UBND tỉnh Gia Lai họp.",
        "Báo Sông Kôn"},
       {"c", "2020-07-05", "Cầu Đồng Mây", "Cầu Đồng Mây thông xe. Bộ Y tế họp.", "Đồng Mây Online"},
       {"d", "", "Cầu tre", "Cầu tre của làng.", "Đồng Mây Online"},
       {"e", "2020-07-09", "Cầu treo", "Cầu treo của bản."}});
  return archive;
}

}  // namespace

TEST_CASE("table: rows, columns, articles without either, and sums, as text") {
  const CliResult run = archive().search({"cầu", "--table", "source,date:month"});
  CHECK(run.code == 0);
  CHECK(run.err == "");
  CHECK(run.out ==
        "5 articles match; rows: source; columns: date, a month each\n"
        "read as: cầu\n"
        "                   2020-06  2020-07  undated  all\n"
        "  Báo Sông Kôn           2        0        0    2\n"
        "  Đồng Mây Online        0        1        1    2\n"
        "  none                   0        1        0    1\n"
        "  all                    2        2        1    5\n");
  const CliResult nothing = archive().search({"xyzzy", "--table", "source,date"});
  CHECK(nothing.code == 1);
  CHECK(nothing.out.find("no article matches") != std::string::npos);
}

TEST_CASE("table: values beyond the limit are one line, in which an article counts once") {
  const json table = json::parse(
      archive().search({"cầu", "--table", "org,date:year", "--facet-limit", "1", "--format", "json"})
          .out);
  CHECK(table["schema_version"] == 1);
  CHECK(table["rows"]["field"] == "org");
  CHECK(table["columns"]["step"] == "year");
  CHECK(table["rows"]["more_values"] == 2);
  const json& rows = table["rows"]["lines"];
  REQUIRE(rows.size() == 3);
  CHECK(rows[0] == json{{"of", "value"}, {"value", "Bộ Y tế"}, {"total", 2}});
  CHECK(rows[1] == json{{"of", "others"}, {"value", nullptr}, {"total", 2}});
  CHECK(rows[2] == json{{"of", "none"}, {"value", nullptr}, {"total", 2}});
  CHECK(table["cells"] == json{{2, 0}, {2, 0}, {1, 1}});
  CHECK(table["total"] == json{{"value", 5}, {"exact", true}});
}

TEST_CASE("table: as CSV with the sums, and with a byte order mark on request") {
  const CliResult run =
      archive().search({"cầu", "--table", "source,date:year", "--format", "csv"});
  CHECK(run.out ==
        "source,2020,undated,all\r\n"
        "Báo Sông Kôn,2,0,2\r\nĐồng Mây Online,1,1,2\r\nnone,1,0,1\r\nall,4,1,5\r\n");
  CHECK(archive()
            .search({"cầu", "--table", "source,date:year", "--format", "csv", "--bom"})
            .out.starts_with("\xEF\xBB\xBFsource,"));
}

TEST_CASE("table: a page to hand on holds it beside the hits") {
  const std::string page =
      archive().search({"cầu", "--table", "source,date:year", "--format", "html"}).out;
  CHECK(page.find("<th>Báo Sông Kôn</th><td class=\"n\">2</td><td class=\"n\">0</td><td "
                  "class=\"n\">2</td>") != std::string::npos);
  CHECK(page.find("<h2>Nguồn × Ngày đăng</h2>") != std::string::npos);
  CHECK(page.find("id=\"h-1\"") != std::string::npos);
}

TEST_CASE("table: a field alone, an unknown one and other formats are refused with the way out") {
  const CliResult one = archive().search({"cầu", "--table", "source"});
  CHECK(one.code == 2);
  CHECK(one.err ==
        "searcher: error: --table crosses two fields, not 1\n"
        "hint: as in: searcher lúa gạo --table source,date:year\n");
  CHECK(archive().search({"cầu", "--table", "source,colour"}).code == 2);
  const CliResult format = archive().search({"cầu", "--table", "source,date", "--format", "trec"});
  CHECK(format.code == 2);
  CHECK(format.err.find("--table writes --format text, json, csv or html, not 'trec'") !=
        std::string::npos);
}

TEST_CASE("table: fields are known by their Vietnamese names, too") {
  CHECK(archive().search({"cầu", "--table", "nguồn,ngày:year", "--format", "csv"}).out ==
        archive().search({"cầu", "--table", "source,date:year", "--format", "csv"}).out);
}
