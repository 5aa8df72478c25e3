#include <doctest/doctest.h>

#include "indexer/read/forms/plain_text_reader.h"
#include "indexer/read/reader.h"
#include "indexer/read/understand.h"

using namespace khobao;
using namespace khobao::read;
using archive::Article;
using archive::Role;

namespace {
Article page_of(std::string_view bytes) {
  return *read_article(bytes, Form::plain_text, "a.txt", {});
}
Article record(std::string_view json) { return *read_json_record(json, {}); }

constexpr const char* kLede =
    "Nước về sớm hơn nửa tháng so với mọi năm, bà con hai xã ven sông Mây đã kịp gặt xong lúa và "
    "chuẩn bị ghe xuồng để giăng lưới.";
constexpr const char* kBody =
    "Ông Lê Văn Tư, người làm nghề hạ bạc ba mươi năm ở bến Mây, nói con nước này sẽ cho nhiều cá "
    "linh hơn mấy mùa trước đó.";
}  // namespace

TEST_SUITE("read/understand") {
  TEST_CASE("a page dump: clock, title, date line, counter, caption, credit, related") {
    const Article a =
        page_of(std::string("Thứ 4, 21/04/2021, 07:24[GMT+7]\n\nMùa nước nổi về sớm ở "
                            "Đồng Mây\n\nThứ 5, 02/07/2020 | 08:43:10\n467 lượt xem\n") +
                kLede + "\n\nQuang cảnh bến Mây.\n\n" + kBody +
                "\n\nTheo: maydong.vn\n\nTin cùng chuyên mục\nMùa sen muộn\n");
    CHECK(a.title == "Mùa nước nổi về sớm ở Đồng Mây");
    CHECK(a.display_title == a.title);
    CHECK(a.published == "2020-07-02T08:43");
    CHECK(a.published_from == archive::PublishedFrom::line);
    CHECK(a.source == "maydong.vn");
    CHECK(a.credit == "maydong.vn");
    REQUIRE(a.paragraphs.size() == 4);
    CHECK(a.paragraphs[1] == archive::Paragraph{"Quang cảnh bến Mây.", Role::caption});
    CHECK(a.furniture.size() == 5);
    CHECK(a.kind == archive::Kind::article);
  }

  TEST_CASE("the title stands behind a doubled section name") {
    const Article a = page_of(std::string("TIN MÂY XÃ MÂY TIN MÂY XÃ MÂY\n\nĐồng Mây vào mùa nước "
                                          "nổi\nNgày đăng 16/06/2020 | 17:43 | Lượt xem: 9\n\n") +
                              kLede);
    CHECK(a.title == "Đồng Mây vào mùa nước nổi");
    CHECK(a.published == "2020-06-16T17:43");
  }

  TEST_CASE("a clock alone is no date of publication") {
    CHECK(page_of(std::string("Thứ 4, 21/04/2021, 07:24[GMT+7]\n\nĐồng Mây vào mùa nước nổi\n\n") +
                  kLede)
              .published == "");
  }

  TEST_CASE("an update gives way to the day of publication") {
    const Article a = page_of(std::string("Đồng Mây vào mùa nước nổi\nCập nhật: 03/07/2020 "
                                          "09:00\nNgày đăng: 02/07/2020 08:00\n") +
                              kLede);
    CHECK(a.published == "2020-07-02T08:00");
  }

  TEST_CASE("a page without a title is named after its first sentence") {
    const Article a = page_of(std::string("Sáng nay (1/7), xã Mây họp dân ở bến. Nước đang lên, ai "
                                          "cũng lo cho vụ lúa sắp gặt ngoài đồng.\n\n") +
                              kBody);
    CHECK(a.title == "");
    CHECK(a.display_title == "Sáng nay (1/7), xã Mây họp dân ở bến");
    CHECK(a.published == "");
  }

  TEST_CASE("a lede printed twice counts once") {
    const std::string cut(
        std::string_view(kLede).substr(0, std::string_view(kLede).find(", bà con")));
    const Article a = page_of("Đồng Mây vào mùa nước nổi\n\n07:02, 20/02/2020\n\n" + cut +
                              "...\n\n" + kLede + "\n\n" + kBody + "\n\n" + kLede + "\n\nLÊ NA");
    CHECK(a.paragraphs.size() == 3);
    CHECK(a.author == "LÊ NA");
  }

  TEST_CASE("a credit outranks the head tag, which names the outlet") {
    const Article a = page_of(std::string("Đồng Mây vào mùa nước nổi\nTTO - ") + kLede + "\n" +
                              kBody + "\nTheo TTXVN");
    CHECK(a.source == "TTXVN");
    CHECK(a.credit == "Thông tấn xã Việt Nam");
    CHECK(a.outlet == "Tuổi Trẻ Online");
  }

  TEST_CASE("a signatory is no author") {
    CHECK(page_of(std::string(kLede) + "\n" + kBody + "\nKT. BỘ TRƯỞNG\nLê Văn Na").author == "");
  }

  TEST_CASE("a record's statements are trusted") {
    const Article a = record(
        R"({"id": "m-1", "url": "https://tuoitre.vn/a.htm", "source": "tuoitre.vn", "date": "2024-11-14T13:49:10+07:00", "title": "Mây", "author": "LÊ NA", "category": "Xã hội", "summary": "Nước lên.", "body": "Chợ vẫn họp."})");
    CHECK(a.id == "m-1");
    CHECK(a.url == "https://tuoitre.vn/a.htm");
    CHECK(a.title == "Mây");
    CHECK(a.published == "2024-11-14T13:49");
    CHECK(a.source == "tuoitre.vn");
    CHECK(a.outlet == "Tuổi Trẻ Online");
    CHECK(a.author == "LÊ NA");
    CHECK(a.section == "Xã hội");
    REQUIRE(a.paragraphs.size() == 2);
    CHECK(a.paragraphs[0].text == "Nước lên.");
  }

  TEST_CASE("a summary that the body repeats counts once, in front") {
    const std::string lede = kLede, body = kBody;
    for (const std::string& text : {lede + "\\n" + body, body + "\\n" + lede}) {
      const Article a =
          record("{\"title\": \"Mây\", \"summary\": \"" + lede + "\", \"body\": \"" + text + "\"}");
      REQUIRE(a.paragraphs.size() == 2);
      CHECK(a.paragraphs[0].text == lede);
    }
  }

  TEST_CASE("a page of headlines is a listing") {
    std::string page = "Tag: nước nổi\n";
    for (int i = 1; i <= 14; ++i)
      page += "Nước nổi về xã Mây " + std::to_string(i) + " sau nhiều năm vắng bóng\n1" +
              std::to_string(i % 9) + "/03/2024 08:00\n";
    CHECK(page_of(page).kind == archive::Kind::listing);
  }

  TEST_CASE("what holds no text is no article") {
    for (const char* blank : {"", " \n\n\t", "\u00A0\n\u200B"}) {
      const auto article = read_article(blank, Form::plain_text, "a.txt", {});
      REQUIRE_FALSE(article);
      CHECK(article.error().message == "it holds no text");
    }
    CHECK_FALSE(read_json_record(R"({"body": " "})", {}));
    CHECK(read_json_record(R"({"title": "Mùa sen", "body": ""})", {}));
  }

  TEST_CASE("every byte sequence is accepted") {
    for (std::string_view bytes :
         {std::string_view(""), std::string_view("\xFF\xFE\x00\x01", 4),
          std::string_view("\0\0", 2), std::string_view("[[[[(((("), std::string_view("....")}) {
      CHECK_NOTHROW((void)read_article(bytes, Form::plain_text, "a.txt", {}));
    }
  }

  TEST_CASE("the day of receipt bounds every date") {
    ReadOptions options{.received = "2020-07-01"};
    const auto a =
        read_article(std::string("Đồng Mây vào mùa\n\nThứ 5, 02/07/2020 | 08:43\n") + kLede,
                     Form::plain_text, "a", options);
    CHECK(a->published == "");
  }
}
