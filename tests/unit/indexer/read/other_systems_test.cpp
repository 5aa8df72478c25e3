// What content systems and tools print that no rule had been written beside: NukeViet, Drupal,
// Blogger, forums, long reads, terminal browsers, generators of sites. All invented.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "indexer/read/reader.h"

using namespace khobao;
using namespace khobao::read;
using archive::Article;

namespace {

const std::string kTitle = "Xã Mây Trắng mở lại chợ phiên sau mùa mưa";
const std::string kFirst =
    "Từ sáng sớm bà con các bản đã gùi măng, gùi cam xuống chợ, ai cũng mừng vì đường đã thông.";
const std::string kSecond =
    "Ông Lò Văn Mây cho biết chợ sẽ họp mỗi tuần một buổi, mọi nhà đều có chỗ ngồi không mất tiền.";
const std::string kThird =
    "Xã đã lát lại nền chợ và dựng thêm hai dãy lán, ai có sức thì góp sức, ai có tre thì góp tre.";

Article page(const std::string& inside, const std::string& title = kTitle) {
  return *read_article("<html><head><meta charset=utf-8><title>" + title + "</title></head><body>" +
                           inside + "</body></html>",
                       Form::html, "a.html", {});
}

std::string paragraphs() {
  return "<p>" + kFirst + "</p><p>" + kSecond + "</p><p>" + kThird + "</p>";
}

std::string lines() { return kFirst + "\n\n" + kSecond + "\n\n" + kThird + "\n"; }

Article markdown(const std::string& text) {
  return *read_article(text, Form::markdown, "a.md", {});
}
Article plain(const std::string& text) {
  return *read_article(text, Form::plain_text, "a.txt", {});
}

bool prints(const Article& article, std::string_view text) {
  return std::any_of(article.paragraphs.begin(), article.paragraphs.end(),
                     [&](const auto& p) { return p.text.find(text) != std::string::npos; });
}

}  // namespace

TEST_SUITE("read/other_systems") {
  TEST_CASE("front matter over several lines: lists, maps, folded text, TOML") {
    struct Case {
      const char *name, *block, *author;
    };
    const Case cases[] = {
        {"items", "---\ntitle: Chợ phiên\nauthors:\n  - Lê Na\n  - Trần Sen\n---\n",
         "Lê Na, Trần Sen"},
        {"items at the margin", "---\nauthor:\n- Lê Na\n- Trần Sen\ntitle: Chợ phiên\n---\n",
         "Lê Na, Trần Sen"},
        {"maps", "---\ntitle: Chợ phiên\nauthors:\n  - name: Lê Na\n    role: phóng viên\n---\n",
         "Lê Na"},
        {"one line", "---\ntitle: Chợ phiên\nauthors: [\"Lê Na\", 'Trần Sen']\n---\n",
         "Lê Na, Trần Sen"},
        {"folded", "---\ntitle: >-\n  Chợ\n  phiên\nauthor: Lê Na\n---\n", "Lê Na"},
        {"TOML", "+++\ntitle = \"Chợ phiên\"\nauthors = [\"Lê Na\"]\n+++\n", "Lê Na"},
    };
    for (const Case& c : cases) {
      CAPTURE(c.name);
      const Article article = markdown(c.block + lines());
      CHECK(article.title == "Chợ phiên");
      CHECK(article.author == c.author);
      CHECK(article.paragraphs.size() == 3);
    }
  }

  TEST_CASE("a day without its time after lede and byline is the article's") {
    const Article article =
        plain(kTitle + "\n\n" + kFirst + "\n\nLê Na\n11/10/2023\n\n" + kSecond + "\n\n" + kThird);
    CHECK(article.published == "2023-10-11");
    CHECK(article.author == "Lê Na");
    const Article reversed =
        plain(kTitle + "\n\n" + kFirst + "\n\n11/10/2023\nLê Na\n\n" + kSecond + "\n\n" + kThird);
    CHECK(reversed.published == "2023-10-11");
    CHECK(reversed.author == "Lê Na");
    CHECK(plain(kTitle + "\n\n" + kFirst + "\n\n" + kSecond + "\n\n" + kThird + "\n11/10/2023\n")
              .published.empty());
  }

  TEST_CASE("Drupal prints byline and day in the footer of the article's head") {
    const Article article = page(
        "<h1>" + kTitle + "</h1><article class='node'><footer class='node__meta'><div>Gửi bởi " +
            "<span>Lê Na</span> vào <span>Thứ Ba, 05/11/2019 - 10:12</span></div></footer>" +
            paragraphs() + "</article>",
        kTitle + " | Nhà văn hóa xã Mây Trắng");
    CHECK(article.published == "2019-11-05T10:12");
    CHECK(article.author == "Lê Na");
    CHECK(article.source == "Nhà văn hóa xã Mây Trắng");
  }

  TEST_CASE("hAtom states day and author wherever it stands, but not for lists") {
    const std::string entry =
        "<div class='hentry'><h3 class='entry-title'>" + kTitle + "</h3>" + paragraphs() +
        "<div class='post-footer'><span class='post-author vcard'>Người đăng: <span class='fn'>Lê "
        "Na</span></span><abbr class='published' title='2014-04-13T20:07:00+07:00'>20:07</abbr>"
        "</div></div>";
    CHECK(page(entry).published == "2014-04-13T20:07");
    CHECK(page(entry).author == "Lê Na");
    CHECK(page(entry + "<div class='hentry footer'><abbr class='published' "
                       "title='2015-01-01T08:00:00+07:00'>8:00</abbr></div>")
              .published != "2015-01-01T08:00");
  }

  TEST_CASE("a forum links the day of a post") {
    CHECK(page("<h1>" + kTitle + "</h1><ul><li><a href='/t'><time datetime='2018-06-02T21:44:10" +
               std::string("+0700'>2/6/18</time></a></li></ul><div>") + paragraphs() + "</div>")
              .published == "2018-06-02T21:44");
  }

  TEST_CASE("elements side by side are words of their own") {
    const Article article =
        page("<h1>" + kTitle + "</h1>" + paragraphs() +
             "<div><span>Nội dung</span><b>Lê Na</b></div><div><span>Ảnh</span><b>Đỗ Mây</b></div>");
    CHECK(article.author == "Lê Na");
    CHECK(page("<h1>" + kTitle + "</h1><div><span>Lê Na</span><span>14/9/2025</span><span>07:20" +
               std::string("</span></div>") + paragraphs())
              .published == "2025-09-14T07:20");
  }

  TEST_CASE("a labelled source may be a body") {
    const Article article =
        plain(kTitle + "\n\n" + lines() + "\nNguồn tin: Cổng thông tin huyện Mây Trắng\n");
    CHECK(article.source == "Cổng thông tin huyện Mây Trắng");
  }

  TEST_CASE("a <title> names the site that its end or the whole of it says") {
    const std::string inside = "<h1>" + kTitle + "</h1>" + paragraphs();
    CHECK(page(inside, "Chi tiết tin - Sở Y tế tỉnh Mây").source == "Sở Y tế tỉnh Mây");
    CHECK(page(inside, "Báo Mây Trắng điện tử").source == "Báo Mây Trắng điện tử");
    CHECK(page(inside, "Chợ phiên - tin tức mới nhất").source == "");
    CHECK(page(inside, kTitle + " - Trường Sơn").source == "");
  }

  TEST_CASE("a terminal browser's link numbers are no text") {
    const Article article =
        plain("   #[1]RSS\n\n   [2]Trang nhất [3]Xã hội\n\n   " + kTitle +
              "\n\n   Thứ ba, 08/02/2011, 16:22 GMT+7\n\n   " + kFirst + "\n\n   " + kSecond +
              "\n\n   Theo [4]ông Lò Văn Mây, chợ sẽ họp mỗi tuần một buổi từ nay tới Tết.\n\n   Lê "
              "Na\n\n   [5]Bản in\n\nReferences\n\n   1. http://bao.example/rss\n   2. "
              "http://bao.example/\n");
    CHECK(article.title == kTitle);
    CHECK(article.published == "2011-02-08T16:22");
    CHECK(article.author == "Lê Na");
    CHECK(prints(article, "Theo ông Lò Văn Mây"));
    CHECK_FALSE(prints(article, "RSS"));
    CHECK_FALSE(prints(article, "Bản in"));
    CHECK_FALSE(prints(article, "bao.example"));
    // Footnotes of a text stay.
    CHECK(prints(plain(kTitle + "\n\n" + lines() + "\n[1] Theo báo cáo của xã Mây Trắng năm nay.\n"),
                 "[1] Theo báo cáo"));
  }

  TEST_CASE("the day of an issue's number is the article's, over the headline or not") {
    for (const char* line : {"Số 3120 - Thứ Sáu 18-9-2009", "Thứ Sáu 18/9/2009 - Số 3.120"}) {
      CAPTURE(line);
      CHECK(plain(line + std::string("\n\n") + kTitle + "\n\n" + lines()).published ==
            "2009-09-18");
    }
  }

  TEST_CASE("what the paper is called is no headline") {
    CHECK(plain("BẢN TIN NỘI BỘ\nNgày 01 tháng 12 năm 2016\n\n" + kTitle + "\n\n" + lines()).title ==
          kTitle);
  }

  TEST_CASE("cards of day and teaser are a listing though the days are marked") {
    std::string cards;
    for (int i = 1; i <= 8; ++i) {
      cards += "<article><h3><a href='/b'>Bà con bản số " + std::to_string(i) +
               " dựng lại nhà sau mưa</a></h3><time>0" + std::to_string(i) +
               "/04/2023 07:15</time><p>Phóng viên ghi lại chuyện của những người ở lại với bản số " +
               std::to_string(i) + ".</p></article>";
    }
    CHECK(page("<h1>Tag: bản làng</h1>" + cards, "Bản làng").kind == archive::Kind::listing);
  }

  TEST_CASE("a stated day that names no day is remarked on") {
    Remarks remarks;
    const auto month = read_json_record(
        R"({"id": "g", "title": "Chợ phiên", "date": "2020-03", "body": ")" + kFirst + "\"}", {},
        &remarks);
    CHECK(month->published.empty());
    CHECK(remarks.unread_date == "2020-03");
    Remarks none;
    (void)read_json_record(
        R"({"id": "g", "title": "Chợ phiên", "date": "2020-03-04", "body": ")" + kFirst + "\"}", {},
        &none);
    CHECK(none.unread_date.empty());
  }
}
