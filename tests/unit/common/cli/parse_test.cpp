// One table of options feeds parsing and --help: values arrive where their rows say, the last value
// counts, and both programs' tables are complete and their examples true.
#include "common/cli/parse.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "common/cli/help.h"
#include "common/text/letters/utf8.h"
#include "indexer/cli/command_options.h"
#include "searcher/cli/options.h"

using namespace khobao;
using cli::CommandLine;

namespace {

struct Values {
  bool quiet = false;
  size_t limit = 10;
  std::string sort = "newest";
  std::optional<std::string> names;
  std::vector<std::string> facets, words;
};

CommandLine line_of(Values& values) {
  return {.program = "tìm",
          .summary = "Finds.",
          .commands = {},
          .options = {{.name = "WORD", .into = &values.words, .group = "Query", .help = "words"},
                      {.name = "--quiet",
                       .other_names = "-q,--silent",
                       .into = &values.quiet,
                       .group = "Output",
                       .help = "nothing"},
                      {.name = "--limit",
                       .other_names = "-n",
                       .value = "N",
                       .into = &values.limit,
                       .group = "Output",
                       .help = "hits to show",
                       .example = "tìm lúa -n 3"},
                      {.name = "--sort",
                       .choices = {"newest", "oldest"},
                       .into = &values.sort,
                       .group = "Output",
                       .help = "their order"},
                      {.name = "--names",
                       .value = "FILE",
                       .into = &values.names,
                       .group = "Query",
                       .help = "yours"},
                      {.name = "--facets",
                       .value = "FIELD,...",
                       .choices = {"org", "date"},
                       .into = &values.facets,
                       .comma_list = true,
                       .group = "Output",
                       .help = "count"}},
          .notes = [] { return Message("More.\n"); }};
}

std::string error_of(std::vector<std::string> arguments) {
  Values values;
  const auto parsed = cli::parse(line_of(values), arguments);
  return parsed ? "" : parsed.error().message;
}

// The arguments of an example as a shell splits them: single and double quotes, no more.
std::vector<std::string> split(std::string_view line) {
  std::vector<std::string> words{""};
  char quote = 0;
  for (const char c : line) {
    if (quote == 0 && c == ' ') {
      words.emplace_back();
    } else if (c == quote) {
      quote = 0;
    } else if (quote == 0 && (c == '\'' || c == '"')) {
      quote = c;
    } else {
      words.back() += c;
    }
  }
  return words;
}

void check_table(const CommandLine& line) {
  std::vector<std::string> commands{""};
  if (!line.commands.empty()) commands.clear();
  for (const cli::Command& command : line.commands) commands.push_back(command.name);
  for (const cli::Option& option : line.options) {
    CAPTURE(option.name);
    CHECK_FALSE(option.help.empty());
    CHECK_FALSE(option.group.empty());
    CHECK((option.flag() || option.positional() || !option.value_name().empty()));
    if (!option.example.empty()) {
      CAPTURE(option.example);
      auto words = split(option.example);
      REQUIRE(words[0] == line.program);
      words.erase(words.begin());
      const auto parsed = cli::parse(line, words);
      if (!parsed) FAIL_CHECK(parsed.error().message);
    }
    bool taken = false;
    for (const std::string& command : commands) {
      if (!option.taken_by(command)) continue;
      taken = true;
      const std::string help = cli::full_help_text(line, Language::english, command);
      CHECK(help.find(option.name) != std::string::npos);
      CHECK(help.find("\n" + option.group + ":\n") != std::string::npos);
    }
    CHECK(taken);
  }
}

}  // namespace

TEST_CASE("options: values arrive where their rows say") {
  Values values;
  const auto parsed = cli::parse(
      line_of(values), {"lúa", "-q", "-n", "3", "--sort", "oldest", "--facets", "org,date", "gạo",
                        "--facets=org", "--names", "", "--", "-xuất"});
  REQUIRE(parsed);
  CHECK(parsed->print == "");
  CHECK(values.quiet);
  CHECK(values.limit == 3);
  CHECK(values.sort == "oldest");
  CHECK(values.names == "");
  CHECK(values.facets == std::vector<std::string>{"org", "date", "org"});
  CHECK(values.words == std::vector<std::string>{"lúa", "gạo", "-xuất"});
}

TEST_CASE("options: of several values of one option the last one counts") {
  Values values;
  REQUIRE(cli::parse(line_of(values),
                     {"--limit", "3", "--sort", "oldest", "-n", "5", "--sort", "newest"}));
  CHECK(values.limit == 5);
  CHECK(values.sort == "newest");
}

TEST_CASE("options: defaults stay where nothing was typed") {
  Values values;
  REQUIRE(cli::parse(line_of(values), {}));
  CHECK(values.limit == 10);
  CHECK(values.sort == "newest");
  CHECK_FALSE(values.names);
}

TEST_CASE("options: values that are not taken are named") {
  CHECK(error_of({"--sort", "best"}) == "--sort 'best' is not one of newest, oldest");
  CHECK(error_of({"--facets", "org,place"}) == "--facets 'place' is not one of org, date");
  CHECK(error_of({"-n", "many"}) == "--limit 'many' is not a whole number from 0 to a billion");
  CHECK(error_of({"-n", "1000000001"}) ==
        "--limit '1000000001' is not a whole number from 0 to a billion");
  CHECK(error_of({"--limt", "3"}) == "unknown option '--limt'");
  CHECK(error_of({"--limit"}) != "");
}

TEST_CASE("options: --help-all is made from the table") {
  Values values;
  const auto parsed = cli::parse(line_of(values), {"--help-all"});
  REQUIRE(parsed);
  CHECK(parsed->print ==
        "Usage: tìm [OPTION]... [WORD]...\n"
        "Finds.\n"
        "\n"
        "Query:\n"
        "  WORD                        words\n"
        "  --names FILE                yours\n"
        "\n"
        "Output:\n"
        "  -q, --quiet, --silent       nothing\n"
        "  -n, --limit N               hits to show [10]\n"
        "  --sort newest|oldest        their order [newest]\n"
        "  --facets FIELD,...          count: org, date\n"
        "\n"
        "This program:\n"
        "  -h, --help                  print what is asked for most\n"
        "  --help-all                  print every option\n"
        "  --version                   print its version\n"
        "  --show-config               print every setting, its value, and where that\n"
        "                              comes from\n"
        "  --no-config                 read no file of settings\n"
        "  --generate man|bash|zsh|fish\n"
        "                              print the manual page, or what a shell completes\n"
        "                              arguments by\n"
        "\n"
        "Examples:\n"
        "  tìm lúa -n 3\n"
        "\n"
        "More.\n");
}

TEST_CASE("options: both programs' tables are complete, and their examples are true") {
  searcher::Options searcher_options;
  check_table(searcher::command_line(searcher_options));
  indexer::Options indexer_options;
  check_table(indexer::command_line(indexer_options));
}

TEST_CASE("options: --help is one screen, with three examples") {
  searcher::Options searcher_options;
  indexer::Options indexer_options;
  const CommandLine searcher = searcher::command_line(searcher_options);
  const CommandLine indexer = indexer::command_line(indexer_options);
  struct Case {
    const CommandLine& line;
    const char* command;
    bool three;
  };
  std::vector<Case> cases{{searcher, "", true}, {indexer, "", true}};
  for (const cli::Command& command : indexer.commands)
    cases.push_back({indexer, command.name.c_str(), command.name == "update"});
  for (const Case& c : cases) {
    for (const Language language : {Language::english, Language::vietnamese}) {
      const std::string help = cli::help_text(c.line, language, c.command);
      CAPTURE(help);
      CHECK(std::count(help.begin(), help.end(), '\n') <= 24);
    }
    const std::string help = cli::help_text(c.line, Language::english, c.command);
    CAPTURE(help);
    CHECK(std::count(help.begin(), help.end(), '\n') <= 24);
    CHECK(help.find("--help-all") != std::string::npos);
    CHECK(help.find("Exit status") != std::string::npos);
    const size_t examples = help.find("\nExamples:\n");
    if (!c.three) continue;
    REQUIRE(examples != std::string::npos);
    size_t count = 0;
    for (size_t at = help.find("\n  " + c.line.program, examples); at != std::string::npos;
         at = help.find("\n  " + c.line.program, at + 1))
      ++count;
    CHECK(count == 3);
  }
}

TEST_CASE("options: the help of a command shows examples of it, and they are true") {
  indexer::Options options;
  const CommandLine line = indexer::command_line(options);
  for (const cli::Command& command : line.commands) {
    CAPTURE(command.name);
    for (const std::string& help : {cli::help_text(line, Language::english, command.name),
                                    cli::full_help_text(line, Language::english, command.name)}) {
      const size_t examples = help.find("\nExamples:\n");
      if (examples == std::string::npos) continue;
      for (size_t at = help.find("\n  indexer", examples); at != std::string::npos;
           at = help.find("\n  indexer", at + 1)) {
        const std::string example = help.substr(at + 3, help.find('\n', at + 3) - at - 3);
        CAPTURE(example);
        auto words = split(example);
        CHECK(words[1] == command.name);
        words.erase(words.begin());
        const auto parsed = cli::parse(line, words);
        if (!parsed) FAIL_CHECK(parsed.error().message);
      }
    }
  }
  const std::string rebuild = cli::help_text(line, Language::english, "rebuild");
  CHECK(rebuild.find("\n  indexer rebuild --db ~/archive ~/articles\n") != std::string::npos);
}

TEST_CASE("options: --help of both programs fits 80 columns") {
  searcher::Options searcher_options;
  indexer::Options indexer_options;
  const CommandLine indexer = indexer::command_line(indexer_options);
  const CommandLine searcher = searcher::command_line(searcher_options);
  std::string help;
  for (const Language language : {Language::english, Language::vietnamese}) {
    help += cli::help_text(searcher, language) + cli::help_text(indexer, language);
    for (const cli::Command& command : indexer.commands)
      help += cli::help_text(indexer, language, command.name);
    help += cli::full_help_text(searcher, language) + cli::full_help_text(indexer, language);
  }
  size_t begin = 0;
  while (begin < help.size()) {
    const size_t end = help.find('\n', begin);
    const std::string line = help.substr(begin, end - begin);
    CAPTURE(line);
    CHECK(text::display_columns(line) <= 80);
    begin = end + 1;
  }
}

TEST_CASE("options: sizes") {
  struct Case {
    const char* text;
    std::optional<size_t> want;
  };
  for (const Case& c :
       {Case{"700", 700}, Case{"2K", 2048}, Case{"16m", 16u << 20}, Case{"1G", 1u << 30},
        Case{"", {}}, Case{"M", {}}, Case{"1T", {}}, Case{"1MB", {}}, Case{"-1", {}}}) {
    CAPTURE(c.text);
    CHECK(cli::parse_size(c.text) == c.want);
  }
}
