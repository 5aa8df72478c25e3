// Options and excluded words as people type them: mistyped, mis-dashed, in another name.
#include <doctest/doctest.h>

#include "tests/support/known_articles.h"

using namespace khobao::test;

namespace {

std::string counted(std::vector<std::string> args) {
  args.insert(args.begin(), "--count");
  return known_archive().search(args).out;
}

}  // namespace

TEST_CASE("typed options: one dash excludes, wherever it stands") {
  CHECK(counted({"xã", "-covid"}) == counted({"--", "xã", "-covid"}));
  CHECK(counted({"-covid", "xã"}) == counted({"--", "xã", "-covid"}));
  CHECK(counted({"xã", "-nước"}) == counted({"--", "xã", "-nước"}));
  CHECK(counted({"sông", "-nuoc"}) == counted({"--", "sông", "-nuoc"}));
  CHECK(counted({"sông", "-lũ"}) == counted({"--", "sông", "-lũ"}));
  CHECK(counted({"sông", "-lũ"}) != counted({"sông"}));
  CHECK(known_archive().search({"sông", "-n1", "--format", "tsv"}).out ==
        known_archive().search({"sông", "--limit", "1", "--format", "tsv"}).out);
}

TEST_CASE("typed options: an excluded word that is an option's name is told on standard error") {
  const CliResult run = known_archive().search({"cầu", "-limit", "5", "--count"});
  CHECK(run.err == "searcher: '-limit' leaves out the word 'limit'; the option is --limit\n");
}

TEST_CASE("typed options: dashes of word processors") {
  const std::string want = known_archive().search({"cầu", "--limit", "1", "--format", "tsv"}).out;
  for (const char* dash : {"\u2014", "\u2013", "\u2013\u2013", "\u2212-"}) {
    CAPTURE(dash);
    const std::string d = dash;
    CHECK(known_archive().search({"cầu", d + "limit", "1", d + "format=tsv"}).out == want);
  }
}

TEST_CASE("typed options: twelve mistypings, each with what was meant") {
  struct Case {
    std::vector<std::string> args;
    std::string meant;
  };
  for (const Case& c : {
           Case{{"--limt", "5"}, "--limit"},
           Case{{"--fromat", "json"}, "--format"},
           Case{{"--facet", "org"}, "--facets"},
           Case{{"--Sort", "newest"}, "--sort"},
           Case{{"--no-pages"}, "--no-pager"},
           Case{{"--colour", "never"}, "--color"},
           Case{{"--out", "x"}, "--outlet"},
           Case{{"--snippet", "50"}, "--snippet-chars"},
           Case{{"--format", "jsno"}, "'json'"},
           Case{{"--sort", "newset"}, "'newest'"},
           Case{{"--facets", "datte"}, "'date'"},
           Case{{"--match", "wrods"}, "'words'"},
       }) {
    CAPTURE(listed(c.args));
    std::vector<std::string> args = {"cầu"};
    args.insert(args.end(), c.args.begin(), c.args.end());
    const CliResult run = known_archive().search(args);
    CHECK(run.code == 2);
    CHECK(run.out == "");
    CHECK(run.err.find("hint: did you mean " + c.meant + "?") != std::string::npos);
  }
  const CliResult command = run_cli("indexer", {"udpate"}, known_archive().folder());
  CHECK(command.err.find("did you mean update?") != std::string::npos);
}

TEST_CASE("typed options: of single values the last one wins, so that aliases work") {
  CHECK(known_archive().search({"cầu", "--format", "json", "--format", "trec", "-n", "9", "-n1",
                                "--sort", "newest", "--sort", "relevance"}).out ==
        known_archive().search({"cầu", "--format", "trec", "-n", "1"}).out);
}

TEST_CASE("typed options: facets and lists by the names of prose and of Vietnamese") {
  const auto want = known_archive().answer({"cầu", "--facets", "org,date"}).facets;
  for (const char* typed : {"organisation,date", "organizations,ngày", "tổ-chức,dates"}) {
    CAPTURE(typed);
    CHECK(known_archive().answer({"cầu", "--facets", typed}).facets == want);
  }
  CHECK(known_archive().search({"--list", "organisation"}).out ==
        known_archive().search({"--list", "org"}).out);
}

TEST_CASE("options: what is printed as lines is asked for in no other format") {
  for (const char* format : {"json", "html", "tsv"}) {
    for (const std::vector<std::string>& lines :
         {std::vector<std::string>{"--list", "org"}, {"--list", "dossier"}, {"--count", "lúa"}, {"-l", "lúa"}, {"-0", "lúa"}}) {
      CAPTURE(format);
      CAPTURE(lines.front());
      std::vector<std::string> args{"--format", format};
      args.insert(args.end(), lines.begin(), lines.end());
      const CliResult refused = known_archive().search(args);
      CHECK(refused.code == 2);
      CHECK(refused.out == "");
      CHECK(refused.err == "searcher: error: " + lines.front() + " writes --format text, not '" +
                               format + "'\nhint: leave out --format\n");
    }
  }
}

TEST_CASE("options: --list offers what it takes") {
  const CliResult help = known_archive().search({"--help-all"});
  CHECK(help.out.find("kept|") == std::string::npos);
  CHECK(known_archive().search({"--list", "--lang", "vi"}).err.starts_with(
      "searcher: lỗi: --list cần một trường\n"));
}
