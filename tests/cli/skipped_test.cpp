// What the indexer cannot read: named with its reason, the rest goes on, and the exit status is 1.
#include <doctest/doctest.h>

#include "tests/support/archive.h"
#include "tests/support/packed.h"

using namespace khobao::test;

namespace {

const TestArticle kBridge{.id = "cau",
                          .date = "2020-07-02",
                          .title = "Khánh thành cầu Bến Lội",
                          .body =
                              "Sáng 2/7, xã Đồng Mây khánh thành cầu Bến Lội trên sông Kon trước "
                              "sự chứng kiến của bà con."};

}  // namespace

TEST_CASE("skipped: a damaged input is named with its reason, and the others are indexed") {
  struct Case {
    std::string name;
    std::string file, bytes, named, reason;  ///< `named`: how the message calls it
  };
  const std::string line = json_lines({kBridge});
  const std::string truncated_gzip = gzip_packed(std::string(100'000, 'a') + line).substr(0, 60);
  const std::string truncated_zstd = zstd_packed(line).substr(0, 40);
  for (const Case& c : {
           Case{"a binary file", "photo.jpg",
                std::string("\xFF\xD8\xFF\xE0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0", 20), "bao/photo.jpg",
                "not text (JPEG image)"},
           Case{"a text with NULs in it", "bai.txt", std::string("Một bài\0\0\0viết", 16),
                "bao/bai.txt", "NUL"},
           Case{"half of a gzip file", "x.jsonl.gz", truncated_gzip, "bao/x.jsonl.gz",
                "damaged gzip data"},
           Case{"half of a zstd file", "x.jsonl.zst", truncated_zstd, "bao/x.jsonl.zst",
                "damaged zstd data"},
           Case{"a line that is no JSON", "x.jsonl", line + "{\"id\": \"b\", \"title\": oops}\n",
                "bao/x.jsonl:2", "not a JSON record"},
           Case{"a line that is cut", "x.jsonl", line + "{\"id\": \"b\", \"title\": \"Nửa",
                "bao/x.jsonl:2", "not a JSON record"},
           Case{"a line that is a list", "x.jsonl", line + "[1, 2]\n", "bao/x.jsonl:2",
                "not a JSON record"},
           Case{"the same id twice", "x.jsonl", line + line, "bao/x.jsonl:2",
                "its id 'cau' is that of"},
       }) {
    CAPTURE(c.name);
    const Archive archive;
    archive.write(
        "bao/good.jsonl",
        json_lines(
            {{.id = "good", .date = "", .title = "Chợ xã", .body = "Chợ xã họp từ sáng sớm."}}));
    archive.write("bao/" + c.file, c.bytes);
    const CliResult run = archive.update({"bao"});
    CHECK(run.code == 1);
    CHECK(run.err.find("skipped '" + c.named + "': ") != std::string::npos);
    CHECK(run.err.find(c.reason) != std::string::npos);
    CHECK(run.out.find("skipped 1, in ") != std::string::npos);
    CHECK(archive.search({"--count", "chợ"}).out == "1\n");
  }
}

TEST_CASE("skipped: a link to nowhere and a longer file than allowed") {
  const Archive archive;
  archive.write("bao/good.txt", plain_text(kBridge));
  archive.write("bao/long.txt", std::string(3 << 20, 'x'));
  std::filesystem::create_symlink("nowhere", archive.folder() + "/bao/link.txt");
  const CliResult run = archive.update({"--max-file-size", "2M", "bao"});
  CHECK(run.code == 1);
  CHECK(run.err ==
        "indexer: skipped 'bao/link.txt': cannot read 'bao/link.txt': No such file or directory\n"
        "indexer: skipped 'bao/long.txt': cannot read 'bao/long.txt': longer than 2 MiB (raise the "
        "limit with --max-file-size)\n");
  CHECK(listed(archive.ids()) == "bao/good.txt");
}

TEST_CASE("skipped: names and reasons cannot steer the terminal") {
  const Archive archive;
  archive.write("bao/evil\x1B[31m.txt", "Một bài" + std::string(9, '\0') + "viết hỏng");
  const CliResult run = archive.update({"bao"});
  CHECK(run.code == 1);
  CHECK(run.err.find('\x1B') == std::string::npos);
}

TEST_CASE("skipped: a PATH that is not there ends the run before anything is written") {
  const Archive archive({kBridge});
  const CliResult run = archive.update({"articles.jsonl", "no-such-folder"});
  CHECK(run.code == 4);
  CHECK(run.out == "");
  CHECK(run.err == "indexer: error: cannot read 'no-such-folder': No such file or directory\n");
  CHECK(listed(archive.ids()) == "cau");
}
