// Pages as crawlers, converters and portals make them, all invented: what stands around an article
// must not be taken for it, whatever the site calls it.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "indexer/read/forms/plain_text_reader.h"
#include "indexer/read/reader.h"
#include "indexer/read/understand.h"

using namespace khobao;
using namespace khobao::read;
using archive::Article;
using archive::PublishedFrom;

namespace {

constexpr const char* kTitle = "Đội nhà xã Mây chờ trận cuối mùa";
constexpr const char* kFirst =
    "Đội bóng xã Mây có mặt ở sân từ sáng sớm để chuẩn bị cho trận cuối cùng của mùa giải năm nay.";
constexpr const char* kSecond =
    "Ông bầu Trần Mây cho biết toàn đội đang có tinh thần tốt và sẽ đá tấn công ngay từ phút đầu.";
constexpr const char* kThird =
    "Bà con vào sân tự do, và ban tổ chức đã kê thêm năm trăm ghế ngồi ở hai đầu sân bóng của xã.";

std::string body(const std::string& between) {
  return std::string(kFirst) + between + kSecond + between + kThird;
}

Article html(const std::string& inside, const std::string& head = "") {
  return *read_article(
      "<html><head><meta charset=utf-8>" + head + "</head><body>" + inside + "</body></html>",
      Form::html, "a.html", {});
}

std::string paragraphs() { return "<p>" + body("</p><p>") + "</p>"; }

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

bool is_whole(const Article& article) {
  return prints(article, kFirst) && prints(article, kSecond) && prints(article, kThird);
}

}  // namespace

TEST_SUITE("read/unseen_pages") {
  TEST_CASE("a description that is not printed pushes nothing into the text") {
    const Article a = html(
        "<h1>" + std::string(kTitle) + "</h1><div>Lê Sao</div><div>16/04/2019</div>" + paragraphs(),
        R"(<meta property="og:description" content="Đội nhà phải thắng nếu muốn trụ hạng.">)");
    CHECK(a.published == "2019-04-16");
    CHECK(a.published_from == PublishedFrom::line);
    CHECK(a.author == "Lê Sao");
    CHECK_FALSE(prints(a, kTitle));
    CHECK_FALSE(prints(a, "Lê Sao"));
    CHECK(is_whole(a));
  }

  TEST_CASE("where the day stands, and what is none of the article's days") {
    struct Case {
      const char *name, *head, *inside, *want;
    };
    const std::string text = paragraphs();
    for (const Case& c :
         {Case{"a clock in the header", "",
               "<header><time datetime=2026-11-29>29/11/2026</time>"
               "</header><h1>T</h1><p class=date>Thứ Tư, 04/03/2020 | 08:15</p>",
               "2020-03-04T08:15"},
          {"a day over the menu", "",
           "<div>Chủ nhật, 29/11/2026</div><ul><li><a href=/a>Mục một</a>"
           "<li><a href=/b>Mục hai</a><li><a href=/c>Mục ba</a></ul><h1>T</h1>"
           "<div>04/03/2020</div>",
           "2020-03-04"},
          {"a teaser's time", "",
           "<div class=box><h3><a href=y>Bão Mây vào bờ trong đêm qua</a></h3>"
           "<time datetime=2023-01-01T08:00>01/01/2023</time></div><h1>T</h1>"
           "<div class=date>04/03/2020 08:15</div>",
           "2020-03-04T08:15"},
          {"an update beside a publication", "",
           "<h1>T</h1><time class=updated datetime=2023-01-01>"
           "1/1/2023</time> <time pubdate datetime=2020-03-04T08:15>4/3/2020</time>",
           "2020-03-04T08:15"},
          {"Unix time 0", "<meta property=article:published_time content=1970-01-01T00:00:00Z>",
           "<h1>T</h1><div>04/03/2020</div>", "2020-03-04"},
          {"a day that never comes", "<meta property=article:published_time content=2099-12-31>",
           "<h1>T</h1><div>04/03/2020</div>", "2020-03-04"},
          {"the zero day of OLE", "<meta itemprop=datePublished content=1899-12-30>",
           "<h1>T</h1><div>04/03/2020</div>", "2020-03-04"},
          {"another zone", "<meta name=pubdate content=2020-03-03T20:00:00Z>", "<h1>T</h1>",
           "2020-03-04T03:00"},
          {"a name in front", "", "<h1>T</h1><div>Lê Sao Mai - 05/03/2026 08:47</div>",
           "2026-03-05T08:47"},
          {"a section in front", "", "<h1>T</h1><div>Thể thao | 5 Thg 3, 2026</div>", "2026-03-05"},
          {"over the headline, with its time", "",
           "<div class=date>Thứ sáu, 5/6/2026, 08:04 (GMT+7)"
           "</div><h1>T</h1>",
           "2026-06-05T08:04"},
          {"relative, with the moment in the markup", "",
           "<h1>T</h1>"
           "<time datetime=2020-03-04T08:15:00+07:00>2 giờ trước</time>",
           "2020-03-04T08:15"},
          {"in the address",
           "<link rel=canonical href=https://may.example/2020/03/04/doi-nha.html>", "<h1>T</h1>",
           "2020-03-04"},
          {"in the number of the address",
           "<link rel=canonical href=https://may.example/doi-nha-20200304081500123.htm>",
           "<h1>T</h1>", "2020-03-04T08:15"}}) {
      CAPTURE(c.name);
      std::string inside = c.inside;
      inside.replace(inside.find(">T<") + 1, 1, kTitle);
      const Article a = html(inside + text, c.head);
      CHECK(a.published == c.want);
      CHECK(is_whole(a));
    }
  }

  TEST_CASE("days of events, trials and history are no days of publication") {
    for (const char* lede :
         {"Theo cáo trạng, ngày 6/2/2008, bị cáo Sùng A Gió đã lấy trộm hai con trâu của hàng xóm.",
          "Trận lụt lớn ở xã Mây xảy ra vào ngày 6 tháng 2 năm 1958, khi con đập bị vỡ giữa đêm.",
          "Ngày 19/8/1945, nhân dân xã Mây đứng lên giành chính quyền trong niềm vui của cả "
          "bản."}) {
      CAPTURE(lede);
      CHECK(plain("Chuyện cũ của xã Mây ven sông\n\n" + std::string(lede) + "\n" + kSecond)
                .published.empty());
    }
  }

  TEST_CASE("who wrote it, wherever the name stands") {
    struct Case {
      const char *name, *head, *before, *behind, *want;
    };
    for (const Case& c :
         {Case{"between headline and date", "", "<div>LÊ SAO MAI</div><div>07/03/2026</div>", "",
               "LÊ SAO MAI"},
          {"announced", "", "<div>Tác giả: Lê Sao Mai</div>", "", "Lê Sao Mai"},
          {"two", "", "<div>Lê Sao - Trần Mây</div><div>07/03/2026</div>", "", "Lê Sao - Trần Mây"},
          {"more than are named", "", "<div class=author>Lê Sao và 1 tác giả khác</div>", "",
           "Lê Sao"},
          {"the outlet as author",
           "<meta name=author content=\"Báo Mây Online\"><meta "
           "property=og:site_name content=\"Báo Mây\">",
           "", "<p><strong>Lê Sao</strong> (tổng hợp)", "Lê Sao"},
          {"a desk", "<meta name=author content=\"Ban Biên tập\">", "", "<p>P.V</p>", ""},
          {"Theo in front", "<meta property=article:author content=\"Theo Lê Sao\">", "", "",
           "Lê Sao"},
          {"two under the text", "", "", "<p>Tin, ảnh: LÊ SAO - TRẦN MÂY</p>", "LÊ SAO - TRẦN MÂY"},
          {"a section is none", "", "<div>Thể Thao</div><div>07/03/2026</div>", "", ""}}) {
      CAPTURE(c.name);
      const Article a =
          html("<h1>" + std::string(kTitle) + "</h1>" + c.before + paragraphs() + c.behind, c.head);
      CHECK(a.author == c.want);
      CHECK(is_whole(a));
    }
  }

  TEST_CASE("a crawler's header says where and when") {
    const Article a =
        markdown("# " + std::string(kTitle) +
                 " - Báo Mây\n\n**Source:** https://baomay.vn/doi-nha.html\n**Published:** "
                 "2026-03-05T12:42:00+07:00\n**Crawled:** 2026-06-08T15:58:26.317638\n**Crawler:** "
                 "bs4\n\n---\n\n" +
                 body("\n\n"));
    CHECK(a.title == kTitle);
    CHECK(a.published == "2026-03-05T12:42");
    CHECK(a.published_from == PublishedFrom::meta);
    CHECK(a.source == "baomay.vn");
    CHECK(a.url == "https://baomay.vn/doi-nha.html");
    CHECK(a.paragraphs.size() == 3);
    const Article b =
        plain("URL: https://baomay.vn/doi-nha.html\nTiêu đề: " + std::string(kTitle) +
              "\nNgày đăng: 05/03/2026 12:42\nNgày thu thập: 2026-06-08\n\n" + body("\n\n"));
    CHECK(b.title == kTitle);
    CHECK(b.published == "2026-03-05T12:42");
    CHECK(b.paragraphs.size() == 3);
  }

  TEST_CASE("a dump of all that a site prints gives its article alone") {
    std::string menu, teasers;
    for (int i = 0; i < 45; ++i)
      menu +=
          "* [Mục thứ " + std::to_string(i) + "](https://may.example/m" + std::to_string(i) + ")\n";
    for (int i = 0; i < 6; ++i)
      teasers += "### [Bến đò Sao thay thuyền mới sau " + std::to_string(i) +
                 " năm](https://may.example/t)\n\nHai chiếc thuyền sắt thay cho thuyền gỗ cũ, chở "
                 "được ba mươi khách mỗi chuyến.\n\n";
    const std::string link = "[Bến đò Sao thay thuyền mới sau mười năm](https://may.example/t)";
    const Article a = markdown(
        "# Article 3\n\nURL: https://may.example/a.html\n\n[ Thứ hai, 8/6/2026 "
        "](https://may.example)\n\n" +
        menu + "\n# " + kTitle +
        "\n\nLÊ SAO\n21/08/2025 14:22 GMT+7\n[ Chia sẻ ](javascript:;)\n\n" + kFirst + "\n\n#### " +
        link + "\n\n" + kSecond + "\n\n" + kThird + "\n\nTin liên quan\n\n" + teasers +
        "Bình luận (2)\n\nĐội nhà đá hay lắm, năm sau chắc chắn sẽ lên hạng thôi bà con ơi.\n\n"
        "Cơ quan chủ quản: Ủy ban nhân dân xã Mây, giấy phép số 12/GP-TTĐT do Sở Mây cấp.\n");
    CHECK(a.title == kTitle);
    CHECK(a.published == "2025-08-21T14:22");
    CHECK(a.author == "LÊ SAO");
    CHECK(a.kind == archive::Kind::article);
    CHECK(a.paragraphs.size() == 3);
    CHECK(is_whole(a));
  }

  TEST_CASE("links that an extractor left lose their place in the text") {
    const Article a =
        plain(std::string(kTitle) + "\n" + kFirst +
              "\n\n    Bến đò Sao thay thuyền mới sau mười năm hoạt động\n    Chợ Mây "
              "mở phiên đầu năm cho bà con ba thôn\n\n" +
              kSecond + "\n" + kThird);
    CHECK(a.paragraphs.size() == 3);
    CHECK(a.furniture.size() == 2);
  }

  TEST_CASE("listings are told by what they are made of") {
    std::string cards;
    for (int i = 0; i < 7; ++i)
      cards += "<div><h3><a href=/" + std::to_string(i) + ">Chợ Mây mở phiên thứ " +
               std::to_string(i) +
               " cho bà con</a></h3><p>Chợ họp vào sáng chủ nhật hằng tuần, bán "
               "nông sản của bà con ba thôn trong xã.</p></div>";
    CHECK(html("<h1>Tin trong xã</h1>" + cards).kind == archive::Kind::listing);
    CHECK(html("<h1>" + std::string(kTitle) + "</h1>" + paragraphs() + "<h3>Xem thêm</h3>" + cards)
              .kind == archive::Kind::article);
    std::string dated;
    for (int i = 1; i < 7; ++i)
      dated += "<li><div>0" + std::to_string(i) + "/02/2025. </div><a href=/" + std::to_string(i) +
               ">Thông báo về lịch họp của thôn số " + std::to_string(i) + "</a></li>";
    const Article notice = html(
        "<h1>Đổi phòng làm việc của văn phòng xã</h1><div>07/07/2025</div><p>Từ hôm nay, văn phòng "
        "xã "
        "làm việc tại nhà số chín bên bờ sông Mây.</p><h3>Xem thêm</h3><ul>" +
        dated + "</ul>");
    CHECK(notice.kind == archive::Kind::article);
    CHECK(notice.published == "2025-07-07");
    CHECK(notice.paragraphs.size() == 1);
  }

  TEST_CASE("an address on the last line is no credit unless it is called one") {
    CHECK(plain(std::string(kTitle) + "\n\n" + body("\n\n") + "\n\nhttps://www.facebook.com/xamay")
              .source.empty());
    CHECK(plain(std::string(kTitle) + "\n\n" + body("\n\n") + "\n\nTheo https://maydong.vn/a.html")
              .source == "https://maydong.vn/a.html");
    const Article below = html("<h1>" + std::string(kTitle) + "</h1>" + paragraphs() +
                               "<p>Theo</p><p>Nhịp sống xã Mây</p>");
    CHECK(below.source == "Nhịp sống xã Mây");
  }

  TEST_CASE("lines broken at a width or inside a sentence are joined") {
    const Article a = plain(
        "Xã Mây làm đường mới cho bà con\n02/07/2020 08:00\n\nSáng nay, Ủy ban nhân dân xã Mây tổ "
        "chức "
        "lễ khánh\nthành con đường liên thôn dài ba cây số, với số tiền hai tỷ\nđồng. Bà con làm "
        "công tác "
        "tuyên-\ntruyền rất tốt, ai cũng vui vẻ góp công góp sức cho làng.\n");
    REQUIRE(a.paragraphs.size() == 1);
    CHECK(prints(a, "lễ khánh thành"));
    CHECK(prints(a, "hai tỷ đồng"));
    CHECK(prints(a, "tuyên-truyền"));
    CHECK(plain("Chợ Mây họp phiên đầu năm\n\nBán gạo\nBán cá\nBán rau\n").paragraphs.size() == 3);
  }
}

TEST_SUITE("read/records") {
  Article record(const std::string& json) { return *read_json_record(json, {}); }

  TEST_CASE("records are read by the keys that crawlers write") {
    const std::string text = kFirst;
    struct Case {
      const char* name;
      std::string json;
      const char *published, *author;
    };
    for (
        const Case& c :
        {Case{"news-please",
              R"({"title": "Mây", "date_publish": "2020-03-04 08:15:00", "maintext": ")" + text +
                  R"(", "authors": ["Lò Mây", "Lê Na"]})",
              "2020-03-04T08:15", "Lò Mây, Lê Na"},
         {"trafilatura",
          R"({"date": "2020-03-04", "text": ")" + text +
              R"(", "author": "Lò Mây", "hostname": "baomay.example"})",
          "2020-03-04", "Lò Mây"},
         {"newspaper", R"({"publish_date": 1583284500.5, "text": ")" + text + R"("})",
          "2020-03-04T08:15", ""},
         {"paragraphs",
          R"({"pubDate": "Wed, 04 Mar 2020 08:15:00 +0700", "paragraphs": [")" + text +
              R"(", "Chợ vẫn họp."]})",
          "2020-03-04T08:15", ""},
         {"objects",
          R"({"published_at": {"$date": 1583284500000}, "content": [{"type": "text", "text": ")" +
              text + R"("}]})",
          "2020-03-04T08:15", ""},
         {"WordPress",
          R"({"date": "2020-03-04T08:15:00", "title": {"rendered": "Mây"}, "content": {"rendered": "<p>)" +
              text + R"(</p><p>Chợ.</p>"}})",
          "2020-03-04T08:15", ""},
         {"Elasticsearch",
          R"({"_index": "bao", "_source": {"article_body": ")" + text +
              R"(", "ngay_dang": "04/03/2020"}})",
          "2020-03-04", ""},
         {"Vietnamese keys",
          R"({"tieu_de": "Mây", "noi_dung": ")" + text +
              R"(", "Ngày đăng": "4 thg 3, 2020", "tac_gia": "Lò Mây"})",
          "2020-03-04", "Lò Mây"}}) {
      CAPTURE(c.name);
      const Article a = record(c.json);
      CHECK(prints(a, kFirst));
      CHECK(a.published == c.published);
      CHECK(a.author == c.author);
    }
  }

  TEST_CASE("a record whose text no key is known to hold is refused by name") {
    const auto refused = read_json_record(R"({"title": "Mây", "loi_van": "Chợ vẫn họp."})", {});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().message.find("loi_van") != std::string::npos);
  }

  TEST_CASE("line ends of Unicode are text inside a record") {
    const Article a = record("{\"body\": \"Chợ Mây họp phiên đầu năm.\u2028Bà con vui.\"}");
    CHECK(a.paragraphs.size() == 2);
  }

  TEST_CASE("markup, entities and mojibake in escapes are mended") {
    CHECK(
        prints(record(R"({"body": "<p>Gi&aacute; l&uacute;a &amp; g&#7841;o t&#259;ng.</p><br>"})"),
               "Giá lúa & gạo tăng."));
    const Article a = record(
        R"({"title": "X\u00c3\u00a3 M\u00c3\u00a2y", "body": "X\u00c3\u00a3 M\u00c3\u00a2y Tr\u00e1\u00ba\u00afng s\u00e1\u00bb\u00ada \u00c4\u2018\u00c6\u00b0\u00e1\u00bb\u009dng."})");
    CHECK(a.title == "Xã Mây");
    CHECK(prints(a, "Xã Mây Trắng sửa đường."));
  }

  TEST_CASE("names and days stand together with or without a sign between") {
    struct Case {
      const char *name, *lines, *published, *author;
    };
    for (const Case& c :
         {Case{"name and moment", "Lê Sao Mai 05/03/2026 08:47 GMT+7\n", "2026-03-05T08:47",
               "Lê Sao Mai"},
          {"a day under a wrapped title", "08:00 30/04/2017\n", "2017-04-30T08:00", ""},
          {"an agency's stamp", "Kim Sa (MAY 14/3/2019) - ", "2019-03-14", ""}}) {
      CAPTURE(c.name);
      const std::string stamp = c.lines;
      const std::string gap = stamp.ends_with('\n') ? "\n" : "";
      const Article a = plain(std::string(kTitle) + "\n" + stamp + gap + body("\n\n"));
      CHECK(a.title == kTitle);
      CHECK(a.published == c.published);
      CHECK(a.author == c.author);
    }
  }

  TEST_CASE("a headline is known by its element's name where no heading stands") {
    const Article a = html("<div class=title>" + std::string(kTitle) +
                               "</div><div class=date-post>15/10/2024 14:05</div>" + paragraphs(),
                           "<title>Cổng thông tin điện tử xã Mây</title>");
    CHECK(a.title == kTitle);
    CHECK(a.published == "2024-10-15T14:05");
    CHECK_FALSE(prints(a, kTitle));
  }

  TEST_CASE("a moment in an attribute is read as one that is printed") {
    const Article a = html("<h3 class='post-title entry-title'>" + std::string(kTitle) +
                           "</h3><div class=post-line>vào lúc <abbr class=published "
                           "title='2016-09-18T21:10:00+07:00'>21:10</abbr></div>" +
                           paragraphs());
    CHECK(a.published == "2016-09-18T21:10");
  }

  TEST_CASE("credits stand in the head, too; several agencies are several sources") {
    const Article a = html("<h1>" + std::string(kTitle) +
                           "</h1><span class=kb-source>Theo Đời sống Mây</span><p class=date>13:07 "
                           "20/02/2026</p>" +
                           paragraphs());
    CHECK(a.source == "Đời sống Mây");
    const Article b =
        plain(std::string(kTitle) + "\n\n" + body("\n\n") + "\n\n(Theo AFP, Reuters)");
    CHECK(b.credit == "AFP, Reuters");
  }

  TEST_CASE("the line that signs a text is not cut off with what follows it") {
    const Article a = plain("Văn hóa\n" + std::string(kTitle) +
                            "\nChủ nhật - 06/06/2021 10:33\n1.204 lượt xem\n" + body("\n") +
                            "\nBài, ảnh: Sao Mai\nTổng số điểm của bài viết là: 0 trong 0 đánh "
                            "giá\nNhững tin mới hơn\nBa người thoát nạn trên hồ Ea Nhái");
    CHECK(a.author == "Sao Mai");
    CHECK(is_whole(a));
  }

  TEST_CASE("attributes of pandoc are no text") {
    const Article a =
        markdown("# " + std::string(kTitle) +
                 " {#title .headline}\n\n[24/12/2022 15:30]{.date}\n\n" + body("\n\n"));
    CHECK(a.title == kTitle);
    CHECK(a.published == "2022-12-24T15:30");
  }

  TEST_CASE("a day that has not come is believed of nothing") {
    const std::string text = std::string(kTitle) + "\n08:00 30/04/2027\n\n" + body("\n\n");
    const auto published = [&](text::Day today) {
      return understand(read_plain_text(text),
                        {.received = {}, .crawled = {}, .today = today, .path = {}})
          .published;
    };
    CHECK(published({2027, 4, 29}).empty());
    CHECK(published({2027, 4, 30}) == "2027-04-30T08:00");
    CHECK(published({}) == "2027-04-30T08:00");
  }

  TEST_CASE("an element of the content that names one line is not all of it") {
    const Article a = html(
        "<div class='bread-crumb-detail'><a href=/a>Thời sự</a><div "
        "class='bread-crumb-detail__time'>Chủ nhật, 02/11/2025 - 08:30</div></div><h1 "
        "class='content-detail-title'>" +
        std::string(kTitle) +
        "</h1><div class='article-detail-author-wrapper'><span class=name><a href=/b>Lê Sao "
        "Mai</a></span></div><div class='maincontent main-content'>" +
        paragraphs() + "</div>");
    CHECK(a.title == kTitle);
    CHECK(a.published == "2025-11-02T08:30");
    CHECK(is_whole(a));
  }

  TEST_CASE("buttons side by side, tags and claims of rights are furniture") {
    const Article a =
        plain(std::string(kTitle) + "\n08:30 02/11/2025\n\n" + body("\n\n") +
              "\n\n#xaMay #bongDa\n\nThích Phản hồi Chia sẻ\n\nChủ đề: bóng đá xã\n\n© 2025 Mây "
              "Xanh");
    CHECK(is_whole(a));
    CHECK_FALSE(prints(a, "#"));
    CHECK_FALSE(prints(a, "Thích"));
    CHECK_FALSE(prints(a, "Chủ đề"));
    CHECK_FALSE(prints(a, "2025"));
  }

  TEST_CASE("an English weekday says whether the month comes first") {
    const Article a =
        html("<h1>" + std::string(kTitle) +
             "</h1><div>Submitted by maytrang on Wed, 12/09/2020 - 15:12</div>" + paragraphs());
    CHECK(a.published == "2020-12-09T15:12");
    const Article b = plain(std::string(kTitle) + "\nLê Thu, 03/05/2026 10:20\n\n" + body("\n\n"));
    CHECK(b.published == "2026-05-03T10:20");
  }

  TEST_CASE("a byline that ends the text is no title of the list after it") {
    const Article a = html(
        "<section><h1 class=title-detail>" + std::string(kTitle) +
        "</h1><article class=fck_detail>" + paragraphs() +
        "<p style='text-align:right'><strong>Lê Sao</strong></p></article><a href=/a>Trở lại "
        "Bóng đá</a><a href=/b>Lưu</a><h2>Đọc nhiều</h2><h4><a href=/c>Ba người thoát nạn trên "
        "hồ Ea Nhái</a></h4></section>");
    CHECK(a.author == "Lê Sao");
    CHECK(is_whole(a));
    CHECK_FALSE(prints(a, "Ea Nhái"));
  }
}
