// The table of Vietnamese twins against the sources: nothing is said in one language alone.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>

#include "common/archive/article.h"
#include "common/archive/fields.h"
#include "common/cli/own_options.h"
#include "common/language/twin_lines.h"
#include "indexer/cli/command_options.h"
#include "searcher/cli/options.h"
#include "tests/support/source_literals.h"

using namespace khobao;
using namespace khobao::test;
namespace fs = std::filesystem;

namespace {

const fs::path kTop = fs::path(KHOBAO_TEST_DATA).parent_path().parent_path();
const std::vector<std::string> kRooms{"common", "indexer", "searcher"};

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

constexpr const char* kNameLetters = "abcdefghijklmnopqrstuvwxyz_";

// Of each source below the rooms, as its path from the top.
std::map<std::string, std::string> all_sources() {
  std::map<std::string, std::string> all;
  for (const std::string& room : kRooms) {
    for (const auto& entry : fs::recursive_directory_iterator(kTop / room)) {
      const auto extension = entry.path().extension();
      const std::string path = fs::relative(entry.path(), kTop).generic_string();
      // Of the room that makes messages only what says some itself.
      const bool making =
          path.starts_with("common/language/") && path != "common/language/figures.cpp";
      if ((extension == ".cpp" || extension == ".h") && !making)
        all[path] = bytes_of(entry.path());
    }
  }
  return all;
}

std::map<std::string, std::vector<Literal>> all_literals() {
  std::map<std::string, std::vector<Literal>> all;
  for (const auto& [path, source] : all_sources()) all[path] = literals_of(source);
  return all;
}

bool has_letters(const std::string& text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  });
}

struct Used {
  std::map<std::string, std::set<std::string>> keys;  // and where they stand

  void add(const std::string& key, const std::string& place) {
    if (has_letters(key)) keys[key].insert(place);
  }

  void add(const cli::CommandLine& line, const std::string& room) {
    add(line.summary, room);
    add(line.exit_status, room);
    for (const cli::Command& command : line.commands) add(command.summary, room);
    for (const cli::Option& option : line.options) {
      for (const std::string& text : {option.help, option.brief, option.group}) add(text, room);
      // Choices are typed as they are.
      if (!option.value.empty()) add(option.value, room);
      if (!option.brief.empty() && option.short_value_name() != option.value_name())
        add(option.short_value_name(), room);
      if (option.positional()) add(option.name, room);
    }
  }
};

Used used() {
  Used used;
  for (const auto& [path, literals] : all_literals()) {
    for (const Literal& literal : literals) {
      if (literal.callees.empty()) continue;
      const std::string& callee = literal.callees.back();
      const bool key = ((callee == "say" || callee == "translated" || callee == "to_translate" ||
                         callee == "file_error") &&
                        literal.argument == 0) ||
                       (callee == "say_count" && literal.argument == 2) ||
                       (callee == "open" && literal.argument == 2);
      if (key) used.add(literal.text, path.substr(0, path.find('/')));
    }
  }
  searcher::Options searcher_options;
  used.add(searcher::command_line(searcher_options), "searcher");
  indexer::Options indexer_options;
  used.add(indexer::command_line(indexer_options), "indexer");
  for (const archive::Kind kind : {archive::Kind::article, archive::Kind::listing})
    used.add(std::string(archive::kind_name(kind)), "indexer");
  using From = archive::PublishedFrom;
  for (const From from : {From::line, From::dateline, From::manual, From::meta, From::url, From::path})
    used.add(std::string(archive::published_from_name(from)), "indexer");
  for (const cli::OwnOption& own : cli::kOwnOptions) used.add(std::string(own.help), "common");
  used.add(std::string(cli::kOwnGroup), "common");
  for (const archive::FieldRow& field : archive::kFields) {
    used.add(std::string(field.help), "common");
    used.add(std::string(field.option_help), "common");
  }
  return used;
}

struct Twin {
  std::string vietnamese, room;
};

std::multimap<std::string, Twin> twins() {
  std::multimap<std::string, Twin> all;
  for (const std::string& room : kRooms) {
    const std::string file = bytes_of(kTop / "common/language/data" / (room + ".vi.tsv"));
    REQUIRE_FALSE(file.empty());
    for (auto& [english, vietnamese] : twin_lines(file)) all.emplace(english, Twin{vietnamese, room});
  }
  return all;
}

// Reasons of the system come from no source of ours.
bool is_system_reason(const std::string& key) {
  for (int number = 1; number < 134; ++number) {
    if (std::generic_category().message(number) == key) return true;
  }
  return false;
}

// Those of Xapian and of the resolver of names neither.
const std::set<std::string> kSaidByLibraries{"Couldn't connect",
                                             "Couldn't resolve host {}",
                                             "Connection closed unexpectedly",
                                             "Name or service not known",
                                             "Temporary failure in name resolution",
                                             "No address associated with hostname",
                                             "Error reading block {}",
                                             "Error writing block {}",
                                             "Error reading from file",
                                             "Error writing to file"};

// Words of articles and of other programs, completions and scripts, text that only goes into pipes:
// nobody is told them in a language.
const std::set<std::string> kNotSaid{
    "common/archive/xapian_guard.cpp",        "common/cli/manual/shells/bash_completion.cpp",
    "common/cli/manual/shells/fish_completion.cpp", "common/cli/manual/shells/zsh_completion.cpp",
    "common/names/image/main.cpp",            "common/text/tables/main.cpp",
    "common/text/dates/day_span.cpp",         "indexer/read/dates/year_evidence.cpp",
    "indexer/read/encoding/font_charset.cpp", "indexer/read/forms/html/html_reader.cpp",
    "indexer/read/forms/markdown_reader.cpp", "indexer/read/lines/credits/head_byline.cpp",
    "indexer/read/lines/credits/outlets.cpp", "indexer/read/lines/credits/source.cpp",
    "indexer/read/lines/title.cpp",           "indexer/publish/database_writing.cpp",
    "searcher/cli/terminal/pager.cpp",        "searcher/kept/dossier.cpp",
    "searcher/kept/kept_search.cpp",          "searcher/rank/features.h",
    "searcher/show/how_read.cpp",             "searcher/show/render/text_answer.cpp",
    "searcher/reading/tables/main.cpp",       "indexer/recognise/learned/tables/main.cpp",
    "indexer/read/tables/main.cpp",           "common/base/tables/main.cpp"};

}  // namespace

TEST_CASE("language: every message has its twin in the file of its room") {
  const auto all = twins();
  for (const auto& [key, rooms] : used().keys) {
    CAPTURE(key);
    const auto found = all.find(key);
    CHECK(found != all.end());
    if (found == all.end()) continue;
    CHECK_FALSE(found->second.vietnamese.empty());
    const bool here = rooms.size() == 1 && *rooms.begin() == found->second.room;
    CHECK((here || found->second.room == "common"));
  }
}

TEST_CASE("language: no twin is unused, stands twice, or has other placeholders") {
  const Used all = used();
  std::string before;
  for (const auto& [key, twin] : twins()) {
    CAPTURE(key);
    CHECK(key != before);
    before = key;
    CHECK((all.keys.contains(key) || is_system_reason(key) || kSaidByLibraries.contains(key)));
    CHECK(placeholders(key) == placeholders(twin.vietnamese));
    const bool line_end = key.ends_with('\n');
    CHECK(twin.vietnamese.ends_with('\n') == line_end);
  }
}

TEST_CASE("language: no source says anything in English alone") {
  // Calls whose texts no user reads, and rows of tables that the table's reader translates.
  const std::vector<std::string> unread{"say",          "say_count",   "translated",
                                        "to_translate", "file_error",  "static_assert",
                                        "assert",       "logic_error", "runtime_error"};
  const std::set<std::string> rows{"help", "option_help", "brief", "example", "summary", "commands"};
  const std::set<std::string> lists{"update rebuild", "update rebuild inspect", "update rebuild publish",
                                    "khobao last answer 2", "khobao publication"};
  for (const auto& [path, literals] : all_literals()) {
    if (kNotSaid.contains(path)) continue;
    CAPTURE(path);
    std::vector<std::string> bare;
    for (const Literal& literal : literals) {
      const bool read = std::none_of(unread.begin(), unread.end(), [&](const std::string& callee) {
        return literal.within(callee);
      });
      if (read && is_prose(literal.text) && !rows.contains(literal.designator) &&
          !lists.contains(literal.text))
        bare.push_back(std::to_string(literal.line) + ": " + literal.text);
    }
    const std::string first = bare.empty() ? "" : bare.front();
    CAPTURE(first);
    CHECK(bare.empty());
  }
}

TEST_CASE("language: no error is put together from English pieces") {
  // Each literal of an Error that a user reads stands in a call that looks for its twin.
  const std::vector<std::string> calls{"say", "say_count", "translated", "to_translate", "file_error"};
  for (const auto& [path, source] : all_sources()) {
    CAPTURE(path);
    for (size_t at = source.find("ErrorCode::"); at != std::string::npos;
         at = source.find("ErrorCode::", at + 1)) {
      const size_t comma = source.find_first_not_of(kNameLetters, at + 11);
      if (comma == std::string::npos || source[comma] != ',') continue;
      const std::string error = source.substr(comma, source.find(';', comma) - comma);
      for (const Literal& literal : literals_of(error)) {
        CAPTURE(error);
        const bool said = std::any_of(calls.begin(), calls.end(), [&](const std::string& call) {
          return literal.within(call);
        });
        CHECK((said || !has_letters(literal.text) || literal.text.starts_with("--")));
      }
    }
  }
}

TEST_CASE("language: what the system and libraries say is looked for in the table") {
  const std::set<std::string> otherwise{
      "common/archive/xapian_guard.cpp",      // compares it
      "common/cli/standard_streams.cpp",      // its callers translate it
      "indexer/extract/main.cpp",             // goes through a pipe, and is told again
  };
  for (const auto& [path, source] : all_sources()) {
    if (otherwise.contains(path)) continue;
    CAPTURE(path);
    std::istringstream lines(source);
    for (std::string line; std::getline(lines, line);) {
      CAPTURE(line);
      CHECK(line.find("error.message()") == std::string::npos);
      if (line.find("strerror(") != std::string::npos)
        CHECK(line.find("reason = std::strerror(") != std::string::npos);
    }
  }
}
