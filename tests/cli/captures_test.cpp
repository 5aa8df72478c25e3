// Screens as people see them, kept as golden files: results, an article, facets, a timeline, help
// and errors, at three widths, with colour and without, on a dumb terminal and on one that knows
// UTF-8. KHOBAO_UPDATE_GOLDEN=1 rewrites them; read the difference as a user would.
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <regex>
#include <sstream>

#include "common/text/letters/utf8.h"
#include "searcher/cli/terminal/next_page.h"
#include "tests/support/known_articles.h"
#include "tests/support/program.h"
#include "tests/support/temp_dir.h"

using namespace khobao;
using namespace khobao::test;

namespace {

struct Screen {
  const char* name;
  const char* program;
  std::vector<std::string> arguments;
  // What is done before with the same settings, not shown.
  std::vector<std::vector<std::string>> before = {};
};

// Times, folders and the carriage returns of terminals differ from run to run.
std::string settled(std::string text, const std::string& folder) {
  std::erase(text, '\r');
  for (size_t at = text.find(folder); at != std::string::npos; at = text.find(folder))
    text.replace(at, folder.size(), "/kho");
  text = std::regex_replace(text, std::regex("[0-9]+(\\.[0-9]+)? ms"), "N ms");
  text = std::regex_replace(text, std::regex("(saved|run|run of) [0-9-]{10} [0-9:]{5}"),
                            "$1 YYYY-MM-DD HH:MM");
  text = std::regex_replace(text, std::regex("kept [0-9-]{10}"), "kept YYYY-MM-DD");
  text = std::regex_replace(text, std::regex("(lưu|nhất|chạy) [0-9/]{10} [0-9:]{5}"),
                            "$1 DD/MM/YYYY HH:MM");
  text = std::regex_replace(text, std::regex("lưu [0-9/]{10}"), "lưu DD/MM/YYYY");
  text = std::regex_replace(text, std::regex("[0-9/]{10} [0-9:]{5,8} UTC"), "DD/MM/YYYY HH:MM UTC");
  text = std::regex_replace(text, std::regex("[0-9]+,[0-9] (MB|giây)"), "N $1");
  text = std::regex_replace(text, std::regex("khobao-test-[A-Za-z0-9]+"), "kho");
  return text;
}

std::string captured(const Screen& screen, size_t columns, bool color, bool dumb,
                     const std::string& locale = "LC_ALL=C.UTF-8") {
  const TempDir state;
  const std::string program =
      std::string(screen.program) == "indexer" ? KHOBAO_TEST_INDEXER : KHOBAO_TEST_SEARCHER;
  const std::vector<std::string> environment = {
      "COLUMNS=" + std::to_string(columns),
      "LINES=60",
      "PAGER=cat",
      std::string("TERM=") + (dumb ? "dumb" : "xterm-256color"),
      color ? "KHOBAO_LINKS=1" : "NO_COLOR=1",
      "KHOBAO_DB=" + known_archive().db(),
      "XDG_STATE_HOME=" + state.path(),
      "XDG_CONFIG_HOME=" + state.path(), locale};
  for (const std::vector<std::string>& arguments : screen.before) {
    const CliResult done =
        run_program(program, arguments,
                    {.input = {}, .folder = known_archive().folder(), .environment = environment});
    CHECK(done.code == 0);
  }
  std::string line = searcher::shell_quoted(program);
  if (std::string(screen.program) == "searcher" && color) line += " --color always";
  for (const std::string& argument : screen.arguments)
    line += ' ' + searcher::shell_quoted(argument);
  const CliResult run =
      run_program("/usr/bin/script", {"-qec", line, "/dev/null"},
                  {.input = {}, .folder = known_archive().folder(), .environment = environment});
  return settled(run.out, known_archive().folder());
}

const std::vector<Screen>& screens() {
  static const std::vector<Screen> all = {
      {"results", "searcher", {"cầu", "--limit", "5"}},
      {"results with partial hits", "searcher", {"lúa gạo sông", "--limit", "5"}},
      {"no match", "searcher", {"xyzzy cầu"}},
      {"undated ones left out", "searcher", {"cầu", "--from", "2022", "--limit", "1"}},
      {"read otherwise", "searcher", {"lua gao", "--limit", "1"}},
      {"explained", "searcher", {"lua gao", "--limit", "1", "--explain"}},
      {"small operators", "searcher", {"gạo or cầu", "--limit", "1"}},
      {"like an article", "searcher", {"--similar", "gao", "--limit", "2"}},
      {"facets", "searcher", {"cầu", "--limit", "0", "--facets", "date:month,source"}},
      {"timeline", "searcher", {"cầu", "--timeline", "--facets", "date:year"}},
      {"a comparison",
       "searcher",
       {"cầu", "--timeline", "--compare", "lúa gạo", "--per-mille", "--facets", "date:year"}},
      {"a table", "searcher", {"cầu", "--table", "source,date:month"}},
      {"a story", "searcher", {"--story", "cau"}},
      {"kept searches",
       "searcher",
       {"--saved"},
       {{"cầu", "--from", "tháng trước", "--save", "cầu mới"},
        {"lúa gạo", "--save", "gạo"},
        {"--run", "gạo"}}},
      {"a kept search",
       "searcher",
       {"--run", "gạo", "--since-last"},
       {{"lúa gạo", "--save", "gạo"}}},
      {"a dossier",
       "searcher",
       {"--keep", "hồ sơ", "--list"},
       {{"--keep", "hồ sơ", "cau", "--note", "hỏi lại ngày khánh thành"},
        {"--keep", "hồ sơ", "gao"}}},
      {"a search in a dossier", "searcher", {"cầu", "--in", "hồ sơ"}, {{"--keep", "hồ sơ", "cau"}}},
      {"no such search", "searcher", {"--run", "gao"}, {{"lúa gạo", "--save", "gạo"}}},
      {"facets of names",
       "searcher",
       {"hội nghị", "--facets", "org,person,place,section,author,doc", "--limit", "0"}},
      {"an article", "searcher", {"--show", "cau", "cầu bến lội"}},
      {"a citation", "searcher", {"--show", "cau", "--cite", "nghị trình"}},
      {"a list", "searcher", {"--list", "source"}},
      {"a mistyped option", "searcher", {"cầu", "--limt", "5"}},
      {"a mistyped value", "searcher", {"cầu", "--sort", "newst"}},
      {"no number", "searcher", {"cầu", "--limit", "five"}},
      {"a mistyped name", "searcher", {"cầu", "--source", "báo sông con"}},
      {"no index", "searcher", {"--db", "/nowhere", "cầu"}},
      {"a bad date", "searcher", {"cầu", "--from", "2020-13"}},
      {"a bad query", "searcher", {"cầu org:\"không có\""}},
      {"no command", "indexer", {"list"}},
      {"a mistyped command", "indexer", {"updat", "--db", "db"}},
      {"an index in the wrong place", "indexer", {"status", "DB"}},
  };
  return all;
}

}  // namespace

TEST_CASE("captures: every screen is as its golden file has it") {
  const std::filesystem::path folder = std::filesystem::path(KHOBAO_TEST_GOLDEN) / "screens";
  const bool update = std::getenv("KHOBAO_UPDATE_GOLDEN") != nullptr;
  struct Terminal {
    const char* name;
    size_t columns;
    bool color, dumb;
  };
  for (const Terminal& terminal :
       {Terminal{"80", 80, false, false}, Terminal{"120", 120, false, false},
        Terminal{"200", 200, false, false}, Terminal{"80-colour", 80, true, false},
        Terminal{"120-colour", 120, true, false}, Terminal{"200-colour", 200, true, false},
        Terminal{"80-dumb", 80, false, true}}) {
    CAPTURE(terminal.name);
    std::string all;
    for (const Screen& screen : screens()) {
      const std::string text = captured(screen, terminal.columns, terminal.color, terminal.dumb);
      all += std::string("==== ") + screen.name + "\n" + text;
      if (terminal.dumb) CHECK(text.find('\033') == std::string::npos);
      if (terminal.color) continue;
      std::istringstream lines(text);
      for (std::string line; std::getline(lines, line);) {
        CAPTURE(line);
        // Paths of articles, citations and messages of errors are not cut.
        const bool whole = line.starts_with("path ") || line.starts_with("“") ||
                           line.starts_with("hint: ") ||
                           line.find(": error: ") != std::string::npos;
        CHECK((whole || text::display_columns(line) <= terminal.columns));
      }
    }
    const std::string file = folder / (std::string(terminal.name) + ".txt");
    if (update) {
      std::filesystem::create_directories(folder);
      write_file(file, all);
    }
    CHECK(all == read_file(file));
  }
}

TEST_CASE("captures: in Vietnamese, as a locale or --lang asks") {
  const std::vector<Screen> all = {
      {"kết quả", "searcher", {"cầu", "--limit", "3"}},
      {"kết quả --lang vi", "searcher", {"lua gao", "--limit", "1", "--lang", "vi"}},
      {"không có", "searcher", {"xyzzy cầu"}},
      {"một bài", "searcher", {"--show", "cau"}},
      {"số đếm", "searcher", {"cầu", "--limit", "0", "--facets", "date:month,source"}},
      {"trợ giúp", "searcher", {"--help"}},
      {"trợ giúp của lệnh", "indexer", {"hide", "--help"}},
      {"tình trạng", "indexer", {"status"}},
      {"kiểm tra", "indexer", {"verify"}},
      {"lượt tìm đã lưu",
       "searcher",
       {"--saved"},
       {{"cầu", "--from", "tháng trước", "--save", "cầu mới"},
        {"lúa gạo", "--save", "gạo"},
        {"--run", "gạo"}}},
      {"hồ sơ",
       "searcher",
       {"--keep", "hồ sơ", "--list"},
       {{"--keep", "hồ sơ", "cau", "--note", "hỏi lại ngày khánh thành"}}},
      {"điểm của kết quả", "searcher", {"--explain", "lúa gạo", "--limit", "1"}},
      {"gõ sai tùy chọn", "searcher", {"cầu", "--limt", "5"}},
      {"gõ sai giá trị", "searcher", {"cầu", "--sort", "newst"}},
      {"ngày sai", "searcher", {"cầu", "--from", "2020-13"}},
      {"câu tìm sai", "searcher", {"cầu titel:lúa (gạo"}},
      {"không có chỉ mục", "searcher", {"--db", "/nowhere", "cầu"}},
      {"không có lệnh", "indexer", {"updat", "--db", "db"}},
  };
  std::string text;
  for (const Screen& screen : all) {
    const bool by_option = std::string(screen.name).find("--lang") != std::string::npos;
    text += std::string("==== ") + screen.name + "\n" +
            captured(screen, 80, false, false, by_option ? "LC_ALL=C" : "LANG=vi_VN.UTF-8");
  }
  const std::string file = std::filesystem::path(KHOBAO_TEST_GOLDEN) / "screens" / "80-vi.txt";
  if (std::getenv("KHOBAO_UPDATE_GOLDEN") != nullptr) write_file(file, text);
  CHECK(text == read_file(file));
}

TEST_CASE("captures: text in a pipe, JSON and tables are the same in both languages") {
  const std::vector<Screen> all = {
      {"", "searcher", {"cầu", "--limit", "2"}},
      {"", "searcher", {"lua gao", "--format", "json"}},
      {"", "searcher", {"cầu titel:x", "--format", "json"}},
      {"", "searcher", {"cầu", "--format", "csv"}},
      {"", "searcher", {"cầu", "--format", "tsv"}},
      {"", "searcher", {"--show", "cau"}},
      {"", "searcher", {"--list", "org"}},
      {"", "searcher", {"xyzzy"}},
      {"", "indexer", {"status"}},
      {"", "indexer", {"status", "--format", "json"}},
      {"", "indexer", {"verify"}},
  };
  for (const Screen& screen : all) {
    std::string line = screen.program;
    for (const std::string& argument : screen.arguments) line += " " + argument;
    CAPTURE(line);
    std::string out[2];
    int code[2];
    for (const bool vietnamese : {false, true}) {
      const std::string program =
          std::string(screen.program) == "indexer" ? KHOBAO_TEST_INDEXER : KHOBAO_TEST_SEARCHER;
      const CliResult run = run_program(
          program, screen.arguments,
          {.input = {},
           .folder = known_archive().folder(),
           .environment = {"KHOBAO_DB=" + known_archive().db(),
                           vietnamese ? "LANG=vi_VN.UTF-8" : "LANG=en_US.UTF-8"}});
      out[vietnamese] = std::regex_replace(settled(run.out, known_archive().folder()),
                                           std::regex("\"took_ms\": ?[0-9.]+"), "");
      code[vietnamese] = run.code;
    }
    CHECK(out[0] == out[1]);
    CHECK(code[0] == code[1]);
  }
}

TEST_CASE("captures: help of both programs") {
  const std::filesystem::path folder = std::filesystem::path(KHOBAO_TEST_GOLDEN) / "screens";
  for (const char* program : {"searcher", "indexer"}) {
    const CliResult run = run_cli(program, {"--help"}, known_archive().folder());
    const std::string file = folder / (std::string("help-") + program + ".txt");
    const std::string text = settled(run.out, known_archive().folder());
    if (std::getenv("KHOBAO_UPDATE_GOLDEN") != nullptr) write_file(file, text);
    CHECK(text == read_file(file));
  }
}
