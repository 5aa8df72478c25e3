// Manuals and completions hold every option of the tables, and nothing that roff or a shell would take
// for its own.
#include "common/cli/manual/manual_page.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "common/cli/help.h"
#include "common/cli/manual/completions.h"
#include "common/cli/manual/markdown_page.h"
#include "common/cli/manual/roff.h"
#include "common/language/say.h"
#include "indexer/cli/command_options.h"
#include "searcher/cli/options.h"
#include "tests/support/grammar_page.h"

using namespace khobao;
using namespace khobao::cli::manual;

namespace {

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

// The part of `text` between two marks, the second one after the first.
std::string between(const std::string& text, const std::string& begin, const std::string& end) {
  const size_t at = text.find(begin);
  REQUIRE(at != std::string::npos);
  return text.substr(at, text.find(end, at + begin.size()) - at);
}

void check_all(const cli::CommandLine& line, Language language) {
  const std::string page = manual_page(line, language);
  const std::string bash = completions(line, "bash", language),
                    zsh = completions(line, "zsh", language),
                    fish = completions(line, "fish", language);
  std::vector<std::string> commands{""};
  if (!line.commands.empty()) commands.clear();
  for (const cli::Command& command : line.commands) commands.push_back(command.name);
  for (const std::string& command : commands) {
    CAPTURE(command);
    const std::string of_page =
        command.empty() ? page
                        : between(page, roff_subsection(cli::usage_shown(line, command, language)), "\n.SS ");
    const std::string of_bash = command.empty() ? bash : between(bash, "\n  " + command + ")", "\n  ;;");
    const std::string of_zsh = command.empty() ? zsh : between(zsh, "\n  " + command + ")", "\n    ;;");
    for (const cli::Option& option : line.options) {
      if (!option.taken_by(command)) continue;
      CAPTURE(option.name);
      CHECK(holds(of_page, roff(cli::names_shown(option, language))));
      CHECK(holds(of_page, roff(translated(option.help).in(language))));
      for (const std::string& name : option.names()) {
        CHECK((holds(of_bash, " " + name + " ") || holds(of_bash, "'" + name + " ") ||
               holds(of_bash, " " + name + "'")));
        CHECK((holds(of_zsh, name + "[") || holds(of_zsh, name + "=[")));
        CHECK(holds(fish, name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1)));
      }
      for (const std::string& choice : option.choices) {
        CHECK(holds(of_bash, choice));
        CHECK(holds(fish, choice));
      }
      if (!option.listed_by.empty()) {
        CHECK(holds(of_bash, option.name + ") _khobao_names " + option.listed_by + ";"));
        CHECK(holds(of_zsh, ": _khobao_names " + option.listed_by));
        CHECK(holds(fish, "(__khobao_names " + option.listed_by + ")"));
      }
    }
  }
}

}  // namespace

TEST_CASE("manual: the page and the completions hold what the tables hold") {
  searcher::Options searcher_options;
  indexer::Options indexer_options;
  for (const Language language : {Language::english, Language::vietnamese}) {
    check_all(searcher::command_line(searcher_options), language);
    check_all(indexer::command_line(indexer_options), language);
  }
}

TEST_CASE("manual: every field whose values can be listed completes its option") {
  searcher::Options options;
  const cli::CommandLine line = searcher::command_line(options);
  for (const archive::FieldRow& field : archive::kFields) {
    if (!field.listable || field.option.empty()) continue;
    CAPTURE(field.name);
    bool completed = false;
    for (const cli::Option& option : line.options) completed |= option.listed_by == field.name;
    CHECK(completed);
  }
}

TEST_CASE("manual: text is no request of roff") {
  CHECK(roff("a-b \\ 'c' `d`") == "a\\-b \\e \\(aqc\\(aq \\(gad\\(ga");
  CHECK(roff_line(".TH") == "\\&.TH\n");
  CHECK(roff_entry("--limit \"N\"", "hits") == ".TP\n.B \"\\-\\-limit \\(dqN\\(dq\"\nhits\n");
  CHECK(roff_verbatim("a\n\nb") == ".RS 4\n.nf\na\n\nb\n.fi\n.RE\n");
}

TEST_CASE("manual: a Markdown page becomes one") {
  const std::string page = markdown_page(
      "# Lúa\n\nThe **word** `lúa gạo`, see [rice](https://x.example/).\n\n## More\n\n- one\n\n"
      "| sign | meaning |\n|---|---|\n| `-` | not |\n\n```query\nlúa -gạo\n```\n",
      "lua", 7, "rice");
  CHECK(holds(page, ".TH LUA 7 "));
  CHECK(holds(page, ".SH NAME\nlua \\- rice\n.SH \"DESCRIPTION\"\n"));
  CHECK(holds(page, "The \\fBword\\fR \\fBlúa gạo\\fR, see rice.\n"));
  CHECK(holds(page, ".SH \"MORE\"\n.IP \\(bu 2\none\n"));
  CHECK(holds(page, ".TP\n\\fB\\-\\fR\nnot\n"));
  CHECK_FALSE(holds(page, "meaning"));
  CHECK(holds(page, ".nf\nlúa \\-gạo\n.fi\n"));
}

TEST_CASE("manual: the pages of the query language hold every example and field of the grammar") {
  const std::string english = test::grammar_page();
  std::ifstream file(std::filesystem::path(KHOBAO_TEST_GRAMMAR).replace_extension(".vi.md"));
  const std::string vietnamese(std::istreambuf_iterator<char>(file), {});
  const std::string pages[] = {
      markdown_page(english, "khobao-query", 7, "the language"),
      markdown_page(vietnamese, "khobao-query", 7, "ngôn ngữ", Language::vietnamese)};
  for (const std::string& page : pages) {
    for (const char* kind : {"query", "words"}) {
      for (const test::GrammarExample& example : test::grammar_examples(kind)) {
        CAPTURE(example.query);
        CHECK(holds(page, roff(example.query)));
        CHECK(holds(page, roff("=> " + example.tree)));
      }
    }
    for (const archive::FieldRow& field : archive::kFields)
      CHECK(holds(page, roff(std::string(field.name) + ":")));
  }
  CHECK(holds(pages[1], ".SH TÊN\n"));
  CHECK(holds(pages[1], ".SH \"MÔ TẢ\"\n"));
  CHECK(holds(pages[1], ".SH \"XEM THÊM\"\n"));
}
