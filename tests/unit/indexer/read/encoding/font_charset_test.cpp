// Fonts from before Unicode tell what the letters are, run by run. Texts invented.
#include "indexer/read/encoding/font_charset.h"

#include <doctest/doctest.h>

#include "indexer/read/forms/html/font_styles.h"
#include "indexer/read/reader.h"

using namespace khobao;
using namespace khobao::read;

namespace {

archive::Article page(const std::string& inside, const std::string& head = "") {
  return *read_article("<html><head><meta charset=utf-8>" + head + "</head><body>" + inside +
                           "</body></html>",
                       Form::html, "a.html", {});
}

const std::string kUnicode =
    "<p>Bà con các bản đã gùi măng, gùi cam xuống chợ từ sáng sớm, ai cũng mừng vì đường đã "
    "thông.</p>";

}  // namespace

TEST_SUITE("read/font_charset") {
  TEST_CASE("font names") {
    CHECK(font_of_families(".VnTime")->charset == LegacyCharset::tcvn3);
    CHECK_FALSE(font_of_families("'.VnTime', Arial")->capitals);
    CHECK(font_of_families("\".VnArialH\"")->capitals);
    CHECK(font_of_families("VNI-Times")->charset == LegacyCharset::vni);
    CHECK(font_of_families("VNtimes New Roman")->charset == LegacyCharset::vietware_x);
    CHECK(font_of_families("Times New Roman") == Font{});
    CHECK_FALSE(font_of_families("inherit"));
    CHECK(font_of_style("font-size:14pt;font-family:\".VnTime\"")->charset == LegacyCharset::tcvn3);
    CHECK(font_of_style("font: bold 12.0pt \".VnTimeH\", serif")->capitals);
    CHECK(font_of_style("FONT: 12pt VNI-Times")->charset == LegacyCharset::vni);
    CHECK_FALSE(font_of_style("mso-ascii-font-family:.VnTime; color:red"));
  }

  TEST_CASE("runs") {
    struct Case {
      const char *name, *font, *in, *want;
    };
    const Case cases[] = {
        {"TCVN3", ".VnTime", "S¸ng 12-5, TØnh ñy M©y Tr¾ng häp", "Sáng 12-5, Tỉnh ủy Mây Trắng họp"},
        {"TCVN3 capitals", ".VnTimeH", "TØnh ñy M©y", "TỈNH ỦY MÂY"},
        {"VNI", "VNI-Times", "Tröôøng Maây Traéng hoïp", "Trường Mây Trắng họp"},
        {"Vietware X", "VNtimes new roman", "Træåìng Máy Tràõng hoüp, âaî thoaït",
         "Trường Mây Trắng họp, đã thoát"},
        {"Unicode that somebody set in it", ".VnTime", "Tỉnh ủy Mây Trắng", "Tỉnh ủy Mây Trắng"},
        {"plain", "VNI-Times", "Ban 12", "Ban 12"},
    };
    for (const Case& c : cases) {
      CAPTURE(c.name);
      CHECK(decode_run(c.in, *font_of_families(c.font)) == c.want);
    }
  }

  TEST_CASE("a page of several fonts beside Unicode") {
    const auto article = page(
        "<h1><font face='.VnTimeH'>Chî phiªn M©y Tr¾ng</font></h1>" + kUnicode +
        "<p><font face='.VnTime'>S¸ng 12-5, TØnh ñy häp bµn viÖc më l¹i chî phiªn cho bµ con c¸c "
        "b¶n.</font> <span style='font-family:VNI-Times'>Tröôøng ñaõ môû laïi lôùp hoïc cho caùc "
        "em.</span></p>");
    CHECK(article.title == "CHỢ PHIÊN MÂY TRẮNG");
    REQUIRE(article.paragraphs.size() == 2);
    CHECK(article.paragraphs[0].text.starts_with("Bà con các bản"));
    CHECK(article.paragraphs[1].text ==
          "Sáng 12-5, Tỉnh ủy họp bàn việc mở lại chợ phiên cho bà con các bản. Trường đã mở lại "
          "lớp học cho các em.");
  }

  TEST_CASE("style sheets, as word processors write them; the innermost font decides") {
    const auto article = page(
        "<h1>Chợ phiên Mây Trắng</h1><p class=MsoNormal>S¸ng 12-5, TØnh ñy häp bµn viÖc më l¹i chî "
        "phiªn <span style='font-family:\"Times New Roman\"'>(café, crème)</span> cho bµ con.</p>" +
            kUnicode,
        "<style><!--\n /* Style Definitions */\n p.MsoNormal, li.MsoNormal\n\t{font-size:14.0pt;\n"
        "\tfont-family:\".VnTime\";}\n--></style>");
    CHECK(article.paragraphs[0].text ==
          "Sáng 12-5, Tỉnh ủy họp bàn việc mở lại chợ phiên (café, crème) cho bà con.");
  }

  TEST_CASE("the title of a page with such fonts has none of its own") {
    CHECK(page("<h1><font face='.VnTime'>Chî phiªn M©y Tr¾ng më l¹i</font></h1>" + kUnicode,
               "<title>Chî phiªn M©y Tr¾ng më l¹i</title>")
              .title == "Chợ phiên Mây Trắng mở lại");
  }

  TEST_CASE("selectors") {
    const FontStyles styles("@media print { .a {font-family: .VnTime} } td > p.x:hover {font: 1pt VNI-Times} "
                            "P.Y , .z {font-family: VNI-Times}");
    CHECK(styles.font_of("p", "y")->charset == LegacyCharset::vni);
    CHECK(styles.font_of("b", "q z")->charset == LegacyCharset::vni);
    CHECK_FALSE(styles.font_of("p", "x"));
    CHECK_FALSE(styles.font_of("b", "y"));
  }
}
