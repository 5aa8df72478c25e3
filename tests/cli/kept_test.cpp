// Kept searches and dossiers: what is kept, for whom, and what is new since the last run.
#include <doctest/doctest.h>
#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "tests/support/archive.h"

using namespace khobao::test;
using nlohmann::json;

namespace {

const std::vector<TestArticle> kFirst = {
    {"cau", "2020-07-02", "Khánh thành cầu Bến Lội", "Cầu Bến Lội dài 412 m."},
    {"gao", "2020-07-15", "Lúa gạo được giá", "Giá gạo ở Đồng Mây tăng."},
    {"pho", "2020-07-20", "Cầu phố Me", "Cầu phố Me đóng một tuần."}};
const TestArticle kNew = {"moi", "2019-01-02", "Cầu cũ Gò Me", "Cầu cũ nay mới được số hoá."};

class Kept {
 public:
  Kept() { write(kFirst); }

  void write(const std::vector<TestArticle>& articles) {
    archive.write("tin.jsonl", json_lines(articles));
    const CliResult run = archive.update({"tin.jsonl", "--allow-deletions"});
    CAPTURE(run.err);
    REQUIRE(run.code == 0);
  }
  CliResult run(std::vector<std::string> args, std::vector<std::string> environment = {}) const {
    args.insert(args.begin(), {"--db", archive.db()});
    return bare(args, std::move(environment));
  }
  CliResult bare(const std::vector<std::string>& args,
                 std::vector<std::string> environment = {}) const {
    return run_program(KHOBAO_TEST_SEARCHER, args,
                       {.input = {}, .folder = archive.folder(), .environment = environment});
  }
  std::vector<std::string> new_ids(const std::string& name) const {
    const CliResult answer = run({"--run", name, "--since-last", "--format", "jsonl"});
    CAPTURE(answer.err);
    REQUIRE(answer.code <= 1);
    std::vector<std::string> ids = ids_of(parse_hit_lines(answer.out));
    std::sort(ids.begin(), ids.end());
    return ids;
  }
  std::string file(const std::string& name) const {
    return archive.folder() + "/.config/khobao/" + name;
  }

  Archive archive;
};

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("kept searches: one is kept with its options and answered from anywhere") {
  const Kept kept;
  const CliResult saved =
      kept.run({"cầu", "--sort", "oldest", "--limit", "1", "--save", "cầu đường"});
  CHECK(saved.code == 0);
  CHECK(saved.out == "kept as 'cầu đường': searcher --run 'cầu đường'\n");
  const CliResult direct =
      kept.run({"cầu", "--sort", "oldest", "--limit", "1", "--format", "jsonl"});
  // The index is known, too.
  const CliResult again = kept.bare({"--run", "cầu đường", "--format", "jsonl"});
  CHECK(again.out == direct.out);
  CHECK(again.code == 0);
  const CliResult listed = kept.bare({"--saved"});
  CHECK(listed.code == 0);
  CHECK(listed.out.starts_with("cầu đường\n  searcher --limit=1 --sort=oldest -- cầu\n  "));
  CHECK(listed.out.find("last run 20") != std::string::npos);
  const json all = json::parse(kept.bare({"--saved", "--format", "json"}).out);
  REQUIRE(all.size() == 1);
  CHECK(all[0]["name"] == "cầu đường");
  CHECK(all[0]["arguments"] == json{"--limit=1", "--sort=oldest", "--", "cầu"});
  CHECK(kept.bare({"--forget", "cầu đường"}).out == "forgot the search 'cầu đường'\n");
  CHECK(kept.bare({"--saved"}).code == 1);
}

TEST_CASE("kept searches: options typed beside --run win, a query does not go with it") {
  const Kept kept;
  REQUIRE(kept.run({"cầu", "--limit", "1", "--save", "cau"}).code == 0);
  CHECK(kept.bare({"--run", "cau", "--count"}).out == "2\n");
  CHECK(parse_hit_lines(kept.bare({"--run", "cau", "--limit", "5", "--format", "jsonl"}).out)
            .size() > 1);
  const CliResult query = kept.bare({"--run", "cau", "gạo"});
  CHECK(query.code == 2);
  CHECK(query.err.find("--run takes no query beside the one that was kept") != std::string::npos);
}

TEST_CASE("kept searches: only what the archive did not hold at the last run is new") {
  Kept kept;
  REQUIRE(kept.run({"cầu", "--save", "cau"}).code == 0);
  CHECK(kept.new_ids("cau") == Ids{"cau", "pho"});  // the first run
  CHECK(kept.new_ids("cau").empty());
  std::vector<TestArticle> articles = kFirst;
  articles.push_back(kNew);  // older than all of them, but new to the archive
  articles[0].body += " Nay đã sửa.";
  articles[1].body += " Cầu ở Đồng Mây cũng vậy.";  // matches now, and was there before
  kept.write(articles);
  CHECK(kept.new_ids("cau") == Ids{"moi"});
  CHECK(kept.new_ids("cau").empty());
}

TEST_CASE("kept searches: a rebuild makes nothing new, nor does an article that comes back") {
  Kept kept;
  REQUIRE(kept.run({"cầu", "--save", "cau"}).code == 0);
  CHECK(kept.new_ids("cau").size() == 2);
  REQUIRE(kept.archive.indexer("rebuild", {"tin.jsonl"}).code == 0);
  CHECK(kept.new_ids("cau").empty());
  kept.write({kFirst[0], kFirst[1]});
  kept.write(kFirst);
  CHECK(kept.new_ids("cau").empty());
  std::vector<TestArticle> articles = kFirst;
  articles.push_back(kNew);
  kept.archive.write("tin.jsonl", json_lines(articles));
  REQUIRE(kept.archive.indexer("rebuild", {"tin.jsonl"}).code == 0);
  CHECK(kept.new_ids("cau") == Ids{"moi"});
  // Gone at a run, and back after it.
  kept.write(kFirst);
  CHECK(kept.new_ids("cau").empty());
  kept.write(articles);
  CHECK(kept.new_ids("cau") == Ids{"moi"});
}

TEST_CASE("kept searches: exit 0 with news, 1 without, and then nothing is printed for cron") {
  Kept kept;
  REQUIRE(kept.run({"cầu", "--save", "cau"}).code == 0);
  const CliResult first = kept.bare({"--run", "cau", "--since-last"});
  CHECK(first.code == 0);
  CHECK(first.out.find("2 articles match") != std::string::npos);
  const CliResult second = kept.bare({"--run", "cau", "--since-last"});
  CHECK(second.code == 1);
  CHECK(second.out == "");
  CHECK(second.err == "");
  std::vector<TestArticle> articles = kFirst;
  articles.push_back(kNew);
  kept.write(articles);
  CHECK(kept.bare({"--run", "cau", "--since-last", "--count"}).out == "1\n");
  CHECK(kept.bare({"--run", "cau", "--since-last", "--count"}).out == "0\n");
}

TEST_CASE("kept searches: an answer that could not be written, or was cut, has not been seen") {
  Kept kept;
  REQUIRE(kept.run({"cầu", "--limit", "1", "--save", "cau"}).code == 0);
  const CliResult full = run_program(
      "/bin/sh", {"-c", "exec " KHOBAO_TEST_SEARCHER " --run cau --since-last > /dev/full"},
      {.input = {}, .folder = kept.archive.folder(), .environment = {}});
  CHECK(full.code == 4);
  const CliResult one = kept.bare({"--run", "cau", "--since-last", "--limit", "1"});
  CHECK(one.out.find("this run does not count as the last one") != std::string::npos);
  // A limit that was kept with the search holds back nothing that is new.
  CHECK(kept.new_ids("cau") == Ids{"cau", "pho"});
  CHECK(kept.new_ids("cau").empty());
}

TEST_CASE("kept searches: dates told from today are told anew at each run") {
  const Kept kept;
  REQUIRE(kept.run({"cầu", "--date", "hôm nay", "--save", "nay"}).code == 0);
  CHECK(read_file(kept.file("searches/nay.json")).find("--date=hôm nay") != std::string::npos);
}

TEST_CASE("kept searches: files are readable, for their owner alone, where XDG_CONFIG_HOME says") {
  const Kept kept;
  REQUIRE(kept.run({"cầu", "--save", "cau"}).code == 0);
  struct stat status {};
  REQUIRE(stat(kept.file("searches/cau.json").c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0600);
  const json file = json::parse(read_file(kept.file("searches/cau.json")));
  CHECK(file["format"] == "khobao kept search 1");
  CHECK(file["last_run"] == nullptr);
  const std::string elsewhere = "XDG_CONFIG_HOME=" + kept.archive.folder() + "/else";
  CHECK(kept.run({"cầu", "--save", "cau"}, {elsewhere}).code == 0);
  CHECK(std::filesystem::exists(kept.archive.folder() + "/else/khobao/searches/cau.json"));
  const CliResult homeless = run_program(
      "/usr/bin/env", {"-u", "HOME", KHOBAO_TEST_SEARCHER, "--run", "cau", "--count"},
      {.input = {}, .folder = kept.archive.folder(), .environment = {elsewhere}});
  CHECK(homeless.out == "2\n");
}

TEST_CASE("kept searches: what goes wrong is told with the way out") {
  const Kept kept;
  REQUIRE(kept.run({"cầu", "--save", "cau"}).code == 0);
  struct Case {
    std::vector<std::string> args, environment;
    int code;
    const char* says;
  };
  for (const Case& c : std::vector<Case>{
           {{"--run", "cay"}, {}, 2, "no search is kept as 'cay'\nhint: did you mean 'cau'?"},
           {{"--forget", "x"}, {}, 2, "neither a search nor a dossier is kept as 'x'\nhint: there are: cau"},
           {{"cầu", "--save", "cau"}, {}, 2, "a search is kept as 'cau' already"},
           {{"cầu", "--save", "../x"}, {}, 2, "'../x' is no name to keep something under"},
           {{"(cầu", "--save", "y", "--org", "không hề có"}, {}, 2, "error: "},
           {{"cầu", "--since-last"}, {}, 2, "--since-last was given without --run"},
           {{"--show", "cau", "--save", "x"}, {}, 2, "--save keeps searches alone"},
           {{"--query-file", "-", "--save", "x"}, {}, 2, "from standard input cannot be kept"},
           {{"cầu", "--save", "x"}, {"XDG_CONFIG_HOME=/proc/none"}, 4, "cannot make the folder"}}) {
    const CliResult run = kept.run(c.args, c.environment);
    CAPTURE(run.err);
    CHECK(run.code == c.code);
    CHECK(run.err.find(c.says) != std::string::npos);
  }
  const CliResult homeless =
      run_program("/usr/bin/env", {"-u", "HOME", KHOBAO_TEST_SEARCHER, "--run", "cau"},
                  {.input = {}, .folder = kept.archive.folder(), .environment = {}});
  CHECK(homeless.code == 2);
  CHECK(homeless.err.find("neither XDG_CONFIG_HOME nor HOME is set\nhint: say where") !=
        std::string::npos);
  write_file(kept.file("searches/hong.json"), "{}");
  const CliResult damaged = kept.bare({"--run", "hong"});
  CHECK(damaged.code == 4);
  CHECK(damaged.err.find("hong.json' is no search that was kept") != std::string::npos);
  CHECK(kept.bare({"--saved"}).out.starts_with("cau\n"));
}

TEST_CASE("dossiers: articles are kept with notes, listed, and searched within") {
  const Kept kept;
  const CliResult first = kept.run({"--keep", "giá cả", "gao", "cau", "--note", "số liệu\nlạ"});
  CHECK(first.out == "kept 2 articles in 'giá cả', 2 in all\n");
  CHECK(kept.run({"--keep", "giá cả", "gao"}).out == "kept 1 article in 'giá cả', 2 in all\n");
  const CliResult listed = kept.run({"--keep", "giá cả", "--list"});
  CHECK(listed.code == 0);
  CHECK(listed.out.starts_with("2 articles\n1. Lúa gạo được giá\n   kept 20"));
  CHECK(listed.out.find(" · gao\n   số liệu") != std::string::npos);
  const json file = json::parse(kept.run({"--keep", "giá cả", "--list", "--format", "json"}).out);
  CHECK(file["articles"][1]["id"] == "cau");
  CHECK(file["articles"][1]["state"] == "same");
  CHECK(kept.run({"--keep", "giá cả", "--list", "--format", "csv"})
            .out.starts_with("id,title,kept,note,content_hash,state\r\ngao,"));
  CHECK(kept.run({"cầu", "--in", "giá cả", "--count"}).out == "1\n");
  CHECK(kept.run({"--in", "giá cả", "--count"}).out == "2\n");
  CHECK(kept.run({"cầu", "--in", "giá cả", "--facets", "date", "--limit", "0"})
            .out.find("2020-07-20") == std::string::npos);
  CHECK(kept.bare({"--forget", "giá cả"}).out == "forgot the dossier 'giá cả'\n");
}

TEST_CASE("dossiers: an article that vanished or changed is told") {
  Kept kept;
  REQUIRE(kept.run({"--keep", "x", "gao", "cau", "pho"}).code == 0);
  TestArticle changed = kFirst[0];
  changed.body += " Nay đã sửa.";
  kept.write({changed, kFirst[1]});
  const CliResult listed = kept.run({"--keep", "x", "--list"});
  CHECK(listed.out.starts_with("3 articles, 1 vanished, 1 changed since they were kept\n"));
  CHECK(listed.out.find("2. Khánh thành cầu Bến Lội (changed)\n") != std::string::npos);
  CHECK(listed.out.find("3. Cầu phố Me (vanished)\n") != std::string::npos);
  const Answer within = parse_answer(kept.run({"--in", "x", "--format", "json"}).out);
  CHECK(within.total == 2);
  CHECK(listed.code == 0);
  REQUIRE(within.notes.size() == 2);
  CHECK(within.notes[0] == "kept, but not in the archive any more: pho");
  CHECK(within.notes[1] == "changed since they were kept: cau");
}

TEST_CASE("dossiers: they are listed, and what is forgotten is there") {
  const Kept kept;
  CHECK(kept.bare({"--list", "dossier"}).code == 1);
  CHECK(
      kept.bare({"--forget", "x"})
          .err.ends_with("neither a search nor a dossier is kept as 'x'\nhint: nothing is kept\n"));
  REQUIRE(kept.run({"--keep", "giá cả", "gao"}).code == 0);
  REQUIRE(kept.run({"--keep", "cầu đường", "cau", "pho"}).code == 0);
  REQUIRE(kept.run({"cầu", "--save", "hằng tuần"}).code == 0);
  CHECK(kept.bare({"--list", "dossier"}).out == "2\tcầu đường\n1\tgiá cả\n");
  CHECK(kept.bare({"--list", "hồ sơ", "gia"}).out == "1\tgiá cả\n");
  CHECK(kept.bare({"--list", "dossier", "--limit", "1"}).out == "2\tcầu đường\n");
  CHECK(kept.bare({"--forget", "nope"})
            .err.ends_with("hint: there are: hằng tuần, cầu đường, giá cả\n"));
  CHECK(kept.bare({"--forget", "giá c"}).err.ends_with("hint: did you mean 'giá cả'?\n"));
}

TEST_CASE("dossiers: what goes wrong is told, and keeps nothing") {
  const Kept kept;
  const CliResult unknown = kept.run({"--keep", "x", "cau", "không có"});
  CHECK(unknown.code == 2);
  CHECK(kept.run({"--keep", "x", "--list"}).err.find("no dossier is kept as 'x'") !=
        std::string::npos);
  CHECK(kept.run({"--keep", "x"}).err.find("--keep was given without an article") !=
        std::string::npos);
  CHECK(kept.run({"cầu", "--in", "x"}).code == 2);
  CHECK(kept.run({"cau", "--note", "x"}).err.find("--note was given without --keep") !=
        std::string::npos);
  CHECK(kept.run({"--list"}).err.find("--list needs a field") != std::string::npos);
  REQUIRE(kept.run({"cầu", "--save", "y"}).code == 0);
  CHECK(kept.run({"--keep", "y", "cau"}).err.find("'y' is a kept search already") !=
        std::string::npos);
}
