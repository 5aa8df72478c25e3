// WARC and MHTML: what crawlers and browsers leave, whole, broken and hostile.
#include <doctest/doctest.h>
#include <zlib.h>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <string>
#include <vector>

#include "common/archive/disk/files.h"
#include "indexer/input/byte_source.h"
#include "indexer/input/web/content_coding.h"
#include "indexer/input/web/header_fields.h"
#include "indexer/input/web/mhtml.h"
#include "indexer/input/web/warc_reader.h"
#include "tests/support/packed.h"
#include "tests/support/temp_dir.h"

using namespace khobao;
using namespace khobao::input;
using Kind = WarcReader::Record::Kind;

namespace {

constexpr size_t kMost = size_t{4} << 20;

class Bytes : public ByteSource {
 public:
  explicit Bytes(std::string bytes, size_t piece = 7) : bytes_(std::move(bytes)), piece_(piece) {}
  Result<size_t> read(char* to, size_t size) override {
    const size_t count = std::min({size, piece_, bytes_.size() - at_});
    std::memcpy(to, bytes_.data() + at_, count);
    at_ += count;
    return count;
  }

 private:
  std::string bytes_;
  size_t piece_, at_ = 0;
};

std::string record(const std::string& type, const std::string& block,
                   const std::string& more = "Content-Type: application/http;msgtype=response\r\n") {
  return "WARC/1.0\r\nWARC-Type: " + type +
         "\r\nWARC-Target-URI: http://bao.example/a.html\r\nWARC-Date: 2020-03-04T01:15:00Z\r\n" +
         more + "Content-Length: " + std::to_string(block.size()) + "\r\n\r\n" + block +
         "\r\n\r\n";
}

std::string http(const std::string& body, const std::string& fields = "",
                 const std::string& status = "200 OK") {
  return "HTTP/1.1 " + status + "\r\nContent-Type: text/html; charset=\"UTF-8\"\r\n" + fields +
         "\r\n" + body;
}

std::vector<WarcReader::Record> read_warc(const std::string& bytes, size_t most = kMost) {
  Bytes source(bytes);
  WarcReader reader(source, "", most);
  std::vector<WarcReader::Record> records;
  WarcReader::Record next;
  while (*reader.next(next)) records.push_back(next);
  return records;
}

std::string gzip(const std::string& text, int window_bits = 15 + 16) {
  z_stream stream{};
  deflateInit2(&stream, 6, Z_DEFLATED, window_bits, 8, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&stream, text.size()) + 64, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

std::string chunk(const std::string& text, const std::string& extension) {
  char digits[20];
  std::snprintf(digits, sizeof digits, "%zx", text.size());
  return digits + extension + "\r\n" + text + "\r\n";
}

}  // namespace

TEST_SUITE("input/web") {
  TEST_CASE("WARC: pages of status 200 are read, the rest is passed over by kind") {
    const auto records = read_warc(
        record("warcinfo", "software: x\r\n", "Content-Type: application/warc-fields\r\n") +
        record("response", http("<p>một</p>")) + record("response", http("no", "", "404 Not Found")) +
        record("revisit", "HTTP/1.1 200 OK\r\n\r\n") +
        record("response", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\x89PNG") +
        record("resource", "<p>hai</p>", "Content-Type: text/html\r\n"));
    REQUIRE(records.size() == 6);
    CHECK(records[0].passed == "records of crawlers");
    CHECK(records[1].kind == Kind::page);
    CHECK(records[1].page.bytes == "<p>một</p>");
    CHECK(records[1].page.charset == "UTF-8");
    CHECK(records[1].page.url == "http://bao.example/a.html");
    CHECK(records[1].page.fetched == "2020-03-04T01:15:00Z");
    CHECK(records[2].passed == "responses with another status");
    CHECK(records[3].passed == "revisits");
    CHECK(records[4].passed == "images and other files");
    CHECK(records[5].page.bytes == "<p>hai</p>");
  }

  TEST_CASE("WARC: chunks and codings come off") {
    const std::string text = "<p>Chợ phiên họp lại</p>";
    struct Case {
      const char* name;
      std::string fields, body;
    };
    const Case cases[] = {
        {"gzip", "Content-Encoding: gzip\r\n", gzip(text)},
        {"deflate", "Content-Encoding: deflate\r\n", gzip(text, 15)},
        {"raw deflate", "Content-Encoding: deflate\r\n", gzip(text, -15)},
        {"chunks", "Transfer-Encoding: chunked\r\n", chunk(text.substr(0, 4), "") + chunk(text.substr(4), ";x=y") + "0\r\n\r\n"},
        {"chunks that the crawler took off", "Transfer-Encoding: chunked\r\n", text},
        {"gzip that the crawler took off", "Content-Encoding: gzip\r\n", text},
        {"twice", "Content-Encoding: gzip, gzip\r\n", gzip(gzip(text))},
    };
    for (const Case& c : cases) {
      CAPTURE(c.name);
      const auto records = read_warc(record("response", http(c.body, c.fields)));
      REQUIRE(records.size() == 1);
      CHECK(records[0].page.bytes == text);
    }
  }

  TEST_CASE("WARC: broken records are named, and the rest is read") {
    const std::string whole = record("response", http("<p>một</p>"));
    SUBCASE("no header") {
      const auto records = read_warc("rubbish\r\nmore\r\n\r\n" + whole);
      REQUIRE(records.size() == 2);
      CHECK(records[0].broken.message == "no header of a WARC record");
      CHECK(records[1].kind == Kind::page);
    }
    SUBCASE("a length that is none") {
      std::string bad = whole;
      bad.replace(bad.find("Content-Length: "), 16, "Content-Length: x");
      const auto records = read_warc(bad + whole);
      REQUIRE(records.size() == 2);
      CHECK(records[0].broken.message == "a WARC record without its length");
      CHECK(records[1].kind == Kind::page);
    }
    SUBCASE("a length too short") {
      std::string bad = whole;
      const size_t at = bad.find("Content-Length: ") + 16;
      bad.replace(at, bad.find('\r', at) - at, "70");
      const auto records = read_warc(bad + whole);
      REQUIRE(records.size() >= 2);
      CHECK(records.back().kind == Kind::page);
      CHECK(records.back().page.bytes == "<p>một</p>");
    }
    SUBCASE("cut short") {
      const auto records = read_warc(whole + whole.substr(0, whole.size() - 12));
      REQUIRE(records.size() == 2);
      CHECK(records[1].broken.message == "the WARC record is cut short");
    }
    SUBCASE("a length as long as a library") {
      std::string bad = whole;
      const size_t at = bad.find("Content-Length: ") + 16;
      bad.replace(at, bad.find('\r', at) - at, "18446744073709551615");
      CHECK(read_warc(bad).at(0).kind == Kind::broken);
    }
    SUBCASE("a page over the limit") {
      const auto records = read_warc(record("response", http(std::string(3000, 'a'))) + whole, 2000);
      CHECK(records.at(0).broken.hint == "raise the limit with --max-file-size");
      CHECK(records.at(1).kind == Kind::page);
    }
    SUBCASE("a bomb") {
      const auto records = read_warc(record("response", http(gzip(std::string(kMost + 1, 'a')),
                                                             "Content-Encoding: gzip\r\n")) +
                                     whole);
      CHECK(records.at(0).kind == Kind::broken);
      CHECK(records.at(1).kind == Kind::page);
    }
  }

  TEST_CASE("WARC: a damaged member or frame is named, and reading goes on at the next") {
    const std::string whole = record("response", http("<p>một</p>"));
    for (const auto& packed : {gzip(whole), test::zstd_packed(whole)}) {
      std::string damaged = packed;
      damaged.replace(damaged.size() / 2, 12, "zzzzzzzzzzzz");
      for (const size_t flaws : {size_t{1}, size_t{3}}) {
        CAPTURE(flaws);
        std::string bytes = packed;
        for (size_t i = 0; i < flaws; ++i) bytes += damaged;
        const test::TempDir folder;
        const std::string path = folder.path() + "/a.warc.packed";
        test::write_file(path, bytes + packed);
        auto source = open_source(path);
        REQUIRE(source);
        WarcReader reader(**source, "", kMost);
        size_t pages = 0, broken = 0;
        WarcReader::Record next;
        for (auto more = reader.next(next); more && *more; more = reader.next(next)) {
          pages += next.kind == Kind::page;
          broken += next.kind == Kind::broken;
        }
        CHECK(pages == 2);
        CHECK(broken >= 1);
      }
    }
  }

  TEST_CASE("WARC: pages in every coding that a server sent, and what revisits them") {
    const auto source = open_source(std::string(KHOBAO_TEST_DATA) + "/containers/codings.warc.gz");
    REQUIRE(source);
    WarcReader reader(**source, "", kMost);
    std::vector<std::string> addresses;
    size_t revisits = 0;
    WarcReader::Record next;
    while (*reader.next(next)) {
      CHECK(next.kind != Kind::broken);
      if (next.kind == Kind::page) addresses.push_back(next.page.url);
      if (next.kind == Kind::page)
        CHECK(next.page.bytes.starts_with("<!DOCTYPE html>\n<html lang=\"vi\">"));
      revisits += next.passed == "revisits";
    }
    CHECK(addresses == std::vector<std::string>{
                           "http://127.0.0.1:8766/br.html", "http://127.0.0.1:8766/deflate.html",
                           "http://127.0.0.1:8766/gzip.html", "http://127.0.0.1:8766/identity.html"});
    CHECK(revisits == 1);
  }

  TEST_CASE("MHTML: the page among its parts, decoded") {
    const std::string head =
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: http://bao.example/a.html\r\n"
        "Date: Wed, 4 Mar 2020 01:15:00 -0000\r\nMIME-Version: 1.0\r\n"
        "Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"--B--\"\r\n\r\n";
    const std::string frame =
        "----B--\r\nContent-Type: text/html\r\nContent-Location: cid:frame-1\r\n\r\n<p>khung</p>\r\n";
    const std::string main =
        "----B--\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: "
        "quoted-printable\r\nContent-Location: http://bao.example/a.html\r\n\r\n<p class=3D\"a\">Ch=\r\n"
        "=E1=BB=A3</p>\r\n----B----\r\n";
    REQUIRE(is_mhtml(head));
    const auto page = read_mhtml(head + frame + main);
    REQUIRE(page);
    CHECK(page->bytes.starts_with("<p class=\"a\">Chợ</p>"));
    CHECK(page->charset == "utf-8");
    CHECK(page->url == "http://bao.example/a.html");
    CHECK(page->fetched == "Wed, 4 Mar 2020 01:15:00 -0000");
    CHECK_FALSE(read_mhtml(head + "----B----\r\n"));
    CHECK_FALSE(is_mhtml("Kính gửi tòa soạn\n\nMIME-Version: 1.0 là gì?\n"));
  }

  TEST_CASE("MHTML: parts inside parts end") {
    std::string deep = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n";
    for (int i = 0; i < 5000; ++i)
      deep += "--b\r\nContent-Type: multipart/related; boundary=b\r\n\r\n";
    CHECK_FALSE(read_mhtml(deep));
  }

  TEST_CASE("header fields: folded, quoted, in any case") {
    const std::string header = "HTTP/1.1 200 OK\r\nCONTENT-type: Text/HTML;\r\n charset=\"UTF-8\"\r\n\r\n";
    CHECK(header_bytes(header) == header.size());
    const std::string type = header_field(header, "content-type");
    CHECK(media_type(type) == "text/html");
    CHECK(header_parameter(type, "charset") == "UTF-8");
    CHECK(header_field(header, "content-length") == "");
  }
}
