// Every failure says what, why and what to type next, and has its exit status. None looks like an
// empty answer.
#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>

#include "tests/support/known_articles.h"

using namespace khobao::test;

namespace {

const TestArticle kArticle{.id = "cau",
                           .date = "2020-07-02",
                           .title = "Cầu Bến Lội",
                           .body = "Cầu Bến Lội bắc qua sông Kon đã thông xe."};

void check_error(const CliResult& run, int code, const std::string& err) {
  CHECK(run.code == code);
  CHECK(run.out == "");
  CHECK(run.err == err);
}

void replace_in(const std::string& path, const std::string& from, const std::string& to) {
  std::string bytes = read_file(path);
  const size_t at = bytes.find(from);
  REQUIRE(at != std::string::npos);
  write_file(path, bytes.replace(at, from.size(), to));
}

}  // namespace

TEST_CASE("errors: no index") {
  const Archive archive;
  const std::string db = archive.db();
  const std::string hint = "hint: build one with 'indexer update --db " + db + " PATH'\n";
  check_error(archive.search({"cầu"}), 3,
              "searcher: error: cannot open index '" + db + "': no such directory\n" + hint);
  check_error(run_cli("indexer", {"status", "--db", db}, archive.folder()), 3,
              "indexer: error: cannot open index '" + db + "': no such directory\n" + hint);
  archive.write("db/other.txt", "");
  check_error(
      archive.search({"cầu"}), 3,
      "searcher: error: cannot open index '" + db + "': the folder holds no index\n" + hint);
  std::filesystem::remove_all(db);
  archive.write("db", "a file");
  check_error(archive.search({"cầu"}), 3,
              "searcher: error: cannot open index '" + db + "': not a folder\n" + hint);
}

TEST_CASE("errors: an index of another version is refused, with the way to rebuild") {
  for (const char* key : {"\"schema_version\": ", "\"analyzer_version\": "}) {
    CAPTURE(key);
    const Archive archive({kArticle});
    replace_in(archive.live_generation() + "/manifest.json", key, std::string(key) + "9");
    for (const CliResult& run : {archive.search({"cầu"}), archive.update({"articles.jsonl"})}) {
      CHECK(run.code == 3);
      CHECK(run.err.find("error: index '" + archive.db() +
                         "' was written by another version (schema ") != std::string::npos);
      CHECK(run.err.find("; this program: schema ") != std::string::npos);
      CHECK(run.err.find("hint: rebuild it with 'indexer rebuild --db " + archive.db() +
                         " PATH'\n") != std::string::npos);
    }
    const CliResult recovered = archive.indexer("recover");
    CHECK(recovered.code == 3);
    CHECK(recovered.out.find("generation-000001  another version's: index '") == 0);
    CHECK(recovered.err == "indexer: error: index '" + archive.db() +
                               "' was written by another version, which alone can read it: nothing "
                               "was changed\nhint: rebuild it with 'indexer rebuild --db " +
                               archive.db() + " PATH'\n");
    const CliResult rebuilt =
        run_cli("indexer", {"rebuild", "--db", archive.db(), "articles.jsonl"}, archive.folder());
    CHECK(rebuilt.code == 0);
    CHECK(archive.answer({"cầu"}).total == 1);
  }
  const Archive archive({kArticle});
  replace_in(archive.live_generation() + "/manifest.json", "\"vocabulary\": \"",
             "\"vocabulary\": \"0");
  CHECK(archive.search({"cầu"}).code == 3);
}

TEST_CASE("errors: a damaged index is never an empty answer") {
  namespace fs = std::filesystem;
  SUBCASE("a manifest of garbage") {
    const Archive archive({kArticle});
    write_file(archive.live_generation() + "/manifest.json", std::string("\0\xFF{{{", 5));
    check_error(archive.search({"cầu"}), 3,
                "searcher: error: index '" + archive.db() +
                    "' is damaged: generation-000001/manifest.json cannot be read\nhint: "
                    "rebuild it with 'indexer rebuild --db " +
                    archive.db() + " PATH'\n");
  }
  SUBCASE("a pointer to nowhere") {
    const Archive archive({kArticle});
    for (const char* pointer : {"generation-000042\n", "../../etc\n", "", "\n"}) {
      CAPTURE(pointer);
      write_file(archive.db() + "/current", pointer);
      const CliResult run = archive.search({"cầu"});
      CHECK(run.code == 3);
      CHECK(run.err.starts_with(
          "searcher: error: index '" + archive.db() +
          "' is damaged: its pointer 'current' is not what was written\nhint: "));
    }
  }
  SUBCASE("a file of the index cut short or missing") {
    const Archive whole({known_articles()});
    const std::string index = whole.only_layer() + "/index";
    const std::string want = whole.search({"cầu", "--facets", "date", "--format", "csv"}).out;
    size_t damaged = 0;
    for (const auto& entry : fs::directory_iterator(index)) {
      const std::string name = entry.path().filename();
      if (name == "flintlock") continue;
      for (const bool removed : {false, true}) {
        CAPTURE(name);
        CAPTURE(removed);
        const std::string bytes = read_file(entry.path());
        if (removed) {
          fs::remove(entry.path());
        } else {
          fs::resize_file(entry.path(), bytes.size() / 3);
        }
        const CliResult run = whole.search({"cầu", "--facets", "date", "--format", "csv"});
        write_file(entry.path(), bytes);
        ++damaged;
        if (run.code == 0 && run.out == want) continue;
        CHECK(run.code == 3);
        CHECK(run.err.find("is damaged: ") != std::string::npos);
        CHECK(run.err.find("hint: rebuild it with 'indexer rebuild --db " + whole.db() +
                           " PATH'\n") != std::string::npos);
      }
    }
    CHECK(damaged >= 4);  // two files, each cut short and missing
    CHECK(whole.answer({"cầu"}).total == 7);
  }
  SUBCASE("the dictionary of the stored texts gone") {
    const Archive archive({kArticle});
    fs::remove(archive.only_layer() + "/text.dictionary");
    const CliResult run = archive.search({"cầu"});
    CHECK(run.code == 3);
    CHECK(run.err.find("is damaged: ") != std::string::npos);
  }
}

TEST_CASE("errors: an empty query without filters") {
  for (const char* query : {"", "   ", "-", "...", "()"}) {
    CAPTURE(query);
    check_error(known_archive().search({"--", query}), 2,
                "searcher: error: no query: give words to look for, or a filter or facets for the "
                "whole archive\n"
                "hint: as in: searcher đại hội, or: searcher --from 2020-07 --facets date\n");
  }
  CHECK(known_archive().search({}).code == 2);
}

TEST_CASE("errors: unknown options, with the nearest known one") {
  check_error(known_archive().search({"cầu", "--fro", "2020"}), 2,
              "searcher: error: unknown option '--fro'\nhint: did you mean --from? see 'searcher "
              "--help'\n");
  check_error(run_cli("indexer", {"update", "--jobs", "2"}, known_archive().folder()), 2,
              "indexer: error: unknown option '--jobs'\nhint: see 'indexer --help'\n");
}

TEST_CASE("errors: values that an option does not take") {
  struct Case {
    std::string name;
    std::vector<std::string> args;
    std::string err;
  };
  for (const Case& c : {
           Case{"a format",
                {"cầu", "--format", "xml"},
                "--format 'xml' is not one of text, json, jsonl, csv, tsv, html, trec\nhint: see 'searcher "
                "--help'\n"},
           Case{"a sort",
                {"cầu", "--sort", "date"},
                "--sort 'date' is not one of relevance, newest, oldest\nhint: see 'searcher "
                "--help'\n"},
           Case{"a colour",
                {"cầu", "--color", "red"},
                "--color 'red' is not one of auto, always, never\nhint: see 'searcher --help'\n"},
           Case{"words for a date",
                {"cầu", "--from", "sắp tới"},
                "--from 'sắp tới' is not a date\nhint: give a day, month, quarter or year, as in --from "
                "2/7/2020, --from 2020-07, --from 'quý 3/2020' or --from 'tuần trước'\n"},
           Case{"a thirteenth month",
                {"cầu", "--from", "2020-13"},
                "--from '2020-13': 2020 has no month 13\nhint: give a day, month, quarter or year, as in --from "
                "2/7/2020, --from 2020-07, --from 'quý 3/2020' or --from 'tuần trước'\n"},
           Case{"the 30th of February",
                {"cầu", "--to", "2020-02-30"},
                "--to '2020-02-30': 2020-02 has no day 30\nhint: give a day, month, quarter or year, as in --to "
                "2/7/2020, --to 2020-07, --to 'quý 3/2020' or --to 'tuần trước'\n"},
           Case{"an end before the beginning",
                {"cầu", "--from", "2021", "--to", "2020"},
                "--to '2020' lies before --from '2021'\nhint: swap the two\n"},
       }) {
    CAPTURE(c.name);
    check_error(known_archive().search(c.args), 2, "searcher: error: " + c.err);
  }
  const CliResult facet = known_archive().search({"cầu", "--facets", "datum"});
  CHECK(facet.code == 2);
  CHECK(facet.err.starts_with("searcher: error: --facets 'datum' is not one of "));
  CHECK(known_archive().search({"cầu", "--limit", "many"}).code == 2);
  CHECK(known_archive().search({"cầu", "--limit", "-1"}).code == 2);
  const Archive archive;
  archive.write("bao/a.txt", "Cầu mới");
  check_error(archive.update({"--memory", "lots", "bao"}), 2,
              "indexer: error: --memory 'lots' is not a size of 16M or more, such as 400M or "
              "2G\nhint: see 'indexer --help'\n");
  check_error(archive.update({"--root", "bao", "bao"}), 2,
              "indexer: error: --root 'bao' is not NAME=PATH\nhint: see 'indexer --help'\n");
  CHECK(run_cli("indexer", {"tidy"}, archive.folder()).code == 2);
  CHECK(run_cli("indexer", {}, archive.folder()).code == 2);
}

TEST_CASE("errors: a query that cannot be read shows the place") {
  check_error(known_archive().search({"cầu \xFF tre"}), 2,
              "searcher: error: query: not UTF-8\n  cầu \uFFFD tre\n      ^\nhint: set the "
              "terminal to UTF-8\n");
  check_error(known_archive().search({std::string(17 << 10, 'a')}), 2,
              "searcher: error: query: longer than 16 KiB\n");
  const CliResult nested =
      known_archive().search({std::string(60, '(') + "a" + std::string(60, ')')});
  CHECK(nested.code == 2);
  CHECK(nested.err.starts_with("searcher: error: query: nested deeper than 50 levels\n  ("));
}

TEST_CASE("errors: files that cannot be read") {
  check_error(known_archive().search({"--query-file", "no-such-file"}), 4,
              "searcher: error: cannot read 'no-such-file': No such file or directory\n");
  check_error(known_archive().search({"--batch", "no-such-file", "--format", "trec"}), 4,
              "searcher: error: cannot read 'no-such-file': No such file or directory\n");
  const Archive archive;
  check_error(archive.update({"no-such-folder"}), 4,
              "indexer: error: cannot read 'no-such-folder': No such file or directory\n");
  check_error(archive.update({}), 2,
              "indexer: error: no input: the archive '" + archive.db() +
                  "' remembers no folder yet\nhint: name "
                  "one, as in 'indexer update --db " +
                  archive.db() + " FOLDER'\n");
}

TEST_CASE("errors: no match is exit 1, never an error") {
  const CliResult run = known_archive().search({"xyzzy", "--format", "json"});
  CHECK(run.code == 1);
  CHECK(run.err == "");
  CHECK(parse_answer(run.out).hits.empty());
  CHECK(known_archive().search({"xyzzy", "--count"}).code == 1);
  CHECK(known_archive().search({"xyzzy", "-l"}).code == 1);
}

TEST_CASE("errors: a locked index can be searched but not written") {
  const Archive archive({kArticle});
  const int file =
      open((archive.db() + "/writer.lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  REQUIRE(file >= 0);
  REQUIRE(flock(file, LOCK_EX | LOCK_NB) == 0);
  const CliResult run = archive.update({"articles.jsonl"});
  CHECK(run.code == 75);
  CHECK(run.err ==
        "indexer: error: index '" + archive.db() +
            "' is being written by another process\nhint: try again when that run has ended\n");
  CHECK(archive.answer({"cầu"}).total == 1);
  close(file);
  CHECK(archive.update({"articles.jsonl"}).code == 0);
}

TEST_CASE("errors: a full or closed output is told") {
  struct Case {
    std::string where, reason;
  };
  for (const Case& c : {Case{"> /dev/full", "No space left on device"},  // takes no byte
                        Case{">&-", "Bad file descriptor"}}) {
    for (const char* options :
         {"cầu", "--count cầu", "-l cầu", "--format json cầu", "--show gao", "--help"}) {
      CAPTURE(c.where);
      CAPTURE(options);
      const CliResult run =
          run_program("/bin/sh",
                      {"-c", std::string("exec \"$0\" --db \"$1\" ") + options + " " + c.where,
                       KHOBAO_TEST_SEARCHER, known_archive().db()},
                      {.input = {}, .folder = known_archive().folder(), .environment = {}});
      CHECK(run.code == 4);
      CHECK(run.err == "searcher: error: cannot write to standard output: " + c.reason + "\n");
    }
  }
}

TEST_CASE("errors: closed standard streams are not lent to files of the index") {
  const Archive archive;
  archive.write("bao/good.txt", plain_text(kArticle));
  archive.write("bao/bad.txt", std::string("\xff\xfe\x00", 3));
  const CliResult run = run_program(
      "/bin/sh", {"-c", "\"$0\" update --db db bao <&- >&- 2>&-; echo $?", KHOBAO_TEST_INDEXER},
      {.input = {}, .folder = archive.folder(), .environment = {}});
  CHECK(run.out == "4\n");  // the summary could not be printed
  CHECK(archive.indexer("verify", {"--full"}).code == 0);
  CHECK(archive.search({"--count", "cầu"}).out == "1\n");
  const CliResult batch = run_program(
      "/bin/sh", {"-c", "exec \"$0\" --db db --batch - --format trec <&-", KHOBAO_TEST_SEARCHER},
      {.input = {}, .folder = archive.folder(), .environment = {}});
  CHECK(batch.code == 4);
  CHECK(batch.err == "searcher: error: cannot read 'standard input': Bad file descriptor\n");
}

TEST_CASE("errors: help and version exit 0") {
  for (const char* program : {"indexer", "searcher"}) {
    CAPTURE(program);
    const CliResult help = run_cli(program, {"--help"}, known_archive().folder());
    CHECK(help.code == 0);
    CHECK(help.out.find("Exit status") != std::string::npos);
    CHECK(run_cli(program, {"--version"}, known_archive().folder()).out.starts_with(program));
  }
}
