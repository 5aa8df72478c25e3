// Replays tests/golden/analysis.test: an input line (\n stands for a line end, \u and four
// hexadecimal digits for a character), "----", the tokens one a line (describe()), and a blank
// line; comment lines begin with '#'. With KHOBAO_UPDATE_GOLDEN=1 in the environment the tokens are
// written again, to be reviewed as a diff.
#include <doctest/doctest.h>

#include <sstream>
#include <string>
#include <vector>

#include "common/text/letters/utf8.h"
#include "tests/support/golden.h"
#include "tests/support/tokens.h"

using namespace khobao::test;

namespace {

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
  khobao::test::check_golden("analysis.test",
                             [](const std::string& line) { return analyse(unescape(line)); });
}
