// The searcher in a terminal: "script" (of Debian's essential package bsdutils) gives it one.
#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>

#include "common/text/letters/utf8.h"
#include "searcher/cli/terminal/next_page.h"
#include "tests/support/known_articles.h"
#include "tests/support/program.h"
#include "tests/support/temp_dir.h"

using namespace khobao;
using namespace khobao::test;

namespace {

// Runs the commands in one terminal of 80 columns and 24 rows; returns what it showed.
std::vector<std::string> terminal(const std::string& commands, const std::string& folder,
                                  std::vector<std::string> environment = {}) {
  environment.insert(environment.end(),
                     {"COLUMNS=80", "LINES=24", "TERM=xterm-256color", "PAGER=cat",
                      "KHOBAO_DB=" + known_archive().db(), "XDG_STATE_HOME=" + folder});
  const CliResult run = run_program("/usr/bin/script", {"-qec", commands, "/dev/null"},
                                    {.input = {}, .folder = folder, .environment = environment});
  std::vector<std::string> lines;
  std::istringstream in(run.out);
  for (std::string line; std::getline(in, line);) {
    if (line.ends_with('\r')) line.pop_back();
    lines.push_back(line);
  }
  return lines;
}

std::string typed(const std::string& arguments) {
  return searcher::shell_quoted(KHOBAO_TEST_SEARCHER) + " --color never " + arguments;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string all;
  for (const std::string& line : lines) all += line + '\n';
  return all;
}

}  // namespace

TEST_CASE("terminal: an answer is a page, with the commands for what comes next") {
  const TempDir folder;
  const auto lines = terminal(typed("hội nghị --limit 2"), folder.path());
  const std::string all = joined(lines);
  INFO(all);
  for (const std::string& line : lines) CHECK(text::display_columns(line) <= 80);
  CHECK(std::count(lines.begin(), lines.end(), "") == 0);
  CHECK(all.find(" 1  ") != std::string::npos);
  CHECK(all.find("--limit 2 --offset 2") != std::string::npos);
  CHECK(all.find("--show '#1'") != std::string::npos);
}

TEST_CASE("terminal: a hit is opened by its number, in this terminal only") {
  const TempDir folder;
  const std::string all =
      joined(terminal(typed("lúa gạo --limit 3") + "; " + typed("--show '#1'"), folder.path()));
  INFO(all);
  CHECK(all.find("id         gao") != std::string::npos);
  const std::string other = joined(terminal(typed("--show '#1'"), folder.path()));
  CHECK(other.find("no numbered answer to open") != std::string::npos);
  const std::string counted =
      joined(terminal(typed("lúa gạo --limit 3") + "; " + typed("lúa --facets org --limit 0") +
                          "; " + typed("--show '#1'"),
                      folder.path()));
  CHECK(counted.find("id         gao") != std::string::npos);
  const TempDir none;
  const std::string unkept =
      joined(terminal(typed("--no-history lúa gạo") + "; " + typed("--show '#1'"), none.path()));
  CHECK(unkept.find("no numbered answer to open") != std::string::npos);
}

TEST_CASE("terminal: a page is in the language asked for, and text in a pipe in English") {
  const TempDir folder;
  const std::string page = joined(terminal(typed("--lang vi lúa gạo --limit 1"), folder.path()));
  INFO(page);
  CHECK(page.find(" bài khớp") != std::string::npos);
  CHECK(page.find("mở bài: searcher --show '#1'") != std::string::npos);
  CHECK(known_archive().search({"--lang", "vi", "lúa gạo"}).out.find("articles match") !=
        std::string::npos);
  const std::string shown = joined(terminal(typed("--lang vi --show gao"), folder.path()));
  CHECK(shown.find("đường dẫn  ") != std::string::npos);
  CHECK(shown.find("mã bài     gao") != std::string::npos);
}

TEST_CASE("terminal: --explain speaks the language asked for, and in a pipe English") {
  const TempDir folder;
  const std::string page =
      joined(terminal(typed("--lang vi --explain lúa gạo --limit 1"), folder.path()));
  INFO(page);
  for (const char* label : {"từ đã tách  ", "cây câu tìm ", "phương án   ", "phải khớp   "})
    CHECK(page.find(label) != std::string::npos);
  const size_t score = page.find("điểm ");
  REQUIRE(score != std::string::npos);
  const std::string line = page.substr(score, page.find('\n', score) - score);
  CHECK(line.find(',') != std::string::npos);
  CHECK(line.find('.') == std::string::npos);
  const std::string piped = known_archive().search({"--lang", "vi", "--explain", "lúa gạo"}).out;
  for (const char* label : {"tokens      ", "tree        ", "plan        ", "match       ", "score "})
    CHECK(piped.find(label) != std::string::npos);
}

TEST_CASE("terminal: the next page of what is like a hit names it by its id, not by its number") {
  const TempDir folder;
  const std::string all = joined(terminal(
      typed("lúa gạo --limit 1") + "; " + typed("--similar '#1' --limit 1"), folder.path()));
  INFO(all);
  CHECK(all.find("--similar gao --limit 1 --offset 1") != std::string::npos);
}

TEST_CASE("terminal: an article is wrapped for the pane in which fzf previews it, and only there") {
  const auto shown = [](const char* columns) {
    return run_program(KHOBAO_TEST_SEARCHER, {"--db", known_archive().db(), "--show", "gao"},
                       {.input = {},
                        .folder = known_archive().folder(),
                        .environment = {std::string("FZF_PREVIEW_COLUMNS=") + columns}})
        .out;
  };
  std::istringstream lines(shown("40"));
  size_t widest = 0;
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with("path ")) widest = std::max(widest, text::display_columns(line));
  }
  CHECK(widest <= 40);
  CHECK(widest > 30);
  CHECK(shown("") == known_archive().search({"--show", "gao"}).out);
}

TEST_CASE("terminal: what is longer than the window goes through the pager, unless it must not") {
  const TempDir folder;
  const auto run = [&](const std::string& arguments) {
    return joined(terminal("PAGER='sed s/^/paged:/' LINES=3 " + typed(arguments), folder.path()));
  };
  CHECK(run("hội nghị").starts_with("paged:"));
  CHECK(run("--no-pager hội nghị").find("paged:") == std::string::npos);
  CHECK(run("--count hội nghị").find("paged:") == std::string::npos);
  CHECK(run("--list org").starts_with("paged:"));
  CHECK(run("--list org --no-pager").find("paged:") == std::string::npos);
}
