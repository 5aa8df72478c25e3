// The file of settings stands above the defaults, the environment above the file, and what is typed
// above both; what means nothing is named with its line.
#include "common/cli/settings/settings_file.h"

#include <doctest/doctest.h>

#include <map>
#include <sstream>

#include "common/cli/parse.h"
#include "common/cli/settings/language.h"
#include "tests/support/temp_dir.h"

using namespace khobao;

namespace {

struct Values {
  std::string db = "default.db", sort = "newest";
  size_t limit = 10;
  bool quiet = false, count = false;
  std::vector<std::string> facets;
};

cli::CommandLine line_of(Values& v) {
  return {.program = "searcher",
          .summary = "Finds.",
          .commands = {},
          .options = {
              {.name = "--db", .value = "FOLDER", .into = &v.db, .group = "Q", .help = "it", .setting = true},
              {.name = "--sort",
               .choices = {"newest", "oldest"},
               .into = &v.sort,
               .group = "Q",
               .help = "order",
               .setting = true},
              {.name = "--limit", .value = "N", .into = &v.limit, .group = "Q", .help = "hits", .setting = true},
              {.name = "--no-words", .into = &v.quiet, .group = "Q", .help = "none", .setting = true},
              {.name = "--count", .into = &v.count, .group = "Q", .help = "number"},
              {.name = "--facets",
               .value = "FIELD,...",
               .choices = {"org", "date"},
               .into = &v.facets,
               .comma_list = true,
               .group = "Q",
               .help = "counts",
               .setting = true}}};
}

struct World {
  test::TempDir folder;
  std::map<std::string, std::string> variables;
  std::istringstream in;
  std::ostringstream out, err;

  cli::Environment environment() {
    return {.in = in, .out = out, .err = err, .variable = [this](const char* name) {
              const auto found = variables.find(name);
              return found == variables.end() ? nullptr : found->second.c_str();
            }};
  }

  void write(const std::string& text) {
    test::write_file(folder.path() + "/config", text);
    variables["KHOBAO_CONFIG"] = folder.path() + "/config";
  }
};

std::string error_of(const std::string& file, const std::map<std::string, std::string>& more = {}) {
  World world;
  world.write(file);
  world.variables.insert(more.begin(), more.end());
  Values values;
  const cli::Environment environment = world.environment();
  const auto parsed = cli::parse(line_of(values), {}, &environment);
  if (parsed) return "";
  CHECK(parsed.error().code == ErrorCode::usage);
  std::string message = parsed.error().message;
  const std::string folder = world.folder.path();
  for (size_t at = message.find(folder); at != std::string::npos; at = message.find(folder))
    message.replace(at, folder.size() + 1, "");
  return message;
}

}  // namespace

TEST_CASE("settings: file, environment and what is typed count in this order") {
  World world;
  world.write(
      "# both programs\n"
      "db = ~/archive   # a folder\n"
      "\n"
      "[searcher]\n"
      "sort=oldest\n"
      "limit = 20\n"
      "no-words = yes\r\n"
      "facets = org, date\n"
      "[indexer]\n"
      "memory = 1G\n");
  world.variables["HOME"] = "/home/lan";
  world.variables["KHOBAO_LIMIT"] = "30";
  world.variables["KHOBAO_SORT"] = "";
  const cli::Environment environment = world.environment();
  Values values;
  REQUIRE(cli::parse(line_of(values), {"--facets", "date"}, &environment));
  CHECK(values.db == "/home/lan/archive");
  CHECK(values.sort == "oldest");
  CHECK(values.limit == 30);
  CHECK(values.quiet);
  CHECK(values.facets == std::vector<std::string>{"date"});

  world.variables["KHOBAO_NO_WORDS"] = "no";
  Values other;
  const auto shown = cli::parse(line_of(other), {"--limit", "5", "--show-config"}, &environment);
  REQUIRE(shown);
  std::string text = shown->print;
  const std::string folder = world.folder.path();
  for (size_t at = text.find(folder); at != std::string::npos; at = text.find(folder))
    text.replace(at, folder.size() + 1, "");
  CHECK(text ==
        "# file of settings: config\n"
        "db = /home/lan/archive                    # config:2\n"
        "sort = oldest                             # config:5\n"
        "limit = 5                                 # the command line\n"
        "no-words = no                             # $KHOBAO_NO_WORDS\n"
        "facets = org,date                         # config:8\n");
}

TEST_CASE("settings: a file that is named must be there, and one that never ends is refused") {
  World world;
  Values values;
  const cli::Environment environment = world.environment();
  world.variables["KHOBAO_CONFIG"] = world.folder.path() + "/none";
  const auto missing = cli::parse(line_of(values), {}, &environment);
  REQUIRE_FALSE(missing);
  CHECK(missing.error().code == ErrorCode::input);
  CHECK(missing.error().message ==
        "cannot read '" + world.folder.path() + "/none': No such file or directory");
  CHECK(cli::parse(line_of(values), {"--no-config"}, &environment));
  world.variables["KHOBAO_CONFIG"] = "/dev/null";
  CHECK(cli::parse(line_of(values), {}, &environment));
  world.variables["KHOBAO_CONFIG"] = "/dev/zero";
  const auto endless = cli::parse(line_of(values), {}, &environment);
  REQUIRE_FALSE(endless);
  CHECK(endless.error().message ==
        "/dev/zero: is no file of settings: it is longer than a megabyte");
  CHECK(cli::language_wanted("searcher", {}, environment) == Language::english);
}

TEST_CASE("settings: what is quoted of a long line is its beginning") {
  const std::string error = error_of(std::string(500'000, 'x') + "\n");
  CHECK(error == "config:1: '" + std::string(100, 'x') + "…' is no line such as 'limit = 20'");
  CHECK(error_of("[searcher]\nsort = " + std::string(500'000, 'x') + "\n").size() < 200);
}

TEST_CASE("settings: the language is shown with the variable of the locale that says it") {
  std::string lang;
  const cli::CommandLine line{.program = "searcher",
                              .summary = "Finds.",
                              .commands = {},
                              .options = {{.name = "--lang",
                                           .choices = {"vi", "en"},
                                           .into = &lang,
                                           .group = "Q",
                                           .help = "it",
                                           .setting = true}}};
  struct Case {
    const char* name;
    std::map<std::string, std::string> variables;
    const char* shown;
    const char* from;
  };
  for (const Case& c : {Case{"none", {}, "en", "default"},
                        Case{"LANG", {{"LANG", "vi_VN.UTF-8"}}, "vi", "$LANG"},
                        Case{"LC_MESSAGES", {{"LC_MESSAGES", "C"}, {"LANG", "vi_VN"}}, "en", "$LC_MESSAGES"},
                        Case{"LC_ALL", {{"LC_ALL", "vi"}, {"LANG", "C"}}, "vi", "$LC_ALL"},
                        Case{"another language", {{"LANG", "fr_FR"}}, "en", "default"},
                        Case{"a setting", {{"LANG", "vi_VN"}, {"KHOBAO_LANG", "en"}}, "en", "$KHOBAO_LANG"}}) {
    CAPTURE(c.name);
    World world;
    world.variables = c.variables;
    const cli::Environment environment = world.environment();
    const auto parsed = cli::parse(line, {"--show-config"}, &environment);
    REQUIRE(parsed);
    const std::string row = parsed->print.substr(parsed->print.find("lang"));
    CHECK(row.starts_with("lang = " + std::string(c.shown) + " "));
    CHECK(row.ends_with("  # " + std::string(c.from) + "\n"));
  }
}

TEST_CASE("settings: --no-config leaves the file out, and a file need not be there") {
  World world;
  world.write("[searcher]\nlimit = many\n");
  const cli::Environment environment = world.environment();
  Values values;
  CHECK_FALSE(cli::parse(line_of(values), {}, &environment));
  REQUIRE(cli::parse(line_of(values), {"--no-config"}, &environment));
  CHECK(values.limit == 10);
  world.variables["KHOBAO_CONFIG"] = "";
  world.variables["XDG_CONFIG_HOME"] = world.folder.path() + "/none";
  CHECK(cli::parse(line_of(values), {}, &environment));
  // Help is to be had whatever the file says.
  world.write("nonsense\n");
  CHECK(cli::parse(line_of(values), {"--help"}, &environment));
}

TEST_CASE("settings: what means nothing is named with its line") {
  CHECK(error_of("[searcher]\nlimt = 5\n") == "config:2: 'limt' is no setting of searcher");
  CHECK(error_of("[searcher]\ncount = yes\n") ==
        "config:2: 'count' cannot be set: it is typed where it is wanted");
  CHECK(error_of("limit = 5\n") == "config:1: 'limit' stands in no section; above them stand only db and lang");
  CHECK(error_of("[search]\n") == "config:1: '[search]' is neither [indexer] nor [searcher]");
  CHECK(error_of("\n[searcher]\nlimit\n") == "config:3: 'limit' is no line such as 'limit = 20'");
  CHECK(error_of("[searcher]\nlimit = many\n") ==
        "config:2: --limit 'many' is not a whole number from 0 to a billion");
  CHECK(error_of("[searcher]\nno-words = maybe\n") ==
        "config:2: no-words 'maybe' is not yes or no");
  CHECK(error_of("", {{"KHOBAO_SORT", "best"}}) ==
        "$KHOBAO_SORT: --sort 'best' is not one of newest, oldest");
  CHECK(error_of("[indexer]\nwhatever = 1\n") == "");
}
