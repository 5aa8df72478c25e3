// In which language a program speaks: --lang, the environment, the file of settings, the locale.
#include "common/cli/settings/language.h"

#include <doctest/doctest.h>

#include <map>
#include <sstream>

#include "tests/support/temp_dir.h"

using namespace khobao;

TEST_CASE("language: the first that names one of ours counts") {
  const test::TempDir folder;
  const std::string file = folder.path() + "/config";
  struct Case {
    const char* name;
    std::vector<std::string> arguments;
    std::map<std::string, std::string> variables;
    const char* settings;
    Language want;
  };
  constexpr Language vi = Language::vietnamese, en = Language::english;
  for (const Case& c : {
           Case{"nothing says", {}, {}, "", en},
           Case{"LANG", {}, {{"LANG", "vi_VN.UTF-8"}}, "", vi},
           Case{"LANG of another country", {}, {{"LANG", "fr_FR.UTF-8"}}, "", en},
           Case{"LC_MESSAGES before LANG", {}, {{"LC_MESSAGES", "en_US.UTF-8"}, {"LANG", "vi_VN"}}, "", en},
           Case{"LC_ALL before both", {}, {{"LC_ALL", "vi_VN"}, {"LC_MESSAGES", "C"}, {"LANG", "C"}}, "", vi},
           Case{"an empty variable is not set", {}, {{"LC_ALL", ""}, {"LANG", "vi"}}, "", vi},
           Case{"C of a remote shell", {}, {{"LC_ALL", "C"}, {"LANG", "vi_VN.UTF-8"}}, "", en},
           Case{"C and the settings", {}, {{"LC_ALL", "C"}}, "lang = vi\n", vi},
           Case{"C and the environment", {}, {{"LC_ALL", "C"}, {"KHOBAO_LANG", "vi"}}, "", vi},
           Case{"C and the option", {"cầu", "--lang", "vi"}, {{"LC_ALL", "C"}}, "", vi},
           Case{"the environment before the settings", {}, {{"KHOBAO_LANG", "en"}}, "lang = vi\n", en},
           Case{"the option before the environment", {"--lang=en"}, {{"KHOBAO_LANG", "vi"}}, "", en},
           Case{"the last option", {"--lang", "en", "--lang", "vi"}, {}, "", vi},
           Case{"a locale's name", {"--lang", "vi_VN.UTF-8"}, {}, "", vi},
           Case{"a word of the query", {"--", "--lang", "vi"}, {}, "", en},
           Case{"a value that is no language", {"--lang", "xx"}, {{"LANG", "vi_VN"}}, "", vi},
           Case{"the program's own section", {}, {}, "lang = en\n[searcher]\nlang = vi\n", vi},
           Case{"another program's section", {}, {}, "lang = vi\n[indexer]\nlang = en\n", vi},
           Case{"settings that are not read", {"--no-config"}, {}, "lang = vi\n", en},
       }) {
    CAPTURE(c.name);
    test::write_file(file, c.settings);
    std::istringstream in;
    std::ostringstream out, err;
    cli::Environment environment{.in = in, .out = out, .err = err, .variable = {}};
    environment.variable = [&](const char* name) -> const char* {
      if (std::string(name) == "KHOBAO_CONFIG") return file.c_str();
      const auto found = c.variables.find(name);
      return found == c.variables.end() ? nullptr : found->second.c_str();
    };
    CHECK(cli::language_wanted("searcher", c.arguments, environment) == c.want);
  }
}

TEST_CASE("language: what goes into a pipe is English") {
  std::istringstream in;
  std::ostringstream out, err;
  cli::Environment environment{.in = in, .out = out, .err = err, .variable = {}};
  environment.language = Language::vietnamese;
  CHECK(environment.page_language() == Language::english);
  environment.out_is_terminal = true;
  CHECK(environment.page_language() == Language::vietnamese);
}
