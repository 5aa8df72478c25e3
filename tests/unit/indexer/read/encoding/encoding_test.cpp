#include "indexer/read/encoding/encoding.h"

#include <doctest/doctest.h>

#include <map>

#include "common/text/letters/normalise.h"
#include "common/text/letters/utf8.h"
#include "indexer/read/encoding/capital_font.h"
#include "indexer/read/encoding/declared_charset.h"
#include "indexer/read/encoding/encoding_detect.h"
#include "indexer/read/encoding/legacy_charset.h"
#include "indexer/read/encoding/utf16.h"

using namespace khobao;
using namespace khobao::read;

namespace {

constexpr std::string_view kParagraph =
    "Sáng sớm, bà con thôn Đông Cốm đã ra đồng gặt lúa. Ông Lò Văn Thảnh, trưởng thôn, cho biết cả "
    "xã huy "
    "động mười hai máy gặt để kịp tránh trận lũ đang về. Theo ủy ban xã, năng suất bình quân đạt "
    "năm mươi "
    "tám tạ mỗi héc ta, cao hơn vụ trước; những hộ neo người được thanh niên giúp đỡ.";

constexpr std::string_view kLetters =
    "àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵđ";

// What the legacy programs did: each letter by the bytes that decode to it, one, else two.
std::string encode(LegacyCharset charset, std::string_view utf8) {
  std::map<std::string, std::string> codes;
  for (int byte = 1; byte < 256; ++byte) {
    const std::string code(1, static_cast<char>(byte));
    const std::string letter = decode(charset, code);
    if (letter != code) codes.emplace(letter, code);
  }
  for (int lead = 'A'; lead < 256; ++lead) {
    for (int mark = 0x80; mark < 256; ++mark) {
      const std::string code = {static_cast<char>(lead), static_cast<char>(mark)};
      const std::string letter = text::compose(decode(charset, code));
      if (text::count_code_points(letter) == 1) codes.emplace(letter, code);
    }
  }
  std::string out;
  for (size_t pos = 0; pos < utf8.size();) {
    const size_t begin = pos;
    const char32_t c = text::next_code_point(utf8, pos);
    const std::string letter(utf8.substr(begin, pos - begin));
    if (c >= 0x80) REQUIRE_MESSAGE(codes.contains(letter), letter);
    out += c < 0x80 ? letter : codes.at(letter);
  }
  return out;
}

std::string utf16(std::string_view utf8, bool big_endian, bool mark) {
  std::string out;
  const auto put = [&](char32_t unit) {
    const char high = static_cast<char>(unit >> 8), low = static_cast<char>(unit & 0xFF);
    out += big_endian ? high : low;
    out += big_endian ? low : high;
  };
  if (mark) put(0xFEFF);
  for (char32_t c : text::to_code_points(utf8)) put(c);
  return out;
}

std::string text_of(std::string_view bytes, std::string_view declared = "") {
  const auto text = to_utf8_text(bytes, declared);
  return text ? *text : "error: " + text.error().message;
}

}  // namespace

TEST_SUITE("read/encoding") {
  TEST_CASE("each legacy table gives every Vietnamese letter back") {
    for (LegacyCharset charset : kLegacyCharsets) {
      CAPTURE(static_cast<int>(charset));
      CHECK(text::compose(decode(charset, encode(charset, kLetters))) == kLetters);
    }
  }

  TEST_CASE("the tables agree with known bytes") {
    struct Case {
      LegacyCharset charset;
      std::string_view bytes, want;
    };
    for (const Case& c : {
             Case{LegacyCharset::tcvn3, "Vi\xD6t Nam, H\xB5 N\xE9i, \xAE\xEDi s\xE8ng",
                  "Việt Nam, Hà Nội, đới sống"},
             {LegacyCharset::tcvn3, "n\xAD\xEDng, qu\xB6n l\xFD, \xA7\xB6ng",
              "nướng, quản lý, Đảng"},
             {LegacyCharset::vni,
              "Vie\xE4t Nam, \xD1"
              "a\xFBng, qua\xFBn ly\xF9",
              "Việt Nam, Đảng, quản lý"},
             {LegacyCharset::vni, "TH\xD6\xD4\xD8NG, A\xF9nh, A\xD9NH, ng\xF6\xF4\xF8i",
              "THƯỜNG, Ánh, ÁNH, người"},
             {LegacyCharset::viscii, "Vi\xAEt Nam, \xD0\xE4ng, ng\xDF\xB6i, qu\xE4n l\xFD",
              "Việt Nam, Đảng, người, quản lý"},
             {LegacyCharset::viscii, "M\x06 H\x02", "MẪ HẲ"},
             {LegacyCharset::windows_1258,
              "Vi\xEA\xF2t Nam, \xD0"
              "a\xD2ng, ng\xFD\xF5\xCCi",
              "Việt Nam, Đảng, người"},
         }) {
      CAPTURE(c.want);
      CHECK(text::compose(decode(c.charset, c.bytes)) == c.want);
    }
  }

  TEST_CASE("capital fonts of TCVN3 come out in capitals") {
    struct Case {
      const char *in, *want;
    };
    for (const Case& c : {Case{"HÀ NộI", "HÀ NỘI"},
                          {"Hà NộI", "HÀ NỘI"},
                          {"Hà Nội", "Hà Nội"},
                          {"UBND tỉnh ở Hà Nội", "UBND tỉnh ở Hà Nội"},
                          {"BÀ CON ở Xã", "BÀ CON Ở XÃ"},
                          {"GặT LúA\nHà về", "GẶT LÚA\nHà về"},
                          {"", ""}}) {
      CAPTURE(c.in);
      CHECK(restore_capitals(c.in) == c.want);
      CHECK(restore_capitals(c.want) == c.want);
    }
  }

  TEST_CASE("paragraphs and headlines in each encoding are told apart without declaration") {
    for (std::string_view want :
         {kParagraph, std::string_view("Bà con xã Mây Hồng gặt lúa sớm tránh lũ"),
          std::string_view("Tìm được cụ bà đi lạc trong rừng"),
          std::string_view("Giá cà phê tăng mạnh"),
          std::string_view("Những cây cầu mới: “niềm vui” của vùng cao – tin, ảnh")}) {
      CAPTURE(want);
      for (LegacyCharset charset : kLegacyCharsets) {
        if (charset == LegacyCharset::viscii && want.find("“") != std::string_view::npos) continue;
        CAPTURE(static_cast<int>(charset));
        CHECK(text_of(encode(charset, want)) == want);
      }
      CHECK(text_of(want) == want);
      for (bool big_endian : {false, true}) {
        CHECK(text_of(utf16(want, big_endian, true)) == want);
        CHECK(text_of(utf16(want, big_endian, false)) == want);
      }
      CHECK(text_of("\xEF\xBB\xBF" + std::string(want)) == want);
    }
  }

  TEST_CASE("a wrong declaration does not mislead") {
    CHECK(text_of(encode(LegacyCharset::tcvn3, kParagraph), "iso-8859-1") == kParagraph);
    CHECK(text_of(encode(LegacyCharset::vni, kParagraph), "windows-1258") == kParagraph);
    CHECK(text_of(kParagraph, "windows-1258") == kParagraph);
    CHECK(text_of(encode(LegacyCharset::windows_1258, kParagraph), "utf-8") == kParagraph);
  }

  TEST_CASE("mojibake stored as UTF-8 is mended where that is beyond doubt") {
    CHECK(text_of(decode_windows_1252(kParagraph)) == kParagraph);
    CHECK(text_of(decode_windows_1252(encode(LegacyCharset::tcvn3, kParagraph))) == kParagraph);
    CHECK(text_of(decode_windows_1252(encode(LegacyCharset::vni, kParagraph))) == kParagraph);
    for (const char* printed : {"Bão táp", "Cô Ba mua gà", "Café Noël à Genève", "Müller và Gül",
                                "Ã", "§ 5", "º", "Tiền đạo Señor Ibáñez", "10 °C ± 2", "«á»"}) {
      CAPTURE(printed);
      CHECK(text_of(printed) == printed);
    }
  }

  TEST_CASE("lines of a document tell their code each, unless a font from before Unicode does") {
    const std::string line = "Trong tuÇn nµy TØnh ñy häp bµn viÖc më l¹i chî phiªn cho bµ con.";
    const std::string told = "<p><font face=\".VnTime\">" + line + "</font></p>";
    CHECK(mend_lines("<p><font face=\"Arial\">Xã Mây họp chợ</font></p>\n<p>" + line + "</p>\n" + told) ==
          "<p><font face=\"Arial\">Xã Mây họp chợ</font></p>\n<p>Trong tuần này Tỉnh ủy họp bàn việc mở lại "
          "chợ phiên cho bà con.</p>\n" +
              told);
  }

  TEST_CASE("a quotation mark behind an accented capital is a lost byte only in doubled text") {
    for (const char* printed : {"Ảnh của \"T. NHÃ\"", "'NHÃ' là bút danh", "\"NHÃ\""}) {
      CAPTURE(printed);
      CHECK(text_of(printed) == printed);
    }
    CHECK(text_of("Ã\"NG BA Ä'Æ°á»ng tráº» em") == "ÔNG BA đường trẻ em");
    const std::string record = "{\"author\": \"T. NHÃ\", \"title\": \"ná»™i quy trÆ°á»ng\"}";
    CHECK(*to_utf8_text(record, "", Syntax::json) == record);
  }

  TEST_CASE("a few broken bytes are mended, many are not UTF-8") {
    std::string text;
    for (int i = 0; i < 10; ++i) text += std::string(kParagraph) + '\n';
    CHECK(text_of(text.substr(0, text.find("ắ") + 1)).find("error") == std::string::npos);
    std::string broken = text;
    broken[text.find("ạ", 700)] = 'x';
    CHECK(text_of(broken).find("\uFFFD") != std::string::npos);
    CHECK(text_of(std::string(kParagraph).substr(0, 3) + "\xFF\xFE\xFD\xFC\xFB")
              .starts_with("error"));
  }

  TEST_CASE("control characters go, line ends become line feeds, text becomes NFC") {
    CHECK(text_of("a\r\nb\rc\td\x01\x7F") == "a\nb\nc\td");
    // Unicode's line ends stay: inside a JSON string they are text. Readers end lines at them.
    CHECK(text_of("Ba\u0300 con\u2028mu\u0300a") == "Bà con\u2028mùa");
    CHECK(text_of("xin ch\u00E0o\u0085b\u0090") == "xin chào\u0085b");
    CHECK(text_of("plain ASCII, left alone\n") == "plain ASCII, left alone\n");
    CHECK(text_of("") == "");
  }

  TEST_CASE("binary and undecidable input is refused with its reason") {
    struct Case {
      std::string bytes;
      const char* reason;
    };
    std::string noise;
    for (int i = 0; i < 4000; ++i) noise += static_cast<char>(0x80 + (i * 7919 + i / 3) % 128);
    for (const Case& c : {Case{std::string("QK\x03\x04\0\0\0\0\x08\0\0\0", 12), "NUL"},
                          {std::string(100, '\0'), "NUL"},
                          {noise, "cannot tell the encoding"},
                          {"\xCF\xF0\xE8\xE2\xE5\xF2, \xEC\xE8\xF0 \xE8 \xE4\xF0\xF3\xE7\xFC\xFF",
                           "cannot tell"}}) {
      const auto text = to_utf8_text(c.bytes, "");
      REQUIRE_FALSE(text);
      CHECK(text.error().code == ErrorCode::input);
      CHECK(text.error().message.find(c.reason) != std::string::npos);
      CHECK_FALSE(text.error().hint.empty());
    }
  }

  TEST_CASE("files of other kinds are called what they are") {
    for (const auto& [bytes, kind] : std::initializer_list<std::pair<std::string, std::string>>{
             {std::string("PK\x03\x04\0\0\0\0\x08\0\0\0", 12),
              "not text (ZIP archive or document of an office program)"},
             {"\xFF\xD8\xFF\xE0", "not text (JPEG image)"},
             {"%PDF-1.7", "not text (PDF document)"}}) {
      const auto text = to_utf8_text(bytes, "");
      REQUIRE_FALSE(text);
      CHECK(text.error().message == kind);
    }
  }

  TEST_CASE("windows-1252 is read where it only adds signs or a few foreign words") {
    CHECK(text_of("He said \x93yes\x94 \x96 twice") == "He said “yes” – twice");
    CHECK(text_of("Mot buoi chieu o quan caf\xE9 cu, moi nguoi ngoi ke chuyen ngay xua cho nhau "
                  "nghe rat lau roi "
                  "moi ra ve trong mua",
                  "ISO-8859-1")
              .find("café") != std::string::npos);
  }

  TEST_CASE("the declared charset is found") {
    struct Case {
      const char *bytes, *want;
    };
    for (const Case& c :
         {Case{"<meta charset=\"UTF-8\">", "utf-8"},
          {"<META CHARSET=windows-1258>", "windows-1258"},
          {"<meta http-equiv='Content-Type' content='text/html; charset=x-viet-tcvn'>",
           "x-viet-tcvn"},
          {"<meta name=x><meta charset = 'viscii' />", "viscii"},
          {"<?xml version='1.0' encoding='UTF-16'?>", "utf-16"},
          {"\xEF\xBB\xBF<p>", "utf-8"},
          {"\xFF\xFE<", "utf-16le"},
          {"Bài viết charset=x", ""},
          {"<meta charset", ""},
          {"<meta charset=", ""},
          {"", ""}}) {
      CAPTURE(c.bytes);
      CHECK(declared_charset(c.bytes) == c.want);
    }
  }

  TEST_CASE("every byte sequence is accepted, and what comes out is clean UTF-8") {
    uint32_t state = 12345;
    for (int round = 0; round < 300; ++round) {
      std::string bytes;
      for (int i = 0; i < 200; ++i) {
        state = state * 1664525u + 1013904223u;
        bytes += static_cast<char>(
            round % 3 == 0 ? state >> 24 : 0x20 + (state >> 24) % (round % 3 == 1 ? 96 : 224));
      }
      const auto text = to_utf8_text(bytes, "");
      if (!text) continue;
      CHECK(text::is_valid_utf8(*text));
      CHECK(text->find('\0') == std::string::npos);
      CHECK(text_of(*text) == *text);
    }
  }
}
