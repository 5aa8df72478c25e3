#include "indexer/read/forms/html/html_reader.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <vector>

#include "common/text/dates/moment_reader.h"
#include "indexer/read/encoding/declared_charset.h"
#include "indexer/read/encoding/encoding.h"

using namespace khobao::read;

namespace {

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
}

// What stands beside a page: lines "key: value"; keep, caption and drop may come often.
std::multimap<std::string, std::string> read_expectations(const std::filesystem::path& path) {
  std::multimap<std::string, std::string> out;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    const size_t colon = line.find(": ");
    if (colon == std::string::npos) continue;
    out.emplace(line.substr(0, colon), line.substr(colon + 2));
  }
  return out;
}

const Line* find_line(const Page& page, const std::string& text) {
  const auto found = std::find_if(page.lines.begin(), page.lines.end(),
                                  [&](const Line& line) { return line.text == text; });
  return found == page.lines.end() ? nullptr : &*found;
}

std::string lines_of(const Page& page, Mark mark) {
  std::string out;
  for (const Line& line : page.lines) {
    if (line.mark == mark) out += line.text + "\n";
  }
  return out;
}

Page read(std::string_view html) {
  const auto page = read_html(html);
  REQUIRE(page);
  return *page;
}

}  // namespace

TEST_SUITE("read/html_reader") {
  TEST_CASE("pages of every make give their article, whole and without furniture") {
    int pages = 0;
    for (const auto& entry : std::filesystem::directory_iterator(KHOBAO_TEST_DATA "/html")) {
      if (entry.path().extension() != ".html") continue;
      ++pages;
      CAPTURE(entry.path().filename().string());
      const std::string bytes = read_file(entry.path());
      const auto utf8 = to_utf8_text(bytes, declared_charset(bytes));
      REQUIRE(utf8);
      const Page page = read(*utf8);
      // What <time> elements say is read where the head states no day.
      const auto moment = khobao::text::read_moment(page.stated.published);
      const std::string published = moment               ? to_string(*moment)
                                    : page.dates.empty() ? ""
                                                         : to_string(page.dates[0].moment);
      const std::map<std::string, std::string> stated = {{"title", page.stated.title},
                                                         {"author", page.stated.author},
                                                         {"source", page.stated.source},
                                                         {"section", page.stated.section},
                                                         {"url", page.stated.url}};
      auto wanted = entry.path();
      for (const auto& [key, value] : read_expectations(wanted.replace_extension(".txt"))) {
        CAPTURE(key);
        CAPTURE(value);
        if (const auto field = stated.find(key); field != stated.end()) {
          CHECK(field->second == value);
          continue;
        }
        if (key == "published") {
          CHECK(published == to_string(*khobao::text::read_moment(value)));
          continue;
        }
        const Line* line = find_line(page, value);
        CHECK(line);
        if (!line) continue;
        if (key == "keep") CHECK(line->mark != Mark::furniture);
        if (key == "caption") CHECK(line->mark == Mark::caption);
        if (key == "drop") CHECK(line->mark == Mark::furniture);
      }
    }
    CHECK(pages >= 40);
  }

  TEST_CASE("the headline is a heading") {
    const Page page =
        read("<h1>Bà con gặt lúa sớm</h1><p>Sáng 2/6, cả thôn ra đồng từ lúc mờ sương.</p>");
    REQUIRE(page.lines.size() == 2);
    CHECK(page.lines[0].mark == Mark::heading);
    CHECK(page.lines[1].mark == Mark::none);
    CHECK(page.stated.title == "Bà con gặt lúa sớm");
  }

  TEST_CASE("block elements and br end lines, inline elements do not") {
    const Page page = read("<p>Một <b>hai</b>\n  ba<br>bốn</p><div>năm<span> sáu</span></div>");
    CHECK(lines_of(page, Mark::none) == "Một hai ba\nbốn\nnăm sáu\n");
    CHECK(page.lines[0].blank_before);
    CHECK_FALSE(page.lines[1].blank_before);
    CHECK(page.lines[2].blank_before);
  }

  TEST_CASE("details that cost articles a line") {
    struct Case {
      const char *name, *html, *title, *kept;
    };
    for (const Case& c : {
             Case{"a link to some front page does not make a paragraph a logo",
                  "<h1>Gặt lúa sớm</h1><p>Mời bạn đọc xem tại <a "
                  "href='https://dongxanh.example/'>trang của xã</a>.</p>",
                  "Gặt lúa sớm", "Mời bạn đọc xem tại trang của xã."},
             {"boxed text in <aside> within the article stays",
              "<article><h1>Gặt lúa sớm</h1><p>Cả thôn ra đồng từ lúc trời còn mờ sương, tiếng máy "
              "vang khắp nơi.</p>"
              "<aside>Cả xã có hai trăm hộ trồng lúa trên năm cánh đồng ven "
              "sông.</aside></article>",
              "Gặt lúa sớm", "Cả xã có hai trăm hộ trồng lúa trên năm cánh đồng ven sông."},
             {"a headline of two lines is one",
              "<h1>Bà con Mây Hồng<br>gặt lúa sớm</h1><p>Cả thôn ra đồng.</p>",
              "Bà con Mây Hồng gặt lúa sớm", "Cả thôn ra đồng."},
             {"a printed address is kept",
              "<h1>Gặt lúa sớm</h1><p>Cả thôn ra đồng.</p><p><a "
              "href='/x'>www.dongxanh.example</a></p>",
              "Gặt lúa sớm", "www.dongxanh.example"},
             {"words in angle brackets are text",
              "<h1>Gặt lúa sớm</h1><p>Cả thôn ra đồng. <Theo TTX Sơn Hạ></p>", "Gặt lúa sớm",
              "Cả thôn ra đồng. <Theo TTX Sơn Hạ>"},
             {"PHP without an end mark runs to the end",
              "<h1>Gặt lúa sớm</h1><p>Cả thôn ra đồng.</p><?php foot();", "Gặt lúa sớm",
              "Cả thôn ra đồng."},
         }) {
      CAPTURE(c.name);
      const Page page = read(c.html);
      CHECK(page.stated.title == c.title);
      const Line* line = find_line(page, c.kept);
      REQUIRE(line);
      CHECK(line->mark == Mark::none);
    }
  }

  TEST_CASE("text comes out in NFC, without control characters") {
    CHECK(lines_of(read("<p>Ba&#768; con&#7; mu\u0300a\u200B lu\u0303</p>"), Mark::none) ==
          "Bà con mùa lũ\n");
  }

  TEST_CASE("any bytes are read") {
    for (const char* html :
         {"", "<", "<<<>>>", "</", "<a", "<a b=\"", "<!--", "<?php", "<script>", "<p", "&#", "&;",
          "<table><td><table>", "<h1><h1><h1>", "\xFF\xFE<p>", "<%", "<![CDATA["}) {
      CAPTURE(html);
      CHECK(read_html(html));
    }
  }

  TEST_CASE("hostile pages end in time") {
    const auto repeat = [](std::string_view part, size_t times) {
      std::string out;
      for (size_t i = 0; i < times; ++i) out += part;
      return out;
    };
    CHECK(read_html(repeat("<b>", 100'000)));
    CHECK(read_html(repeat("<div>", 100'000) + repeat("</span>", 100'000)));
    CHECK(read_html(repeat("<!--", 500'000)));
    CHECK(read_html(repeat("<a b=\"", 300'000)));
    CHECK(read_html(repeat("<a b='", 300'000)));
    CHECK(read_html(repeat("<script>", 100'000)));
    CHECK(read_html("<p " + repeat("a=1 ", 1'000'000) + ">x</p>"));
    CHECK(read_html(repeat("<table><tr><td>", 50'000)));
    CHECK(read_html(repeat("<p>a</p>", 200'000)));
    CHECK_FALSE(read_html(repeat("<p>", 600'000)));
    CHECK_FALSE(read_html(std::string(33u << 20, 'a')));
  }
}
