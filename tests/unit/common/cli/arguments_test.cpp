// Options, words and words to leave out are told apart as people type them.
#include "common/cli/arguments.h"

#include <doctest/doctest.h>

using namespace khobao;

namespace {

struct Values {
  bool list = false, null = false, quiet = false;
  size_t limit = 0;
  std::string format, db;
  std::vector<std::string> words;
};

cli::CommandLine line_of(Values& values) {
  return {.program = "tìm",
          .summary = "Finds.",
          .commands = {},
          .options = {{.name = "WORD", .into = &values.words, .group = "Q", .help = "words"},
                      {.name = "--limit",
                       .other_names = "-n",
                       .value = "N",
                       .into = &values.limit,
                       .group = "Q",
                       .help = "hits"},
                      {.name = "--format",
                       .choices = {"text", "json"},
                       .into = &values.format,
                       .group = "Q",
                       .help = "form"},
                      {.name = "-l", .into = &values.list, .group = "Q", .help = "paths"},
                      {.name = "-0", .into = &values.null, .group = "Q", .help = "paths"}},
          .notes = nullptr};
}

cli::CommandLine commands_of(Values& values) {
  return {.program = "xếp",
          .summary = "Keeps.",
          .commands = {{"update", "bring up to date"}, {"status", "say"}},
          .options = {{.name = "PATH",
                       .into = &values.words,
                       .group = "Q",
                       .commands = "update",
                       .help = "what to read"},
                      {.name = "--db", .value = "DB", .into = &values.db, .group = "Q", .help = "it"},
                      {.name = "--quiet",
                       .other_names = "-q",
                       .into = &values.quiet,
                       .group = "Q",
                       .commands = "update",
                       .help = "no words"}},
          .notes = nullptr};
}

std::string joined(const std::vector<std::string>& parts) {
  std::string all;
  for (const std::string& part : parts) all += (all.empty() ? "" : "|") + part;
  return all;
}

}  // namespace

TEST_CASE("arguments: one dash excludes a word unless it is a short option exactly") {
  struct Case {
    std::vector<std::string> typed;
    std::string options, words;
  };
  for (const Case& c : {
           Case{{"gạo", "-hàng"}, "", "gạo|-hàng"},
           Case{{"-nước", "gạo"}, "", "-nước|gạo"},
           Case{{"-nuoc"}, "", "-nuoc"},
           Case{{"-lũ", "-n", "5"}, "-n|5", "-lũ"},
           Case{{"-n5", "-l"}, "-n|5|-l", ""},
           Case{{"-n", "năm"}, "-n|năm", ""},
           Case{{"-l0", "-là"}, "-l|-0", "-là"},
           Case{{"-covid-19"}, "", "-covid-19"},
           Case{{"-", "gạo"}, "", "-|gạo"},
           Case{{"--limit=5", "--", "--limit", "-n"}, "--limit|5", "--limit|-n"},
           Case{{"--limit", "-1"}, "--limit|-1", ""},
           Case{{"\u2014limit", "5"}, "--limit|5", ""},
           Case{{"\u2013\u2013format=json"}, "--format|json", ""},
           Case{{"\u2013l", "\u2013n5"}, "-l|-n|5", ""},
           Case{{"gạo", "\u2013hàng", "\u2014", "lúa"}, "", "gạo|\u2013hàng|\u2014|lúa"},
           Case{{"\u2014=ba", "\u2014="}, "", "\u2014=ba|\u2014="},
       }) {
    CAPTURE(joined(c.typed));
    Values values;
    const auto apart = cli::told_apart(line_of(values), c.typed);
    REQUIRE(apart);
    CHECK(joined(apart->options) == c.options);
    CHECK(joined(apart->words) == c.words);
  }
}

TEST_CASE("arguments: an excluded word that is an option's name is told") {
  Values values;
  const auto apart = cli::told_apart(line_of(values), {"gạo", "-limit", "5"});
  REQUIRE(apart);
  REQUIRE(apart->notes.size() == 1);
  CHECK(apart->notes[0] == "'-limit' leaves out the word 'limit'; the option is --limit");
  CHECK(apart->notes[0].in(Language::vietnamese) == "'-limit' loại bỏ từ 'limit'; tùy chọn là --limit");
}

TEST_CASE("arguments: what is no option, command or place for a word is named with what is") {
  struct Case {
    std::vector<std::string> typed;
    std::string message, hint;
  };
  Values values;
  for (const Case& c : {
           Case{{"--limt", "5"}, "unknown option '--limt'",
                "did you mean --limit? see 'tìm --help'"},
           Case{{"--xyzzy"}, "unknown option '--xyzzy'", "see 'tìm --help'"},
           Case{{"\u2014limt", "5"}, "unknown option '--limt'",
                "did you mean --limit? see 'tìm --help'"},
           Case{{"--limit"}, "--limit needs a value: --limit N", "see 'tìm --help'"},
       }) {
    CAPTURE(joined(c.typed));
    const auto apart = cli::told_apart(line_of(values), c.typed);
    REQUIRE_FALSE(apart);
    CHECK(apart.error().message == c.message);
    CHECK(apart.error().hint == c.hint);
  }
  for (const Case& c : {
           Case{{"list"}, "no command 'list'; commands: update, status", "see 'xếp --help'"},
           Case{{"udpate"}, "no command 'udpate'; commands: update, status",
                "did you mean update? see 'xếp --help'"},
           Case{{}, "no command was given; commands: update, status", "see 'xếp --help'"},
           Case{{"status", "DB"}, "'xếp status' takes no 'DB'",
                "the index goes after --db: xếp status --db DB"},
           Case{{"status", "--quiet"}, "'xếp status' takes no --quiet",
                "--quiet is an option of update"},
           Case{{"update", "-x"}, "unknown option '-x'", "see 'xếp --help'"},
           Case{{"update", "--quiet=5"}, "--quiet takes no value, but got '5'",
                "leave out what stands after --quiet"},
       }) {
    CAPTURE(joined(c.typed));
    const auto apart = cli::told_apart(commands_of(values), c.typed);
    REQUIRE_FALSE(apart);
    CHECK(apart.error().message == c.message);
    CHECK(apart.error().hint == c.hint);
  }
}

TEST_CASE("arguments: options may stand in front of the command, and help may be asked as git's") {
  Values values;
  const auto before = cli::told_apart(commands_of(values), {"--db", "kho", "update", "bài"});
  REQUIRE(before);
  CHECK(before->command == "update");
  CHECK(joined(before->options) == "--db|kho");
  CHECK(joined(before->words) == "bài");
  const auto help = cli::told_apart(commands_of(values), {"help", "status"});
  REQUIRE(help);
  CHECK(help->help);
  CHECK(help->command == "status");
}
