// Titles, authors and days that a file says of itself: a template's are often wrong, so they count
// where its text says nothing.
#include <doctest/doctest.h>

#include "indexer/read/reader.h"

using namespace khobao;
using namespace khobao::read;

namespace {

constexpr const char* kLede =
    "Bà con các bản đã gùi măng, gùi cam xuống chợ từ sáng sớm, kịp phiên chợ đầu tiên sau mùa mưa.";
constexpr const char* kBody =
    "Chợ họp lại mỗi tuần hai phiên, xã lo bãi gửi ngựa và nước uống cho người ở bản xa.";

ReadOptions with(FileProperties properties) {
  ReadOptions options;
  options.properties = std::move(properties);
  return options;
}

archive::Article read_with(const std::string& text, FileProperties properties,
                           Form form = Form::plain_text) {
  return *read_article(text, form, "cho.doc", with(std::move(properties)));
}

const FileProperties kTemplate = {.title = "Mẫu công văn của văn phòng",
                                  .author = "Trần Văn Mây",
                                  .created = "2004-09-01T08:00:00Z"};

}  // namespace

TEST_SUITE("read/properties") {
  TEST_CASE("a template's title, author and year lose against the text's") {
    const std::string text = std::string("Chợ phiên Mây Trắng họp lại\n\n04/03/2020 08:15\n\n") + kLede +
                             "\n\n" + kBody + "\n\nLÊ NA\n";
    const auto article = read_with(text, kTemplate);
    CHECK(article.title == "Chợ phiên Mây Trắng họp lại");
    CHECK(article.published == "2020-03-04T08:15");
    CHECK(article.published_from == archive::PublishedFrom::line);
    CHECK(article.author == "LÊ NA");
    const std::string page = std::string("<h1>Chợ phiên Mây Trắng họp lại</h1><p>Ngày 4/3/2020</p><p>") +
                             kLede + "</p><p>" + kBody + "</p><p>LÊ NA</p>";
    const auto of_page = read_with(page, kTemplate, Form::html);
    CHECK(of_page.title == "Chợ phiên Mây Trắng họp lại");
    CHECK(of_page.published == "2020-03-04");
    CHECK(of_page.author == "LÊ NA");
  }

  TEST_CASE("a dateline's day in a year of its own loses no more than a date line does") {
    const auto article = read_with(
        std::string("Chợ phiên Mây Trắng họp lại\n\nSáng 4/3/2020, ") + kLede + "\n\n" + kBody, kTemplate);
    CHECK(article.published == "2020-03-04");
    CHECK(article.published_from == archive::PublishedFrom::dateline);
  }

  TEST_CASE("what the text leaves open the file's own word fills") {
    const auto article = read_with(std::string(kLede) + "\n\n" + kBody + "\n", kTemplate);
    CHECK(article.author == "Trần Văn Mây");
    CHECK(article.published == "2004-09-01");
    CHECK(article.published_from == archive::PublishedFrom::meta);
  }

  TEST_CASE("names of programs and machines, and days that cannot be, are nobody's word") {
    struct Case {
      const char* name;
      FileProperties properties;
    };
    const Case cases[] = {
        {"a program's title", {.title = "Microsoft Word - cho.doc", .author = "", .created = ""}},
        {"an account", {.title = "", .author = "Administrator", .created = ""}},
        {"a machine", {.title = "", .author = "PC-01 User", .created = ""}},
        {"one word", {.title = "Document1", .author = "Mây", .created = ""}},
        {"the clock of a dead battery", {.title = "", .author = "", .created = "1601-01-01T00:00:00Z"}},
        {"a day to come", {.title = "", .author = "", .created = "2199-01-01T00:00:00Z"}},
        {"rubbish", {.title = "", .author = "", .created = "hôm qua"}},
    };
    const auto plain = read_with(std::string(kLede) + "\n\n" + kBody + "\n", {});
    for (const Case& c : cases) {
      CAPTURE(c.name);
      const auto article = read_with(std::string(kLede) + "\n\n" + kBody + "\n", c.properties);
      CHECK(article.title == plain.title);
      CHECK(article.author == "");
      CHECK(article.published == "");
    }
  }

  TEST_CASE("a file is not from after the day on which it was received") {
    ReadOptions options = with(kTemplate);
    options.received = "2003-01-01";
    const auto article =
        read_article(std::string(kLede) + "\n\n" + kBody, Form::plain_text, "cho.doc", options);
    CHECK(article->published == "");
  }
}
