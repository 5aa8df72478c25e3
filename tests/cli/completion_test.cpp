// What the shells complete, asked of the shells themselves where they are there.
#include <doctest/doctest.h>

#include <filesystem>

#include "tests/support/archive.h"
#include "tests/support/shell_line.h"

using namespace khobao::test;
namespace fs = std::filesystem;

namespace {

const std::string kBin = fs::path(KHOBAO_TEST_SEARCHER).parent_path().string();

// Candidates, one a line, for the last of `words`.
std::string bash_completes(const Archive& archive, const std::string& program,
                           const std::vector<std::string>& words) {
  const std::string script =
      "source <(\"$0\" --generate bash); name=$1; shift; COMP_WORDS=(\"$name\" \"$@\"); "
      "COMP_CWORD=$# COMP_LINE=\"${COMP_WORDS[*]}\"; _$name; printf '%s\\n' \"${COMPREPLY[@]}\"";
  std::vector<std::string> args{"-c", script, kBin + "/" + program, program};
  args.insert(args.end(), words.begin(), words.end());
  return run_program("/bin/bash", args,
                     {.input = {},
                      .folder = archive.folder(),
                      .environment = {"PATH=" + kBin + ":/usr/bin:/bin", "KHOBAO_DB=" + archive.db()}})
      .out;
}

const Archive& archive() {
  static const Archive made(
      {{.id = "a1",
        .date = "2020-07-02",
        .title = "Bộ Y tế họp",
        .body = "Sáng 2/7, Bộ Y tế họp với Bộ Giáo dục và Đào tạo về an toàn trường học.",
        .source = "Báo Sông Kon"}});
  return made;
}

}  // namespace

TEST_CASE("completion: bash completes commands, options, values and names of the archive") {
  CHECK(bash_completes(archive(), "searcher", {"--no-p"}) == "--no-partial\n--no-pager\n");
  CHECK(bash_completes(archive(), "searcher", {"--sort", "n"}) == "newest\n");
  CHECK(bash_completes(archive(), "searcher", {"--facets", "org,so"}) == "org,source\n");
  CHECK(bash_completes(archive(), "searcher", {"--org", "Bộ\\ Y"}) == "Bộ\\ Y\\ tế\n");
  CHECK(bash_completes(archive(), "searcher", {"--org", "bo y"}) == "Bộ\\ Y\\ tế\n");
  CHECK(bash_completes(archive(), "searcher", {"--db", archive().db(), "--source", "Báo"}) ==
        "Báo\\ Sông\\ Kon\n");
  CHECK(bash_completes(archive(), "indexer", {"up"}) == "update\n");
  CHECK(bash_completes(archive(), "indexer", {"update", "--allow"}) == "--allow-deletions\n");
  CHECK(bash_completes(archive(), "indexer", {"status", "--format", "j"}) == "json\n");
  CHECK(bash_completes(archive(), "indexer", {"update", "artic"}) == "articles.jsonl\n");
}

TEST_CASE("completion: bash splits words at signs that values hold") {
  if (!has_shell("bash")) return;
  const auto typed = [](const std::string& keys) {
    return typed_into_shell("bash", "searcher", keys,
                            {.input = {},
                             .folder = archive().folder(),
                             .environment = {"PATH=" + kBin + ":/usr/bin:/bin"}})
        .line;
  };
  CHECK(typed("searcher --facets date:w\t") == "searcher --facets date:week ");
  CHECK(typed("searcher --facets org,date:w\t") == "searcher --facets org,date:week ");
  CHECK(typed("searcher --sort=n\t") == "searcher --sort=newest ");
  CHECK(typed("searcher --db=d\t") == "searcher --db=db/");
}

TEST_CASE("completion: names of all archives that are searched") {
  const Archive other({{.id = "b1",
                        .date = "2020-07-03",
                        .title = "Lũ lên",
                        .body = "Nước sông lên nhanh trong đêm.",
                        .source = "Báo Sông Hinh"}});
  CHECK(bash_completes(archive(), "searcher",
                       {"--db", archive().db(), "--db", other.db(), "--source", "Báo"}) ==
        "Báo\\ Sông\\ Hinh\nBáo\\ Sông\\ Kon\n");
}

TEST_CASE("completion: kept searches and dossiers are offered where one is named") {
  REQUIRE(archive().search({"họp", "--save", "bão lũ"}).code == 0);
  CHECK(bash_completes(archive(), "searcher", {"--run", "bão"}) == "bão\\ lũ\n");
  REQUIRE(archive().search({"--keep", "đường sắt", "a1"}).code == 0);
  CHECK(bash_completes(archive(), "searcher", {"--in", "duong"}) == "đường\\ sắt\n");
  CHECK(bash_completes(archive(), "searcher", {"--keep", "đ"}) == "đường\\ sắt\n");
  CHECK(bash_completes(archive(), "searcher", {"--forget", "bão"}) == "bão\\ lũ\n");
  CHECK(bash_completes(archive(), "searcher", {"--forget", "đường"}) == "đường\\ sắt\n");
  CHECK(bash_completes(archive(), "searcher", {"--run", "đường"}) == "\n");
}

TEST_CASE("completion: names that do not begin as typed leave the line alone") {
  const std::string found = bash_completes(archive(), "searcher", {"--org", "bo"});
  CHECK(found.find("Bộ\\ Y\\ tế\n") != std::string::npos);
  CHECK(found.ends_with("\n \n"));
}

TEST_CASE("completion: zsh and fish read theirs") {
  for (const char* program : {"indexer", "searcher"}) {
    CAPTURE(program);
    const std::string path = kBin + "/" + program;
    const RunOptions options{.input = {},
                             .folder = archive().folder(),
                             .environment = {"PATH=" + kBin + ":/usr/bin:/bin",
                                             "KHOBAO_DB=" + archive().db()}};
    if (has_shell("zsh")) {
      const CliResult zsh = run_program(
          "/bin/sh", {"-c", "\"$0\" --generate zsh > _it && zsh -n _it", path}, options);
      CHECK(zsh.code == 0);
      CHECK(zsh.err == "");
    }
    if (has_shell("fish")) {
      const CliResult fish = run_program(
          "/bin/sh",
          {"-c",
           "\"$0\" --generate fish > it.fish && fish -N -c 'source it.fish; complete -C \"" +
               std::string(program) + (program[0] == 'i' ? " update --allow" : " --sort n") + "\"'",
           path},
          options);
      CHECK(fish.out.find(program[0] == 'i' ? "--allow-deletions" : "newest") != std::string::npos);
      CHECK(fish.err == "");
    }
  }
}

TEST_CASE("completion: man reads the manuals without a complaint") {
  if (!fs::exists("/usr/bin/groff")) return;
  for (const char* program : {"indexer", "searcher"}) {
    CAPTURE(program);
    const CliResult run = run_program(
        "/bin/sh", {"-c", "\"$0\" --generate man | groff -K utf8 -T utf8 -man -ww -P -cbou", kBin + "/" + program},
        {.input = {}, .folder = archive().folder(), .environment = {}});
    CHECK(run.code == 0);
    CHECK(run.err == "");
    CHECK(run.out.find("--db FOLDER") != std::string::npos);
  }
}

TEST_CASE("settings: both programs read their section of the file") {
  archive().write("config", "db = " + archive().db() + "\n[searcher]\nno-partial = yes\n");
  const RunOptions options{.input = {},
                           .folder = archive().folder(),
                           .environment = {"KHOBAO_CONFIG=" + archive().folder() + "/config"}};
  const CliResult found = run_program(KHOBAO_TEST_SEARCHER, {"--count", "trường học"}, options);
  CHECK(found.out == "1\n");
  const CliResult shown = run_program(KHOBAO_TEST_SEARCHER, {"--show-config"}, options);
  CHECK(shown.code == 0);
  CHECK(shown.out.find("# " + archive().folder() + "/config:3") != std::string::npos);
  CHECK(run_program(KHOBAO_TEST_INDEXER, {"status"}, options).code == 0);
  CHECK(run_program(KHOBAO_TEST_INDEXER, {"--show-config"}, options).out.find("memory = 400M") !=
        std::string::npos);
  const RunOptions at_home{.input = {}, .folder = archive().folder(), .environment = {}};
  for (const char* program : {KHOBAO_TEST_SEARCHER, KHOBAO_TEST_INDEXER}) {
    CHECK(run_program(program, {"--show-config"}, at_home)
              .out.find("db = " + archive().folder() + "/.local/share/khobao") !=
          std::string::npos);
  }
  archive().write("config", "[searcher]\nlimt = 3\n");
  const CliResult wrong = run_program(KHOBAO_TEST_SEARCHER, {"--count", "lúa"}, options);
  CHECK(wrong.code == 2);
  CHECK(wrong.err.find("config:2: 'limt' is no setting of searcher\nhint: did you mean 'limit'?") !=
        std::string::npos);
}
