// --names: organisations of the user's own, from the command line to the facets.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

#include "searcher/index.h"
#include "searcher/search.h"
#include "tests/support/archive.h"

using namespace khobao::test;

namespace {

const std::vector<TestArticle> kArticles = {
    {.id = "a", .date = "2021-03-02", .title = "Mưa đá", .body = "Nhóm Mái Lá giúp dân lợp nhà."},
    {.id = "b", .date = "2021-03-03", .title = "Lợp nhà", .body = "NML và Đội Cầu Mây cùng đến."},
    {.id = "c", .date = "2022-01-05", .title = "Cầu tre", .body = "Hội Thợ Cầu bắc cầu tre."},
};

std::string listed(const Archive& archive) { return archive.search({"--list", "org"}).out; }

}  // namespace

TEST_CASE("names: own names are recognised, remembered, replaced and forgotten") {
  const Archive archive(kArticles);
  archive.write("own.tsv",
                "# name, other forms, counts as, replaces\n"
                "Nhóm Mái Lá\tNML\n"
                "Đội Cầu Mây\t\tNhóm Mái Lá\n"
                "Liên đội Cầu\t\t\tNhóm Mái Lá\n");
  REQUIRE(archive.update({"--names", "own.tsv", "articles.jsonl"}).code == 0);
  CHECK(listed(archive).find("2\tNhóm Mái Lá\n") != std::string::npos);
  CHECK(listed(archive).find("Đội Cầu Mây") == std::string::npos);

  // Aliases, merged names and the name itself all lead to it.
  for (const char* typed : {"NML", "nhom mai la", "Đội Cầu Mây", "Nhóm Mái"}) {
    CAPTURE(typed);
    CHECK(archive.search({"--count", "--org", typed}).out == "2\n");
  }
  CHECK(archive.search({"--count", "--org", "Liên đội Cầu", "--with-predecessors"}).out == "2\n");

  // Without the file, from the copy.
  std::filesystem::remove(archive.folder() + "/own.tsv");
  REQUIRE(archive.update({"articles.jsonl"}).code == 0);
  CHECK(archive.search({"--count", "--org", "NML"}).out == "2\n");
  CHECK(run_cli("indexer", {"status", "--db", archive.db()}, archive.folder())
            .out.find("names       3 of your own\n") != std::string::npos);

  // Another file replaces it, for articles that are not read again, too.
  archive.write("other.tsv", "Hội Thợ Cầu\tHTC Tre\n");
  archive.write(
      "more.jsonl",
      json_lines({{.id = "d", .date = "2022-02-01", .title = "Nắng", .body = "HTC Tre đi vắng."}}));
  REQUIRE(archive.update({"--names", "other.tsv", "more.jsonl"}).code == 0);
  CHECK(archive.search({"--count", "--org", "Hội Thợ Cầu"}).out == "2\n");
  CHECK(listed(archive).find("Nhóm Mái Lá") == std::string::npos);

  REQUIRE(archive.update({"--names", "", "more.jsonl"}).code == 0);
  CHECK(run_cli("indexer", {"status", "--db", archive.db()}, archive.folder())
            .out.find("of your own") == std::string::npos);
}

TEST_CASE("names: a faulty file changes nothing and is named with its line") {
  const Archive archive(kArticles);
  const std::string before = archive.live_generation();
  archive.write("own.tsv", "Nhóm Mái Lá\tNML\n\tX\n");
  const CliResult result = archive.update({"--names", "own.tsv", "articles.jsonl"});
  CHECK(result.code == 4);
  CHECK(result.err.find("own.tsv:2: no name in the first column\nhint: ") != std::string::npos);
  CHECK(archive.update({"--names", "absent.tsv", "articles.jsonl"}).code == 4);
  CHECK(archive.live_generation() == before);
  CHECK(archive.search({"--list", "org"}).code < 2);
}

TEST_CASE("names: a file that never ends is refused") {
  const Archive archive({{.id = "a", .date = "2020-07-02", .title = "Tin", .body = "Chợ họp."}});
  const CliResult run = archive.update({"--names", "/dev/zero"});
  CHECK(run.code == 4);
  CHECK(run.err == "indexer: error: '/dev/zero' is longer than 64 MiB\n");
  CHECK(archive.search({"--query-file", "/dev/zero"}).err ==
        "searcher: error: '/dev/zero' is longer than 16 MiB\n");
}

TEST_CASE("names: inspect knows them, too") {
  const Archive archive(kArticles);
  archive.write("own.tsv", "Đội Cầu Mây\n");
  const CliResult result =
      run_cli("indexer", {"inspect", "--names", "own.tsv", "articles.jsonl"}, archive.folder());
  CHECK(result.code == 0);
  CHECK(result.out.find("Đội Cầu Mây  (1)") != std::string::npos);
}

TEST_CASE("names: a document is found however it is typed, of its term alone where that is said") {
  const Archive archive({
      {.id = "a", .date = "2022-03-01", .title = "Một", .body = "Chỉ thị 35-CT/TW ngày 30/5/2019."},
      {.id = "b", .date = "2024-07-01", .title = "Hai", .body = "Theo Chỉ thị 35-CT/TW thì."},
      {.id = "c", .date = "2020-01-01", .title = "Ba", .body = "Theo Chỉ thị 35/CT-TTg thì."},
  });
  const std::pair<const char*, const char*> cases[] = {{"Chỉ thị 35", "3\n"},
                                                       {"35-ct/tw", "2\n"},
                                                       {"Chỉ thị 35 – CT/TƯ", "2\n"},
                                                       {"Chỉ thị 35-CT/TW (khóa XII)", "1\n"},
                                                       {"Chỉ thị 35-CT/TW (2024)", "1\n"},
                                                       {"Chỉ thị 35/CT-TTg", "1\n"},
                                                       {"!Chỉ thị 35-CT/TW", "1\n"}};
  for (const auto& entry : cases) {
    CAPTURE(entry.first);
    CHECK(archive.search({"--count", "--doc", entry.first}).out == entry.second);
  }
}

TEST_CASE("names: own names that cannot be read are said, not passed over") {
  const Archive archive(kArticles);
  archive.write("own.tsv", "Nhóm Mái Lá\tNML\n");
  REQUIRE(archive.update({"--names", "own.tsv", "articles.jsonl"}).code == 0);
  const std::string path = archive.live_generation() + "/names.tsv";
  SUBCASE("damaged") {
    write_file(path, "Nhóm Mái Lá\tNMX\n# checksum 00000000000000000000000000000000\n");
  }
  SUBCASE("a folder in its place") {
    std::filesystem::remove(path);
    std::filesystem::create_directory(path);
  }
  for (const std::vector<std::string>& args :
       {std::vector<std::string>{"--org", "NML"}, std::vector<std::string>{"org:NML mưa"},
        std::vector<std::string>{"--org", "Hội Thợ Cầu", "--with-predecessors"}}) {
    const CliResult result = archive.search(args);
    CHECK(result.code > 2);
    CHECK(result.err.find("names.tsv'") != std::string::npos);
    CHECK(result.out == "");
  }
}

TEST_CASE("names: a query's many org: values share what is known of names") {
  const Archive archive(kArticles);
  archive.write("own.tsv", "Hội Thợ Cầu\tHTC Tre\n");
  REQUIRE(archive.update({"--names", "own.tsv", "articles.jsonl"}).code == 0);
  // Beginnings of a name, which only the whole gazetteer can tell from aliases.
  const auto took_ms = [&](size_t values) {
    double least = 1e9;
    for (int run = 0; run < 5; ++run) {
      auto index = khobao::searcher::Index::open(archive.db());
      REQUIRE(index);
      khobao::searcher::SearchRequest request;
      for (size_t i = 0; i < values; ++i)
        request.query +=
            (i > 0 ? " OR org:\"hội thợ c" : "org:\"hội thợ c") + std::string(i, ' ') + "\"";
      const auto response = khobao::searcher::search(*index, request);
      REQUIRE(response);
      CHECK(response->total == 1);
      least = std::min(least, response->took_ms);
    }
    return least;
  };
  const double one = took_ms(1), twelve = took_ms(12);
  CAPTURE(one);
  CAPTURE(twelve);
  CHECK(twelve < 3 * one + 5);
}

TEST_CASE("names: people and places of one's own, from the table to filters and queries") {
  // Invented.
  const Archive archive({
      {.id = "a", .date = "2021-03-02", .title = "Lợp nhà", .body = "Anh Ba Kha đến Sim Hạ."},
      {.id = "b", .date = "2021-03-03", .title = "Cầu tre", .body = "Trần Văn Kha bắc cầu tre."},
      {.id = "c", .date = "2022-01-05", .title = "Mưa đá", .body = "Mưa đá ở xã Sim Cũ."},
  });
  archive.write("own.tsv",
                "Trần Văn Kha\tAnh Ba Kha\t\t\tperson\n"
                "xã Đồi Sim\tSim Hạ\t\txã Sim Cũ\tplace\n"
                "xã Sim Cũ\t\t\t\tđịa danh\n");
  REQUIRE(archive.update({"--names", "own.tsv", "articles.jsonl"}).code == 0);
  const auto count = [&](const std::vector<std::string>& args) {
    std::vector<std::string> all = {"--count"};
    all.insert(all.end(), args.begin(), args.end());
    return archive.search(all).out;
  };
  CHECK(archive.search({"--list", "person"}).out == "2\tTrần Văn Kha\n");
  for (const char* typed : {"Trần Văn Kha", "anh ba kha", "kha"}) {
    CAPTURE(std::string(typed));
    CHECK(count({"--person", typed}) == "2\n");
  }
  CHECK(count({"trần văn kha"}) == "2\n");
  CHECK(count({"--place", "đồi sim"}) == "1\n");
  CHECK(count({"--place", "sim ha"}) == "1\n");
  CHECK(count({"--place", "xã Đồi Sim", "--with-predecessors"}) == "2\n");
  CHECK(count({"--place", "xã Sim Cũ", "--with-predecessors"}) == "2\n");
  archive.write("bad.tsv", "Trần Văn Kha\t\t\t\tking\n");
  const CliResult bad = archive.update({"--names", "bad.tsv", "articles.jsonl"});
  CHECK(bad.code == 4);
  CHECK(bad.err.find("bad.tsv:1: 'king' is no kind of name\n"
                     "hint: write org, person or place in the fifth column\n") !=
        std::string::npos);
}

TEST_CASE("names: a place's predecessors are asked for, and of the larger one only since it is that") {
  // Invented.
  const Archive archive({
      {.id = "a", .date = "2024-05-02", .title = "Mưa lớn", .body = "Mưa lớn ở tỉnh Bình Định."},
      {.id = "b", .date = "2025-08-02", .title = "Mưa nhỏ", .body = "Mưa nhỏ ở tỉnh Gia Lai."},
      {.id = "c", .date = "2024-05-03", .title = "Nắng ấm", .body = "Nắng ấm ở tỉnh Gia Lai."},
      {.id = "d", .date = "2016-05-03", .title = "Gặt lúa", .body = "Gặt lúa ở thị xã Phổ Yên."},
      {.id = "e", .date = "2023-05-03", .title = "Cấy lúa", .body = "Cấy lúa ở thành phố Phổ Yên."},
  });
  REQUIRE(archive.update({"articles.jsonl"}).code == 0);
  const auto count = [&](const char* place, bool predecessors) {
    std::vector<std::string> args = {"--count", "--place", place};
    if (predecessors) args.push_back("--with-predecessors");
    return archive.search(args).out;
  };
  CHECK(count("tỉnh Gia Lai", false) == "2\n");
  CHECK(count("tỉnh Gia Lai", true) == "3\n");
  CHECK(count("tỉnh Bình Định", false) == "1\n");
  CHECK(count("tỉnh Bình Định", true) == "2\n");
  CHECK(count("thành phố Phổ Yên", false) == "1\n");
  CHECK(count("thành phố Phổ Yên", true) == "2\n");
}

TEST_CASE("names: of equal counts the Vietnamese order tells, in facets, tables and status") {
  const Archive archive({{"1", "2020-06-01", "Cầu tre", "Cầu tre.", "Đò Dọc"},
                         {"2", "2020-06-01", "Cầu gỗ", "Cầu gỗ.", "Zalo Quê"},
                         {"3", "2020-06-01", "Cầu đá", "Cầu đá.", "Ân Nghĩa"},
                         {"4", "2020-06-01", "Cầu sắt", "Cầu sắt.", "Báo Số 10"},
                         {"5", "2020-06-01", "Cầu mây", "Cầu mây.", "Báo Số 2"}});
  const std::vector<std::string> order{"Ân Nghĩa", "Báo Số 2", "Báo Số 10", "Đò Dọc", "Zalo Quê"};
  const auto ordered = [&](const std::string& printed) {
    size_t at = 0;
    for (const std::string& name : order) {
      const size_t found = printed.find(name, at);
      if (found == std::string::npos) return false;
      at = found;
    }
    return true;
  };
  CHECK(ordered(archive.search({"cầu", "--facets", "source", "-n", "0"}).out));
  CHECK(ordered(archive.search({"cầu", "--table", "source,date"}).out));
  CHECK(ordered(archive.indexer("status").out));
}
