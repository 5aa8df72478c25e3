// Replays tests/golden/analysis.test: an input line (\n stands for a line end, \u and four
// hexadecimal digits for a character), "----", the tokens one a line (describe()), and a blank
// line; comment lines begin with '#'. With KHOBAO_UPDATE_GOLDEN=1 in the environment the tokens are
// written anew, to be reviewed as a diff.
#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "common/text/utf8.h"
#include "tests/support/tokens.h"

#ifndef KHOBAO_TEST_GOLDEN
#ifdef KHOBAO_TEST_DATA
#define KHOBAO_TEST_GOLDEN KHOBAO_TEST_DATA "/../golden"
#else
#define KHOBAO_TEST_GOLDEN "tests/golden"
#endif
#endif

using namespace khobao::test;

namespace {

struct Entry {
  std::string comment, input, tokens;
};

std::vector<Entry> read_entries(std::istream& in) {
  std::vector<Entry> entries(1);
  bool tokens = false;
  for (std::string line; std::getline(in, line);) {
    Entry& entry = entries.back();
    if (line.empty()) {
      if (tokens) entries.emplace_back();
      tokens = false;
    } else if (tokens) {
      entry.tokens += line + "\n";
    } else if (line == "----") {
      tokens = true;
    } else if (line.front() == '#') {
      entry.comment += line + "\n";
    } else {
      entry.input = line;
    }
  }
  if (entries.back().input.empty()) entries.pop_back();
  return entries;
}

std::string unescape(std::string_view line) {
  std::string out;
  for (size_t i = 0; i < line.size();) {
    if (line.substr(i, 2) == "\\n") {
      out += '\n';
      i += 2;
    } else if (line.substr(i, 2) == "\\u") {
      khobao::text::append_code_point(out,
                                      std::stoul(std::string(line.substr(i + 2, 4)), nullptr, 16));
      i += 6;
    } else {
      out += line[i++];
    }
  }
  return out;
}

std::string analyse(std::string_view text) {
  std::string out;
  for (const khobao::text::Token& token : tokenize(text)) out += describe(token) + "\n";
  return out;
}

}  // namespace

TEST_CASE("golden: analysis") {
  const std::string path = std::string(KHOBAO_TEST_GOLDEN) + "/analysis.test";
  std::ifstream in(path);
  CAPTURE(path);
  REQUIRE(in.good());
  std::vector<Entry> entries = read_entries(in);
  REQUIRE(!entries.empty());
  const char* update = std::getenv("KHOBAO_UPDATE_GOLDEN");
  if (update != nullptr && std::string_view(update) == "1") {
    std::ofstream out(path);
    for (size_t i = 0; i < entries.size(); ++i) {
      const Entry& e = entries[i];
      out << (i > 0 ? "\n" : "") << e.comment << e.input << "\n----\n"
          << analyse(unescape(e.input));
    }
    REQUIRE(out.good());
    return;
  }
  for (const Entry& e : entries) {
    CAPTURE(e.input);
    CHECK(analyse(unescape(e.input)) == e.tokens);
  }
}
