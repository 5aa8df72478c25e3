// "indexer update": which articles an archive gets from what was named, and under which ids.
#include <doctest/doctest.h>

#include <algorithm>

#include "tests/support/archive.h"
#include "tests/support/packed.h"

using namespace khobao::test;

namespace {

const TestArticle kBridge{.id = "",
                          .date = "2020-07-02",
                          .title = "Khánh thành cầu Bến Lội",
                          .body =
                              "Sáng 2/7, xã Đồng Mây khánh thành cầu Bến Lội trên sông Kon trước "
                              "sự chứng kiến của bà con."};
const TestArticle kRice{.id = "",
                        .date = "2021-03-04",
                        .title = "Lúa gạo được giá",
                        .body =
                            "Giá lúa gạo ở vùng hạ lưu sông Kon tăng nhẹ, bà con nông dân phấn "
                            "khởi ra đồng từ sáng sớm."};

// work/bao/2020/cau.txt and work/bao/gao.txt
void write_newspaper(const Archive& archive) {
  archive.write("bao/2020/cau.txt", plain_text(kBridge));
  archive.write("bao/gao.txt", plain_text(kRice));
}

}  // namespace

TEST_CASE("update: an id is the same however the path was typed") {
  Archive archive;
  write_newspaper(archive);
  archive.write("elsewhere/placeholder", "");
  const std::string absolute = archive.folder() + "/bao";
  struct Case {
    std::string name;
    std::string folder, path;
  };
  for (const Case& c :
       {Case{"relative", archive.folder(), "bao"}, Case{"with ./", archive.folder(), "./bao"},
        Case{"with a slash behind", archive.folder(), "bao/"},
        Case{"with slashes behind", archive.folder(), "bao//"}, Case{"absolute", "/", absolute},
        Case{"through ..", archive.folder() + "/elsewhere", "../bao"},
        Case{"from inside", absolute, "."}}) {
    CAPTURE(c.name);
    const std::string db = archive.folder() + "/db";
    std::filesystem::remove_all(db);
    const CliResult run = run_cli("indexer", {"update", "--db", db, c.path}, c.folder);
    CHECK(run.code == 0);
    CHECK(run.err == "");
    CHECK(listed(archive.ids()) == "bao/2020/cau.txt bao/gao.txt");
  }
}

TEST_CASE("update: a path is as found, with the line in JSON Lines") {
  Archive archive;
  write_newspaper(archive);
  archive.write(
      "bao/lines.jsonl",
      json_lines({{.id = "", .date = "2020-01-01", .title = "Bản tin một", .body = kRice.body},
                  {.id = "second", .date = "", .title = "Bản tin hai", .body = kBridge.body}}));
  REQUIRE(archive.update({"./bao/"}).code == 0);
  auto hits = archive.answer({"--facets", "date", "--sort", "newest"}).hits;
  std::sort(hits.begin(), hits.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
  REQUIRE(hits.size() == 4);
  CHECK(hits[0].id == "bao/2020/cau.txt");
  CHECK(hits[0].path == "./bao/2020/cau.txt");
  CHECK(hits[2].id.starts_with("bao/lines.jsonl#"));
  CHECK(hits[2].path == archive.folder() + "/bao/lines.jsonl:1");
  CHECK(hits[3].id == "second");
  CHECK(hits[3].path == archive.folder() + "/bao/lines.jsonl:2");
}

TEST_CASE("update: two roots of one name are refused, with the way out") {
  Archive archive;
  archive.write("a/bao/cau.txt", plain_text(kBridge));
  archive.write("b/bao/gao.txt", plain_text(kRice));
  const CliResult clash = archive.update({"a/bao", "b/bao"});
  CHECK(clash.code == 2);
  CHECK(clash.err == "indexer: error: cannot add root 'bao' for '" + archive.folder() +
                         "/b/bao': the archive has root 'bao' for '" + archive.folder() +
                         "/a/bao'\nhint: give this one a name of its own with --root NAME=PATH\n");
  CHECK(archive.search({"cầu"}).code == 3);  // nothing was indexed

  REQUIRE(archive.update({"a/bao", "--root", "bao-moi=b/bao"}).code == 0);
  CHECK(listed(archive.ids()) == "bao-moi/gao.txt bao/cau.txt");

  SUBCASE("the names are remembered") {
    REQUIRE(archive.update({}).code == 0);
    CHECK(listed(archive.ids()) == "bao-moi/gao.txt bao/cau.txt");
    REQUIRE(archive.update({"b/bao"}).code == 0);
    CHECK(listed(archive.ids()) == "bao-moi/gao.txt bao/cau.txt");
  }
}

TEST_CASE("update: overlapping roots index a file once, under the innermost") {
  for (const bool inner_first : {false, true}) {
    CAPTURE(inner_first);
    Archive archive;
    write_newspaper(archive);
    auto paths = std::vector<std::string>{"bao", "bao/2020", "bao/2020/cau.txt"};
    if (inner_first) std::reverse(paths.begin(), paths.end());
    const CliResult run = archive.update(paths);
    CHECK(run.code == 0);
    CHECK(archive.ids().size() == 2);
    CHECK(archive.answer({"\"cầu Bến Lội\""}).total == 1);
  }
}

TEST_CASE("update: JSON Lines in every wrapping give the same articles") {
  const std::string lines =
      json_lines({{.id = "a-1",
                   .date = "2020-07-02T08:43:00+07:00",
                   .title = kBridge.title,
                   .body = kBridge.body},
                  {.id = "a-2", .date = "", .title = kRice.title, .body = kRice.body}});
  struct Case {
    std::string name, file;
    std::string bytes;
  };
  const Archive plain;
  plain.write("x.jsonl", lines);
  REQUIRE(plain.update({"x.jsonl"}).code == 0);
  const auto want = plain.answer({"sông", "Kon"});
  REQUIRE(want.hits.size() == 2);
  for (const Case& c :
       {Case{"gzip", "x.jsonl.gz", gzip_packed(lines)},
        Case{"zstd", "x.jsonl.zst", zstd_packed(lines)}, Case{"no extension", "export", lines},
        Case{"a wrong extension", "export.txt", lines},
        Case{"gzip without its extension", "export.bin", gzip_packed(lines)},
        Case{"a byte order mark in front", "bom.jsonl", "\xEF\xBB\xBF" + lines},
        Case{"line ends of Windows", "crlf.jsonl", crlf(lines)}}) {
    CAPTURE(c.name);
    const Archive archive;
    archive.write(c.file, c.bytes);
    const CliResult run = archive.update({c.file});
    CHECK(run.code == 0);
    CHECK(run.err == "");
    const auto got = archive.answer({"sông", "Kon"});
    REQUIRE(got.hits.size() == 2);
    for (size_t i = 0; i < 2; ++i) CHECK(got.hits[i].described() == want.hits[i].described());
  }
  SUBCASE("standard input") {
    const Archive archive;
    const CliResult run = archive.update({"-"}, lines);
    CHECK(run.code == 0);
    const auto got = archive.answer({"sông", "Kon"});
    REQUIRE(got.hits.size() == 2);
    CHECK(got.hits[0].described() == want.hits[0].described());
    CHECK(got.hits[0].path.starts_with("-:"));
  }
}

TEST_CASE("update: a second run is safe, and sees what changed") {
  Archive archive;
  write_newspaper(archive);
  REQUIRE(archive.update({"bao"}).code == 0);
  const auto before = archive.answer({"sông", "Kon"});
  SUBCASE("nothing changed") {
    REQUIRE(archive.update({"bao"}).code == 0);
    const auto after = archive.answer({"sông", "Kon"});
    REQUIRE(after.hits.size() == 2);
    for (size_t i = 0; i < 2; ++i) CHECK(after.hits[i].described() == before.hits[i].described());
  }
  SUBCASE("a file came, one went, one changed") {
    archive.write("bao/moi.txt",
                  plain_text({.id = "",
                              .date = "2022-01-01",
                              .title = "Chợ Đồng Mây mở lại",
                              .body = "Chợ Đồng Mây bên sông Kon mở lại sau nhiều tháng nghỉ, "
                                      "người mua kẻ bán tấp nập từ sớm."}));
    archive.write("bao/gao.txt",
                  plain_text({.id = "",
                              .date = "2021-03-04",
                              .title = "Ngô khoai được giá",
                              .body = "Giá ngô khoai ở vùng hạ lưu sông Kon tăng nhẹ, bà con phấn "
                                      "khởi ra đồng từ sáng sớm."}));
    std::filesystem::remove(archive.folder() + "/bao/2020/cau.txt");
    REQUIRE(archive.update({"bao"}).code == 0);
    CHECK(listed(archive.ids()) == "bao/gao.txt bao/moi.txt");
    CHECK(archive.search({"--count", "lúa"}).out == "0\n");
    CHECK(archive.search({"--count", "khoai"}).out == "1\n");
  }
  SUBCASE("another folder is added, and the first kept") {
    archive.write("khac/cho.txt", plain_text({.id = "",
                                              .date = "2022-01-01",
                                              .title = "Chợ Đồng Mây mở lại",
                                              .body = "Chợ Đồng Mây mở lại sau nhiều tháng nghỉ, "
                                                      "người mua kẻ bán tấp nập từ sáng sớm."}));
    const CliResult run = archive.update({"khac"});
    CHECK(run.code == 0);
    CHECK(
        run.out.starts_with("added 1, changed 0, moved 0, deleted 0, unchanged 2, skipped 0, in "));
    CHECK(listed(archive.ids()) == "bao/2020/cau.txt bao/gao.txt khac/cho.txt");
  }
}

TEST_CASE("update: an empty folder makes an archive without articles") {
  const Archive archive;
  std::filesystem::create_directories(archive.folder() + "/empty");
  CHECK(archive.update({"empty"}).code == 0);
  CHECK(archive.answer({"cầu"}).total == 0);
  const CliResult status = run_cli("indexer", {"status", "--db", archive.db()}, archive.folder());
  CHECK(status.code == 0);
  CHECK(status.out.starts_with("articles    0 (0 undated)\n"));
}

TEST_CASE("update: the summary of a record is searched once where the body repeats it") {
  const std::string lede =
      "Sáng 2/7, xã Đồng Mây khánh thành cầu Bến Lội dài bốn trăm mét trên sông Kon.";
  const std::string rest =
      "Người dân hai bờ đi lại thuận lợi hơn trước, trẻ em đến trường gần hơn nhiều.";
  const Archive archive({{.id = "repeated",
                          .date = "2020-07-02",
                          .title = "Cầu mới",
                          .body = lede + "\n" + rest,
                          .source = "",
                          .summary = lede},
                         {.id = "apart",
                          .date = "2020-07-02",
                          .title = "Cầu mới",
                          .body = rest,
                          .source = "",
                          .summary = lede}});
  const CliResult once = archive.search({"--show", "repeated"});
  REQUIRE(once.code == 0);
  const size_t first = once.out.find("khánh thành cầu Bến Lội");
  REQUIRE(first != std::string::npos);
  CHECK(once.out.find("khánh thành cầu Bến Lội", first + 1) == std::string::npos);
  CHECK(archive.answer({"\"khánh thành cầu Bến Lội\""}).total == 2);
}

TEST_CASE("update: ids of any length and of any characters") {
  const std::string name = "Tin \"lạ\" & dài, " + std::string(60, 'x') + " \u0110\u1ED3ng";
  std::string folder = "goc";
  for (int i = 0; i < 4; ++i) folder += "/" + name;
  const Archive archive;
  archive.write(folder + "/bài.txt", plain_text(kBridge));
  archive.write(folder + "/bài hai.txt", plain_text(kRice));
  REQUIRE(archive.update({"goc"}).code == 0);
  const auto hit = archive.answer({"lúa", "gạo"}).hits.at(0);
  CHECK(hit.id == folder + "/bài hai.txt");
  CHECK(hit.id.size() > 245);
  CHECK(archive.search({"--show", hit.id}).out.find("Lúa gạo được giá") != std::string::npos);
  const CliResult run = archive.search({"--format", "trec", "lúa"});
  CHECK(run.out.find("b\u00E0i%20hai.txt 1 ") != std::string::npos);
}
