// Names of the archive, completed by interactive shells, each on a terminal of its own.
#include <doctest/doctest.h>

#include <filesystem>

#include "tests/support/archive.h"
#include "tests/support/shell_line.h"

using namespace khobao::test;
namespace fs = std::filesystem;

namespace {

const std::string kBin = fs::path(KHOBAO_TEST_SEARCHER).parent_path().string();

const Archive& archive() {
  static const Archive made(
      {{.id = "a1",
        .date = "2020-07-02",
        .title = "Bộ Y tế họp",
        .body = "Sáng 2/7, Bộ Y tế họp với Trường Đại học Quy Nhơn về an toàn trường học. Ông Trần "
                "Văn Hai, Bộ trưởng Bộ Y tế, và bà Trần Thị Ba, Thứ trưởng Bộ Y tế, cùng dự.",
        .source = "Báo Sông Kon"}});
  return made;
}

// `folder` is also the home.
RunOptions options_in(const Archive& archive, bool set_db = true) {
  RunOptions options{
      .input = {}, .folder = archive.folder(), .environment = {"PATH=" + kBin + ":/usr/bin:/bin"}};
  if (set_db) options.environment.push_back("KHOBAO_DB=" + archive.db());
  return options;
}

ShellLine typed(const std::string& shell, const std::string& keys, bool set_db = true) {
  return typed_into_shell(shell, "searcher", keys, options_in(archive(), set_db));
}

struct Case {
  const char* name;
  const char* keys;
  const char* line;
};

void check(const std::string& shell, std::initializer_list<Case> cases, bool set_db = true) {
  for (const Case& c : cases) {
    CAPTURE(shell);
    CAPTURE(c.name);
    CHECK(typed(shell, c.keys, set_db).line == c.line);
  }
}

// What fish offers, a line each with what describes it after a tab.
std::string fish_offers(const std::string& line, bool set_db = true) {
  const CliResult run = run_program("/bin/sh",
                                    {"-c",
                                     "searcher --generate fish > it.fish; fish -N -c 'source "
                                     "it.fish; complete -C $argv[1]' \"$0\"",
                                     line},
                                    options_in(archive(), set_db));
  CHECK(run.err == "");
  return run.out;
}

}  // namespace

TEST_CASE("completed names: as typed, without accents, excluded, quoted and after an equals sign") {
  for (const char* shell : {"bash", "zsh"}) {
    if (!has_shell(shell)) continue;
    check(shell,
          {{"as typed", "searcher --org Bộ\\ Y\t", "searcher --org Bộ\\ Y\\ tế "},
           {"without accents", "searcher --org bo\\ y\t", "searcher --org Bộ\\ Y\\ tế "},
           {"after =", "searcher --org=Bộ\t", "searcher --org=Bộ\\ Y\\ tế "},
           {"quoted", "searcher --org 'Bộ Y\t", "searcher --org 'Bộ Y tế' "},
           {"in double quotes", "searcher --org \"Bộ Y\t", "searcher --org \"Bộ Y tế\" "},
           {"excluded", "searcher --org '!Trường\t", "searcher --org '!Trường Đại học Quy Nhơn' "},
           {"excluded, escaped", "searcher --org \\!Trường\t",
            "searcher --org \\!Trường\\ Đại\\ học\\ Quy\\ Nhơn "}});
  }
}

TEST_CASE("completed names: several that do not begin as typed are listed beside what is typed") {
  for (const char* shell : {"bash", "zsh"}) {
    if (!has_shell(shell)) continue;
    CAPTURE(shell);
    const ShellLine found = typed(shell, "searcher --person tran\t");
    CHECK(found.line == "searcher --person tran");
    CHECK(found.screen.find("Thị") != std::string::npos);
    CHECK(found.screen.find("Văn") != std::string::npos);
  }
}

TEST_CASE("completed names: those of the archive that --db names, and nothing typed is run") {
  const auto copied = [](const std::string& name) {
    fs::copy(archive().db(), archive().folder() + "/" + name,
             fs::copy_options::recursive | fs::copy_options::overwrite_existing);
  };
  copied("kho báo");
  for (const char* shell : {"bash", "zsh"}) {
    if (!has_shell(shell)) continue;
    check(
        shell,
        {{"at home", "searcher --db ~/db --org Bộ\t", "searcher --db ~/db --org Bộ\\ Y\\ tế "},
         {"quoted", "searcher --db \"kho báo\" --org Bộ\t",
          "searcher --db \"kho báo\" --org Bộ\\ Y\\ tế "},
         {"escaped", "searcher --db kho\\ báo --org Bộ\t",
          "searcher --db kho\\ báo --org Bộ\\ Y\\ tế "},
         {"after =", "searcher --db=db --org Bộ\t", "searcher --db=db --org Bộ\\ Y\\ tế "},
         {"a command", "searcher --db '$(touch ran)' --org Bộ\t",
          "searcher --db '$(touch ran)' --org Bộ"},
         {"a command, not quoted", "searcher --db $(touch ran) --org Bộ\t",
          "searcher --db $(touch ran) --org Bộ"},
         {"a command in a name", "searcher --org '$(touch ran)\t", "searcher --org '$(touch ran)"},
         {"in backquotes", "searcher --db `touch ran` --org Bộ\t",
          "searcher --db `touch ran` --org Bộ"}},
        false);
    CHECK_FALSE(fs::exists(archive().folder() + "/ran"));
  }
  if (has_shell("fish")) {
    for (const char* db : {"~/db", "\"kho báo\"", "kho\\ báo"}) {
      CAPTURE(db);
      CHECK(fish_offers("searcher --db " + std::string(db) + " --org Bộ", false) == "Bộ Y tế\t1\n");
    }
    CHECK(fish_offers("searcher --db=db --org Bộ", false) == "Bộ Y tế\t1\n");
    CHECK(fish_offers("searcher --db '$(touch ran)' --org Bộ", false) == "");
    CHECK(fish_offers("searcher --db (touch ran) --org '(touch ran)", false) == "");
    CHECK_FALSE(fs::exists(archive().folder() + "/ran"));
  }
}

TEST_CASE("completed names: kept searches and dossiers") {
  REQUIRE(archive().search({"họp", "--save", "bão"}).code == 0);
  REQUIRE(archive().search({"--keep", "đường sắt", "a1"}).code == 0);
  if (has_shell("zsh")) {
    check("zsh",
          {{"a search", "searcher --run \t", "searcher --run bão "},
           {"a dossier", "searcher --in \t", "searcher --in đường\\ sắt "},
           {"a search to forget", "searcher --forget b\t", "searcher --forget bão "},
           {"a dossier to forget", "searcher --forget duong\t", "searcher --forget đường\\ sắt "}});
  }
  if (has_shell("fish")) {
    CHECK(fish_offers("searcher --run ").starts_with("bão\t"));
    CHECK(fish_offers("searcher --forget ").ends_with("\nđường sắt\t1\n"));
    CHECK(fish_offers("searcher --in duong") == "duong sat\tđường sắt\n");
  }
}

TEST_CASE("completed names: fish offers names without accents by what they are with them") {
  if (!has_shell("fish")) return;
  CHECK(fish_offers("searcher --org Bộ") == "Bộ Y tế\t1\n");
  CHECK(fish_offers("searcher --org=Bộ") == "--org=Bộ Y tế\t1\n");
  CHECK(fish_offers("searcher --org 'Bộ Y") == "Bộ Y tế\t1\n");
  CHECK(fish_offers("searcher --org '!Trường") == "!Trường Đại học Quy Nhơn\t1\n");
  CHECK(fish_offers("searcher --org \\!truong") ==
        "!Truong Dai hoc Quy Nhon\tTrường Đại học Quy Nhơn\n");
  CHECK(fish_offers("searcher --person tran") ==
        "Tran Thi Ba\tTrần Thị Ba\nTran Van Hai\tTrần Văn Hai\n");
  CHECK(archive().search({"--person", "Tran Van Hai", "--count"}).out == "1\n");
}
