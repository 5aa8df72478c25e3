#include <doctest/doctest.h>

#include "indexer/read/encoding/encoding.h"
#include "indexer/read/forms/form.h"
#include "indexer/read/forms/json_record.h"
#include "indexer/read/forms/list_residue.h"
#include "indexer/read/forms/markdown_reader.h"
#include "indexer/read/forms/plain_text_reader.h"
#include "indexer/read/lines/clean.h"

using namespace khobao::read;

namespace {
std::vector<std::string> texts(const Page& page) {
  std::vector<std::string> out;
  for (const Line& line : page.lines) out.push_back(line.text);
  return out;
}
using Texts = std::vector<std::string>;
}  // namespace

TEST_SUITE("read/forms") {
  TEST_CASE("the form is known by name, and by content where the name says nothing") {
    struct Case {
      const char *name, *file, *bytes;
      Form want;
    };
    for (const Case& c :
         {Case{"html", "a.HTML", "", Form::html},
          {"markdown", "a.md", "", Form::markdown},
          {"json lines", "a.jsonl", "", Form::json_lines},
          {"php", "a.php", "<?php $a = 1; ?>\n<h1>Mây</h1>", Form::html},
          {"php that is text", "a.php", "Mây lên\nNước lên.", Form::plain_text},
          {"page saved as text", "a.txt", "<!DOCTYPE html><html><body><p>Mây</p>", Form::html},
          {"text", "a.txt", "Mây < sông và núi > đồng.", Form::plain_text},
          {"no extension, json", "tin", "{\"id\": \"1\", \"body\": \"Mây\"}", Form::json_lines},
          {"no extension, markdown", "tin", "# Mây\n\nNước.", Form::markdown},
          {"underlined heading", "tin", "Mây lên\n=======\n\nNước.", Form::markdown},
          {"dot in a folder's name", "kho.html/tin", "Mây.", Form::plain_text},
          {"empty", "", "", Form::plain_text}}) {
      CAPTURE(c.name);
      CHECK(form_of(c.file, c.bytes) == c.want);
    }
  }

  TEST_CASE("text is cleaned to one form") {
    CHECK(clean_line("  Ba\u0300 con \t mu\u0300a\u00A0lu\u0303 ") == "Bà con mùa lũ");
    CHECK(clean_line("Vi\u00ADệt\u200B Nam\x07\x1b") == "Việt Nam");
    CHECK(clean_line("a\xFFz") == "a\uFFFDz");
    CHECK(clean_line("\u202Eabc") == "abc");
    CHECK(clean_line(" \n ") == "");
  }

  TEST_CASE("plain text gives its lines") {
    CHECK(texts(read_plain_text("\xEF\xBB\xBFMột\r\n\r\nHai\rBa\n")) == Texts{"Một", "Hai", "Ba"});
    CHECK(read_plain_text("Một\n\nHai").lines[1].blank_before);
    CHECK(texts(read_plain_text("Nước lên.  Chợ họp.")) == Texts{"Nước lên.", "Chợ họp."});
    CHECK(texts(read_plain_text("chỉ đạo của  Trung ương")) == Texts{"chỉ đạo của Trung ương"});
    CHECK(texts(read_plain_text("Bến. Ảnh: Lê Na  Sáng nay")) ==
          Texts{"Bến. Ảnh: Lê Na", "Sáng nay"});
    CHECK(texts(read_plain_text("")).empty());
  }

  TEST_CASE("a printed list becomes its paragraphs") {
    const std::string text =
        R"(Lũ rút.['\r\n  ', 'Sáng nay, ', "xã 'Hà'", ' hết ngập\xa0rồi.', '\r\n', 'Ông Tư nói: 11\/4.', '\r\n '])";
    CHECK(has_list_residue(text));
    CHECK(texts(read_plain_text(text)) ==
          Texts{"Lũ rút.", "Sáng nay, xã 'Hà' hết ngập rồi.", "Ông Tư nói: 11/4."});
    CHECK_FALSE(has_list_residue("Ông Tư ['một', nói."));
    CHECK_NOTHROW(mend_list_residue("['a', 'b', '\\"));
    CHECK(mend_list_residue("x['a', 'b', 'c") == "x\nabc");
  }

  TEST_CASE("a JSON record gives what it states and its body") {
    const auto page = read_json_page(
        R"({"id": 12, "x": [1, {"y": 2}], "title": "Mây  lên", "date": null, "body": "Một\nHai", "author": ""})");
    REQUIRE(page);
    CHECK(page->stated.id == "12");
    CHECK(page->stated.title == "Mây lên");
    CHECK(page->stated.published == "");
    CHECK(texts(*page) == Texts{"Một", "Hai"});
    CHECK(page->is_record);
  }

  TEST_CASE("JSON that is no record is refused with a reason") {
    for (const char* bad : {"", "[1]", "{\"id\": ", "{\"body\": \"a\"} x", "null", "{\"a\" 1}"}) {
      CAPTURE(bad);
      const auto page = read_json_page(bad);
      REQUIRE_FALSE(page);
      CHECK(page.error().code == khobao::ErrorCode::input);
      CHECK(page.error().message.find("not a JSON record") == 0);
    }
  }

  TEST_CASE("malformed text in JSON is replaced") {
    CHECK(texts(*read_json_page("{\"body\": \"a\xFF\"}")) == Texts{"a\uFFFD"});
    CHECK(texts(*read_json_page(R"({"body": "a\ud83d b"})")) == Texts{"a\uFFFD b"});
    CHECK(texts(*read_json_page(R"({"body": "\ud83d\ude00 a\\ud83d"})")) ==
          Texts{"\U0001F600 a\\ud83d"});
  }

  TEST_CASE("letters of JSON in parts are composed behind its escapes, not with them") {
    const std::string record =
        "{\"title\": \"Ma\u0302y le\\u0302n\", \"body\": \"Mo\u0323\u0302t\\n\u0301 Hai\\t\u0309\\u0007\"}";
    const auto utf8 = to_utf8_text(record, "", Syntax::json);
    REQUIRE(utf8);
    const auto page = read_json_page(*utf8);
    REQUIRE(page);
    CHECK(page->stated.title == "Mây lên");
    CHECK(texts(*page) == Texts{"Một", "\u0301 Hai \u0309"});
  }

  TEST_CASE("Markdown gives headings, captions and text without marks") {
    const Page page = read_markdown(
        "Mùa nước nổi\n============\n\n[:gift:Xem chi tiết:gift:](https://may.example)Nước lên "
        "…\n---\n\n"
        "![Bến Mây](a(1).jpg \"Bến\")\nNước **về [sớm](https://may.example)**\nhơn mọi năm.\n\n* "
        "Một\n* Hai_ba\n\n"
        "1. Đầu\n2. Cuối\n\n> Lời dẫn\n\nmore(MXO) – Nước về…\n");
    CHECK(texts(page) == Texts{"Mùa nước nổi", ":gift:Xem chi tiết:gift:Nước lên …", "Bến Mây",
                               "Nước về sớm hơn mọi năm.", "Một", "Hai_ba", "1. Đầu", "2. Cuối",
                               "Lời dẫn", "more(MXO) – Nước về…"});
    CHECK(page.lines[0].mark == Mark::heading);
    CHECK(page.lines[1].mark == Mark::furniture);
    CHECK(page.lines[2].mark == Mark::caption);
    CHECK(page.lines.back().mark == Mark::furniture);
    CHECK(page.stated.source == "MXO");
  }

  TEST_CASE("front matter is stated") {
    const Page page = read_markdown(
        "---\ntitle: \"Mây lên\"\ndate: 2024-05-03\nauthor: Lê Na\n---\n# Khác\nNước.");
    CHECK(page.stated.title == "Mây lên");
    CHECK(page.stated.published == "2024-05-03");
    CHECK(page.stated.author == "Lê Na");
    CHECK(texts(page) == Texts{"Khác", "Nước."});
  }

  TEST_CASE("hostile Markdown takes linear time") {
    std::string open(200000, '['), image;
    for (int i = 0; i < 50000; ++i) image += "![a](";
    CHECK_NOTHROW(read_markdown(open));
    CHECK_NOTHROW(read_markdown(image));
  }
}
