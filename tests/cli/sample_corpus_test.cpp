// Replays tests/golden/search.test: queries over the sample corpus, how many articles match, and
// which come first. Options may stand in front of "--".
#include <doctest/doctest.h>

#include <sstream>
#include <stdexcept>

#include "tests/support/archive.h"
#include "tests/support/golden.h"

using namespace khobao::test;

namespace {

const Archive& sample_archive() {
  static const Archive archive;
  static const CliResult run = archive.update({KHOBAO_TEST_SAMPLE_CORPUS});
  if (run.code != 0)
    throw std::runtime_error("the sample corpus was not indexed whole: " + run.err);
  return archive;
}

}  // namespace

TEST_CASE("golden: a search over the sample corpus") {
  check_golden("search.test", [](const std::string& line) {
    std::vector<std::string> args{"--limit", "3"};
    std::string query = line;
    if (const size_t dashes = line.find(" -- "); dashes != std::string::npos) {
      std::istringstream options(line.substr(0, dashes));
      for (std::string option; options >> option;) args.push_back(option);
      query = line.substr(dashes + 4);
    }
    args.insert(args.end(), {"--", query});
    const Answer answer = sample_archive().answer(args);
    std::string out = "total " + std::to_string(answer.total) + "\n";
    for (const AnswerHit& hit : answer.hits)
      out += (hit.full ? "full " : "partial ") + hit.id + "\n";
    return out;
  });
}

TEST_CASE("sample corpus: enough articles, outlets and years, read whole") {
  const Answer answer =
      sample_archive().answer({"--facets", "date", "--sort", "oldest", "--limit", "1000"});
  CHECK(answer.total >= 120);
  for (const auto& hit : answer.hits) {
    CAPTURE(hit.id);
    CHECK(hit.display_title);
    CHECK(hit.snippet.size() > 20);
  }
}
