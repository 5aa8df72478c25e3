// Several archives searched as one: how they are named, what is kept of them, and what goes wrong. The
// articles are invented.
#include <doctest/doctest.h>
#include <sys/stat.h>

#include <algorithm>
#include <filesystem>

#include "tests/support/archive.h"

using namespace khobao::test;
namespace fs = std::filesystem;

namespace {

const TestArticle kBridge = {.id = "cau",
                             .date = "2020-07-02",
                             .title = "Khánh thành cầu Bến Lội",
                             .body = "Bà con xã Đồng Mây qua cầu từ sáng sớm.",
                             .source = "Báo Sông Kôn"};
const TestArticle kRice = {.id = "gao",
                           .date = "2020-07-15",
                           .title = "Lúa gạo được giá",
                           .body = "Giá gạo ở chợ cầu Vạn tăng.",
                           .source = "Báo Hồ Mây"};
const TestArticle kOldRice = {.id = "gao",
                              .date = "2019-01-02",
                              .title = "Bản cũ",
                              .body = "Giá gạo ở chợ cầu Vạn giảm mạnh."};
const TestArticle kMarket = {.id = "cho",
                             .date = "2021-02-03",
                             .title = "Chợ phiên đầu năm",
                             .body = "Chợ họp bên cầu, hàng hóa đầy đủ."};

class Two {
 public:
  Two(const std::vector<TestArticle>& a, const std::vector<TestArticle>& b) : first(a), second(b) {}

  CliResult run(std::vector<std::string> args, std::vector<std::string> environment = {}) const {
    args.insert(args.begin(), {"--db", first.db(), "--db", second.db()});
    return run_program(KHOBAO_TEST_SEARCHER, args,
                       {.input = {}, .folder = first.folder(), .environment = environment});
  }
  std::vector<std::string> ids(const std::vector<std::string>& query) const {
    std::vector<std::string> args{"--format", "jsonl", "--sort", "newest", "--limit", "100"};
    args.insert(args.end(), query.begin(), query.end());
    const CliResult result = run(args);
    CAPTURE(result.err);
    REQUIRE(result.code <= 1);
    return ids_of(parse_hit_lines(result.out));
  }
  std::string kept() const { return first.folder() + "/.cache/khobao/joint"; }
  size_t kept_folders() const {
    return static_cast<size_t>(
        std::distance(fs::directory_iterator(kept()), fs::directory_iterator()));
  }

  Archive first, second;
};

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("several archives: what one article, one count and one list say comes from all") {
  const Two two({kBridge}, {kRice, kMarket});
  CHECK(two.ids({"cầu"}) == Ids{"cho", "gao", "cau"});
  CHECK(two.run({"--count", "cầu"}).out == "3\n");
  CHECK(two.run({"--show", "gao"}).out.find("Lúa gạo được giá") != std::string::npos);
  CHECK(two.run({"--list", "source", "báo"}).out.find("Báo Hồ Mây") != std::string::npos);
  const CliResult batch = run_program(
      KHOBAO_TEST_SEARCHER,
      {"--db", two.first.db(), "--db", two.second.db(), "--batch", "-", "--format", "trec"},
      {.input = "q1\tcầu\n", .folder = two.first.folder(), .environment = {}});
  CHECK(batch.code == 0);
  CHECK(std::count(batch.out.begin(), batch.out.end(), '\n') == 3);
  CHECK(two.run({"--format", "json", "cầu"}).out.find("generation-000001+generation-000001") !=
        std::string::npos);
}

TEST_CASE("several archives: a file names one a line, seen from its own folder") {
  const Two two({kBridge}, {kRice});
  two.first.write("lists/all.list", "# the archives of a test\n\n  ../db  \n" + two.second.db() + "\r\n");
  const auto count = [&](const std::vector<std::string>& names,
                         std::vector<std::string> environment = {}) {
    std::vector<std::string> args;
    for (const std::string& name : names) args.insert(args.end(), {"--db", name});
    args.insert(args.end(), {"--count", "cầu"});
    return run_program(KHOBAO_TEST_SEARCHER, args,
                       {.input = {}, .folder = two.first.folder(), .environment = environment});
  };
  CHECK(count({"lists/all.list"}).out == "2\n");
  CHECK(count({}, {"KHOBAO_DB=lists/all.list"}).out == "2\n");
  CHECK(count({"lists/all.list", "db"}).out == "2\n");  // one named twice counts once
  CHECK(count({"db", "./db"}).out == "1\n");
  two.first.write("empty.list", "# nothing\n");
  const CliResult empty = count({"empty.list"});
  CHECK(empty.code == 2);
  CHECK(empty.err.find("'empty.list' is no list of archives") != std::string::npos);
}

TEST_CASE("several archives: of an id that two have the first one's article counts") {
  const Two two({kBridge, kRice}, {kOldRice, kMarket});
  CHECK(two.run({"--count", "giảm mạnh"}).out == "0\n");
  CHECK(two.run({"--show", "gao"}).out.find("được giá") != std::string::npos);
  CHECK(two.ids({"gạo"}) == Ids{"gao"});
  CHECK(two.run({"--count", "giảm mạnh"}).code == 1);
}

TEST_CASE("several archives: an order to hide an article holds for all of them") {
  const Two two({kBridge}, {kBridge, kRice});
  CHECK(two.ids({"cầu"}) == Ids{"gao", "cau"});
  REQUIRE(two.second.indexer("hide", {"cau", "--reason", "lệnh 12"}).code == 0);
  CHECK(two.ids({"cầu"}) == Ids{"gao"});
  CHECK(two.run({"--show", "cau"}).code != 0);
}

TEST_CASE("several archives: what is kept of them is made again when one of them changes") {
  const Two two({kBridge}, {kRice});
  CHECK(two.run({"--count", "cầu"}).out == "2\n");
  REQUIRE(two.kept_folders() == 1);
  const fs::path folder = fs::directory_iterator(two.kept())->path();
  const auto written = fs::last_write_time(folder / "manifest.json");
  CHECK(two.run({"--count", "cầu"}).out == "2\n");
  CHECK(fs::last_write_time(folder / "manifest.json") == written);
  struct stat info {};
  REQUIRE(stat(folder.c_str(), &info) == 0);
  CHECK((info.st_mode & 077) == 0);

  two.second.write("moi.jsonl", json_lines({kMarket}));
  REQUIRE(two.second.update({"moi.jsonl"}).code == 0);
  CHECK(two.run({"--count", "cầu"}).out == "3\n");
  CHECK(two.kept_folders() == 1);
  CHECK(!fs::exists(folder));
}

TEST_CASE("several archives: tables that are kept and damaged are made again") {
  const Two two({kBridge}, {kRice});
  for (const char* name : {"reposts", "manifest.json", "statistics", "deleted.marks"}) {
    CAPTURE(name);
    REQUIRE(two.run({"--count", "cầu"}).out == "2\n");
    const std::string path = (fs::directory_iterator(two.kept())->path() / name).string();
    std::string bytes = read_file(path);
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 0x10);
    write_file(path, bytes);
    const CliResult first = two.run({"cầu lúa gạo", "--format", "jsonl"});
    if (first.code != 0) CHECK(first.err.find("search again") != std::string::npos);
    CHECK(two.run({"cầu lúa gạo", "--format", "jsonl"}).code == 0);
    write_file(path, "cut");
    CHECK(two.run({"--count", "cầu"}).out == "2\n");
  }
}

TEST_CASE("several archives: without a cache the tables are made for each search and removed") {
  const Two two({kBridge}, {kRice});
  two.first.write("no-folder", "a file");
  fs::create_directory(two.first.folder() + "/tmp");
  const std::vector<std::string> environment{"XDG_CACHE_HOME=no-folder", "TMPDIR=tmp"};
  const CliResult result = two.run({"--count", "cầu"}, environment);
  CHECK(result.err == "");
  CHECK(result.out == "2\n");
  CHECK(fs::is_empty(two.first.folder() + "/tmp"));
  const CliResult nowhere =
      two.run({"--count", "cầu"}, {"XDG_CACHE_HOME=no-folder", "TMPDIR=no-folder"});
  CHECK(nowhere.code == 4);
  CHECK(nowhere.err.find("no folder can be made in 'no-folder/khobao/joint' or 'no-folder'") !=
        std::string::npos);
}

TEST_CASE("several archives: one that cannot be searched is named") {
  const Two two({kBridge}, {kRice});
  REQUIRE(two.run({"--count", "cầu"}).out == "2\n");
  const std::string manifest = two.second.live_generation() + "/manifest.json";
  const std::string good = read_file(manifest);
  const auto check_named = [&](const std::string& why) {
    CAPTURE(why);
    const CliResult result = two.run({"--count", "cầu"});
    CHECK(result.code == 3);
    CHECK(result.err.find("'" + two.second.db() + "'") != std::string::npos);
    CHECK(result.err.find(two.first.db()) == std::string::npos);
    CHECK(result.err.find(why) != std::string::npos);
  };
  std::string other = good;
  other.replace(other.find("\"schema_version\": ") + 18, 1, "7");
  write_file(manifest, other);
  check_named("written by another version");
  write_file(manifest, "{");
  check_named("manifest.json cannot be read");
  write_file(manifest, good);
  CHECK(two.run({"--count", "cầu"}).out == "2\n");

  const std::string streams = two.second.only_layer() + "/streams";
  const std::string bytes = read_file(streams);
  write_file(streams, bytes.substr(0, bytes.size() / 2));
  check_named("is damaged");
  write_file(streams, bytes);
  fs::rename(two.second.db(), two.second.db() + ".away");
  check_named("no such directory");
}

TEST_CASE("several archives: the folder of publications stands for the shards that are live") {
  const Archive archive({kBridge, kRice, kMarket});
  const std::string into = archive.folder() + "/pub";
  REQUIRE(archive.indexer("publish", {"--into", into, "--shards", "2"}).code == 0);
  for (const char* db : {"pub", "pub/live"}) {
    CAPTURE(db);
    const CliResult run = run_program(
        KHOBAO_TEST_SEARCHER, {"--db", db, "--count", "cầu"},
        {.input = {},
         .folder = archive.folder(),
         .environment = {"XDG_CACHE_HOME=" + archive.folder() + "/cache"}});
    CHECK(run.err == "");
    CHECK(run.out == "3\n");
  }
}

TEST_CASE("several archives: what servers have is not searched together with folders") {
  const Two two({kBridge}, {kRice});
  two.first.write("far.list", "../db\ntcp://127.0.0.1:6601\n");
  for (const char* db : {"tcp://127.0.0.1:6601", "ssh://-oProxyCommand=x/y", "far.list"}) {
    CAPTURE(db);
    const CliResult run =
        run_program(KHOBAO_TEST_SEARCHER, {"--db", two.second.db(), "--db", db, "--count", "cầu"},
                    {.input = {}, .folder = two.first.folder(), .environment = {}});
    CHECK(run.code == 2);
    CHECK(run.out == "");
    CHECK(run.err.find("is a folder: they are not searched together") != std::string::npos);
  }
}

TEST_CASE("several archives: names that users gave are known, the first archive's first") {
  const Two two({kBridge}, {kRice});
  two.first.write("names.tsv", "Hội Đồi Sim\tHĐS\n");
  two.second.write("names.tsv", "Hội Đồi Sim\tHội Sim\nBan Gạo Thơm\tBGT\n");
  two.first.write("a.jsonl", json_lines({{"hoi", "2020-01-01", "Họp", "Hội Đồi Sim họp."}}));
  two.second.write("b.jsonl", json_lines({{"ban", "2020-01-02", "Họp", "Ban Gạo Thơm họp."}}));
  REQUIRE(two.first.update({"--names", "names.tsv", "a.jsonl"}).code == 0);
  REQUIRE(two.second.update({"--names", "names.tsv", "b.jsonl"}).code == 0);
  CHECK(two.ids({"--org", "hđs"}) == Ids{"hoi"});
  CHECK(two.ids({"--org", "bgt"}) == Ids{"ban"});
}

TEST_CASE("several archives: a kept search remembers them, and what is new in any of them") {
  const Two two({kBridge}, {kRice});
  REQUIRE(two.run({"cầu", "--save", "cầu"}).code == 0);
  const auto run = [&](const std::vector<std::string>& args) {
    return run_program(KHOBAO_TEST_SEARCHER, args,
                       {.input = {}, .folder = two.first.folder(), .environment = {}});
  };
  CHECK(run({"--run", "cầu", "--count"}).out == "2\n");
  CHECK(run({"--run", "cầu", "--since-last", "--format", "jsonl"}).code == 1);
  two.second.write("moi.jsonl", json_lines({kMarket}));
  REQUIRE(two.second.update({"moi.jsonl"}).code == 0);
  const CliResult news = run({"--run", "cầu", "--since-last", "--format", "jsonl"});
  CHECK(ids_of(parse_hit_lines(news.out)) == Ids{"cho"});
}
