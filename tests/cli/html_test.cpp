// --format html: one page that says all, needs nothing, and lets nothing of an article act.
#include <doctest/doctest.h>

#include <set>

#include "tests/support/known_articles.h"

using namespace khobao::test;

namespace {

std::string page_of(std::vector<std::string> args) {
  args.insert(args.end(), {"--format", "html"});
  const CliResult run = known_archive().search(args);
  CHECK(run.err == "");
  return run.out;
}

size_t times(const std::string& text, const std::string& part) {
  size_t count = 0;
  for (size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

// All values of an attribute, in any element. Quotation marks of texts are escaped, so that what
// looks like an attribute is one.
std::vector<std::string> values_of(const std::string& html, const std::string& name) {
  const std::string begin = " " + name + "=\"";
  std::vector<std::string> values;
  for (size_t at = html.find(begin); at != std::string::npos; at = html.find(begin, at + 1)) {
    const size_t from = at + begin.size();
    values.push_back(html.substr(from, html.find('"', from) - from));
  }
  return values;
}

}  // namespace

TEST_CASE("html: the page says what was asked, how, of what and when, in Vietnamese") {
  const std::string page = page_of({"lúa gạo", "--facets", "date:year"});
  CHECK(page.starts_with("<!DOCTYPE html>\n<html lang=\"vi\">"));
  CHECK(page.find("<title>lúa gạo – Kho Báo</title>") != std::string::npos);
  CHECK(page.find("<code>searcher --db ") != std::string::npos);
  CHECK(page.find("&#39;lúa gạo&#39;") != std::string::npos);
  CHECK(page.find("<dt>Bản chỉ mục</dt><dd>generation-000001</dd>") != std::string::npos);
  CHECK(page.find("3 bài khớp") != std::string::npos);
  CHECK(page.find("prefers-color-scheme: dark") != std::string::npos);
  CHECK(page.find("size: A4") != std::string::npos);
}

TEST_CASE("html: the page is in one language, which the user chooses and no locale") {
  const std::vector<std::string> asked{"lúa titel:gạo", "--facets", "date:month",
                                       "--table",       "source,date:year", "--whole-text"};
  const auto page_by = [&](const std::vector<std::string>& environment) {
    std::vector<std::string> args{"--db", known_archive().db(), "--format", "html"};
    args.insert(args.end(), asked.begin(), asked.end());
    return run_program(KHOBAO_TEST_SEARCHER, args,
                       {.input = {}, .folder = known_archive().folder(), .environment = environment})
        .out;
  };
  const std::string vietnamese = page_by({"LC_ALL=C.UTF-8"});
  CHECK(vietnamese.find("<html lang=\"vi\">") != std::string::npos);
  CHECK(vietnamese.find("<dt>Lưu ý</dt><dd>không có trường nào tên") != std::string::npos);
  CHECK(vietnamese.find("<h2>Ngày đăng</h2>") != std::string::npos);
  CHECK(page_by({"LC_ALL=en_US.UTF-8"}) == vietnamese);
  CHECK(page_by({"LC_ALL=vi_VN.UTF-8"}) == vietnamese);

  const std::string english = page_by({"KHOBAO_LANG=en"});
  CHECK(english.find("<html lang=\"en\">") != std::string::npos);
  CHECK(english.find("<dt>Warning</dt><dd>no field is called") != std::string::npos);
  CHECK(english.find("<h2>Dates</h2>") != std::string::npos);
  for (const char* label : {"bài khớp", "Lệnh", "Hiểu là", "không rõ ngày", "Theo thời gian", "tất cả",
                            "Toàn văn", "các bài", "Bài có nhiều"})
    CHECK(english.find(label) == std::string::npos);
}

TEST_CASE("html: it needs nothing from outside and no scripts") {
  const std::string page = page_of({"cầu"});
  for (const char* outside : {"<script", "<link", "<img", "<iframe", "src=", "@import", "url("})
    CHECK(page.find(outside) == std::string::npos);
  CHECK(page.find("default-src 'none'") != std::string::npos);
}

TEST_CASE("html: each bar leads to its articles, and its figures stand as a table") {
  const std::string page = page_of({"cầu", "--limit", "20", "--facets", "date:year,source"});
  std::set<std::string> ids;
  for (const std::string& id : values_of(page, "id")) CHECK(ids.insert(id).second);
  size_t links = 0;
  for (const std::string& target : values_of(page, "href")) {
    if (!target.starts_with("#")) continue;
    CAPTURE(target);
    CHECK(ids.contains(target.substr(1)));
    ++links;
  }
  CHECK(links > 5);
  uint64_t drawn = 0;
  for (const std::string& count : values_of(page, "data-count")) drawn += std::stoul(count);
  const Answer answer = known_archive().answer({"cầu", "--facets", "date:year,source"});
  CHECK(drawn + 1 == answer.total);  // one has no date
  for (const auto& [date, count] : answer.facets.at("date")) {
    if (date == "undated") continue;
    CAPTURE(date);
    CHECK(page.find("<tr id=\"t-" + date + "\"><th>" + date + "</th><td class=\"n\">" +
                    std::to_string(count) + "</td>") != std::string::npos);
  }
}

TEST_CASE("html: markup, scripts and odd characters of articles stay text") {
  const Archive archive(
      {{.id = "<b onclick=\"x\">",
        .date = "2020-07-02",
        .title = "Tin <script>alert(1)</script> & \"chợ\"",
        .body = "Chợ họp </li></ol><script>alert(2)</script> <img src=x onerror=alert(3)> \x1B[31m "
                "và hết.",
        .author = "Lan <i>Hồ</i>"}});
  const CliResult run =
      archive.search({"chợ", "--format", "html", "--whole-text", "--facets", "source"});
  CHECK(run.code == 0);
  CHECK(run.out.find("<script") == std::string::npos);
  CHECK(run.out.find("<img") == std::string::npos);
  CHECK(run.out.find("<b onclick") == std::string::npos);
  CHECK(run.out.find('\x1B') == std::string::npos);
  CHECK(values_of(run.out, "onclick").empty());
  CHECK(values_of(run.out, "onerror").empty());
  CHECK(times(run.out, "</ol>") == 1);
  CHECK(run.out.find("&lt;script&gt;alert(2)&lt;/script&gt;") != std::string::npos);
}

TEST_CASE("html: whole texts are there on request alone") {
  CHECK(page_of({"khánh thành"}).find("Nghị trình kỳ tới") == std::string::npos);
  CHECK(page_of({"khánh thành", "--whole-text"}).find("Nghị trình kỳ tới còn có đường nối.") !=
        std::string::npos);
}
