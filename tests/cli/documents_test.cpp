// Office files and PDF as LibreOffice and Chromium wrote them, and what hostile ones do: nothing.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "tests/support/archive.h"

using namespace khobao::test;
using nlohmann::json;

namespace {

const std::string kDocuments = std::string(KHOBAO_TEST_DATA) + "/containers/";
const std::vector<TestArticle> kOther = {
    {.id = "a", .date = "2020-07-02", .title = "Cầu Mây", .body = "Cầu Mây thông xe."}};

json inspected(const std::string& file) {
  const CliResult result =
      run_cli("indexer", {"inspect", "--format", "jsonl", file}, kDocuments);
  CAPTURE(result.err);
  REQUIRE(result.code == 0);
  return json::parse(result.out);
}

bool is_installed(const std::string& program) {
  return std::filesystem::exists("/usr/bin/" + program);
}

std::string body(const json& article) {
  std::string text;
  for (const json& paragraph : article["paragraphs"]) text += paragraph.get<std::string>() + '\n';
  return text;
}

}  // namespace

TEST_CASE("documents: text, headings and the fonts of runs") {
  for (const std::string file :
       {"libreoffice.docx", "libreoffice.odt", "libreoffice.doc", "libreoffice.rtf"}) {
    CAPTURE(file);
    if (file.ends_with(".rtf") && !is_installed("unrtf")) {
      MESSAGE("unrtf is not installed");
      continue;
    }
    const json article = inspected(file);
    CHECK(article["title"] == "Xã Mây Trắng mở lại chợ phiên sau mùa mưa");
    CHECK(article["published"] == "2020-03-04");
    CHECK(article["author"] == "LÊ NA");
    const std::string text = body(article);
    CHECK(text.find("Từ sáng sớm bà con các bản đã gùi măng, gùi cam xuống chợ") != std::string::npos);
    CHECK(text.find("Trong tuần này Tỉnh ủy Mây Trắng họp bàn việc mở lại chợ phiên") !=
          std::string::npos);
    CHECK(text.find("Trường đã mở lại lớp học cho các em ngay khi đường thông.") !=
          std::string::npos);
  }
}

TEST_CASE("documents: a file of a Word before 97, or what to install for it") {
  const Archive archive(kOther);
  std::string doc = read_file(kDocuments + "libreoffice.doc");
  const size_t header = doc.find("\xEC\xA5");
  REQUIRE(header != std::string::npos);
  doc.replace(header + 2, 2, std::string_view("\x68\x00", 2));  // Word 95
  archive.write("doc/cho.doc", doc);
  const CliResult result = archive.update({"doc"});
  if (is_installed("catdoc")) {
    CHECK(result.out.starts_with("added 1,"));
    CHECK(archive.search({"--count", "Tỉnh ủy Mây Trắng họp"}).out == "1\n");
  } else {
    CHECK(result.code == 1);
    CHECK(result.err.find("Word 97 document: it is read with catdoc (install the package catdoc)") !=
          std::string::npos);
  }
}

TEST_CASE("documents: a Word 97 file that is locked says so") {
  const Archive archive(kOther);
  std::string doc = read_file(kDocuments + "libreoffice.doc");
  doc[doc.find("\xEC\xA5") + 11] |= 0x01;
  archive.write("doc/cho.doc", doc);
  const CliResult result = archive.update({"doc"});
  CHECK(result.code == 1);
  CHECK(result.err.find("cho.doc': Word 97 document: it is locked with a password") !=
        std::string::npos);
}

TEST_CASE("documents: damaged and hostile ones are skipped by name, and the others are read") {
  const Archive archive(kOther);
  const std::string pdf = read_file(kDocuments + "chromium.pdf");
  const std::string docx = read_file(kDocuments + "libreoffice.docx");
  archive.write("van-ban/cut.pdf", pdf.substr(0, 300));
  archive.write("van-ban/cut.docx", docx.substr(0, docx.size() / 3));
  archive.write("van-ban/no-zip.docx", "PK\x03\x04 word/document.xml");
  archive.write("van-ban/empty.rtf", "{\\rtf");
  archive.write("van-ban/good.docx", docx);
  const CliResult result = archive.update({"van-ban"});
  CHECK(result.code == 1);
  CHECK(result.err.find("cut.pdf': PDF document: it ") != std::string::npos);
  CHECK(result.err.find("no-zip.docx': Word document: ") != std::string::npos);
  CHECK(archive.search({"--count", "chợ phiên"}).out != "0\n");
}
