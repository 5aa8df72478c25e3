// What an archive may hold by accident or malice: passed over with its reason, in bounded time and
// memory, and nothing of it steers the terminal.
#include <doctest/doctest.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstring>
#include <filesystem>

#include "tests/support/archive.h"
#include "tests/support/packed.h"

using namespace khobao::test;
namespace fs = std::filesystem;

namespace {

const TestArticle kGood{.id = "good",
                        .date = "2020-07-02",
                        .title = "Chợ xã họp",
                        .body = "Chợ xã họp từ sáng sớm bên sông."};

std::string many(size_t count, const std::string& piece) {
  std::string out;
  out.reserve(count * piece.size());
  for (size_t i = 0; i < count; ++i) out += piece;
  return out;
}

// No control character but line feed and carriage return, not even as UTF-8, and nothing that turns
// the direction of text.
bool steers_nothing(const std::string& printed) {
  for (size_t i = 0; i < printed.size(); ++i) {
    const auto byte = static_cast<unsigned char>(printed[i]);
    if ((byte < 0x20 && byte != '\n' && byte != '\r') || byte == 0x7F) return false;
    if (byte == 0xC2 && i + 1 < printed.size() && static_cast<unsigned char>(printed[i + 1]) < 0xA0)
      return false;
    for (const char* override : {"\u202A", "\u202B", "\u202C", "\u202D", "\u202E", "\u2066",
                                 "\u2067", "\u2068", "\u2069"}) {
      if (printed.compare(i, std::strlen(override), override) == 0) return false;
    }
  }
  return true;
}

}  // namespace

TEST_CASE("hostile: names of any bytes are indexed, and printed without steering the terminal") {
  const Archive archive;
  const std::vector<std::string> names = {
      "two\nlines.txt",
      "red\x1B[31m.txt",
      "bell\x07.txt",
      "csi\u009B31m.txt",
      "not\xFFutf8.txt",
      "turned\u202Etxt.exe",
      many(45, "dài ") + ".txt",
      many(100, "a") + "/" + many(100, "b") + "/" + many(110, "c") + ".txt"};
  for (size_t i = 0; i < names.size(); ++i) {
    archive.write("bao/" + names[i],
                  plain_text({.id = "",
                              .date = "2020-07-02",
                              .title = "Chợ số " + std::to_string(i),
                              .body = "Chợ số " + std::to_string(i) + " họp sớm bên sông."}));
  }
  const CliResult run = archive.update({"bao"});
  CHECK(run.code == 0);
  CHECK(archive.search({"--count", "chợ"}).out == std::to_string(names.size()) + "\n");
  for (const char* format : {"text", "json", "jsonl", "csv", "trec"}) {
    CAPTURE(format);
    CHECK(steers_nothing(archive.search({"--format", format, "chợ"}).out));
  }
  CHECK(archive.search({"--show", "bao/two\nlines.txt"}).code == 0);
  const CliResult missing = archive.search({"--show", "no\x1B[31m"});
  CHECK(missing.code == 2);
  CHECK(steers_nothing(missing.err));
  for (const char* format : {"text", "jsonl"}) {
    CHECK(steers_nothing(
        run_cli("indexer", {"inspect", "--format", format, "bao"}, archive.folder()).out));
  }
  CHECK(steers_nothing(archive.update({"bao/none\x1B[31m\u202E\u009B"}).err));
  archive.write("bao/bad\u202E\u009B.jsonl", "{");
  const CliResult skipped = archive.update({"--format", "json", "bao"});
  CHECK(skipped.out.find("bad") != std::string::npos);
  CHECK(steers_nothing(skipped.out));
  CHECK(steers_nothing(skipped.err));
  // The hint names the folder of the index as it was given.
  CHECK(steers_nothing(
      run_cli("searcher", {"--db", "none\x1B[31m\u202E", "chợ"}, archive.folder()).err));
  CHECK(steers_nothing(archive.search({"--batch", "none\u202E", "--format", "trec"}).err));
  // Programs get names as they are.
  CHECK(archive.search({"-0", "chợ"}).out.find("red\x1B[31m.txt") != std::string::npos);
}

TEST_CASE("hostile: what is no file is passed over") {
  const Archive archive;
  archive.write("bao/good.txt", plain_text(kGood));
  const std::string bao = archive.folder() + "/bao/";
  fs::create_symlink("loop.txt", bao + "loop.txt");
  fs::create_directory_symlink(".", bao + "again");
  fs::create_symlink("/dev/zero", bao + "zero.txt");
  REQUIRE(mkfifo((bao + "fifo.txt").c_str(), 0600) == 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  const std::string path = bao + "socket";
  REQUIRE(path.size() < sizeof address.sun_path);
  std::memcpy(address.sun_path, path.c_str(), path.size());
  const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
  REQUIRE(bind(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
  const CliResult run = archive.update({"--follow", "bao"});
  close(socket);
  CHECK(run.code == 1);
  CHECK(listed(archive.ids()) == "bao/good.txt");
  for (const char* name : {"fifo.txt", "socket", "zero.txt"}) {
    CHECK(run.err.find("skipped 'bao/" + std::string(name) + "': cannot read 'bao/" + name +
                       "': not a regular file\n") != std::string::npos);
  }
  CHECK(run.err.find("skipped 'bao/loop.txt': ") != std::string::npos);
  CHECK(run.out.find("skipped 4, in ") != std::string::npos);
}

TEST_CASE("hostile: a limit of one line is said in the singular") {
  const Archive archive;
  archive.write("x.txt", "a\nb\nc\n");
  archive.write("x.jsonl", "{\"id\": \"x\", \"body\": \"a\\nb\\nc\"}\n");
  for (const char* file : {"x.txt", "x.jsonl"}) {
    CAPTURE(file);
    CHECK(archive.update({"--max-lines", "1", file})
              .err.find("it has more than 1 line (raise the limit with --max-lines)") !=
          std::string::npos);
  }
}

TEST_CASE("hostile: bombs and giants meet limits that say which option raises them") {
  struct Case {
    std::string name, file, bytes;
    std::vector<std::string> options;
    std::string reason;
  };
  const std::string zeros = many(1 << 20, "\n\n\n\n\n\n\n\n");
  for (const Case& c : {
           Case{"a packed text",
                "x.txt.gz",
                gzip_packed(many(5 << 20, "a")),
                {"--max-file-size", "2M"},
                "longer than 2 MiB (raise the limit with --max-file-size)"},
           Case{"packed empty lines",
                "x.jsonl.gz",
                gzip_packed(zeros),
                {"--max-unpacked", "4M"},
                "more than 4 MiB (raise the limit with --max-unpacked)"},
           Case{"the same with zstd",
                "x.jsonl.zst",
                zstd_packed(zeros),
                {"--max-unpacked", "4M"},
                "more than 4 MiB (raise the limit with --max-unpacked)"},
           Case{"a text of short lines",
                "x.txt",
                many(200'000, "a\n"),
                {},
                "it has more than 100000 lines (raise the limit with --max-lines)"},
           Case{"a record of short lines",
                "x.jsonl",
                "{\"id\": \"x\", \"body\": \"" + many(200'000, "a\\n") + "\"}\n",
                {},
                "it has more than 100000 lines (raise the limit with --max-lines)"},
           Case{"Markdown of short lines",
                "x.md",
                many(600, "- a\n"),
                {"--max-lines", "500"},
                "it has more than 500 lines (raise the limit with --max-lines)"},
           Case{"a second record",
                "x.jsonl",
                "{\"id\": \"x\", \"body\": \"lúa\"}\n{\"id\": \"y\", \"body\": \"gạo\"}\n",
                {"--max-records", "1"},
                "more than 1 record in one run"},
           Case{"deep JSON that is not closed",
                "x.jsonl",
                "{\"id\": \"x\", \"body\": " + many(1'000'000, "[") + "\n",
                {},
                "not a JSON record"},
       }) {
    CAPTURE(c.name);
    const Archive archive;
    archive.write("bao/good.txt", plain_text(kGood));
    archive.write("bao/" + c.file, c.bytes);
    std::vector<std::string> args = c.options;
    args.push_back("bao");
    const CliResult run = archive.update(args);
    CHECK(run.code == 1);
    CHECK(run.err.find(c.reason) != std::string::npos);
    CHECK(archive.search({"--count", "chợ"}).out == "1\n");
  }
}

TEST_CASE("hostile: a file of 2 GB is not read whole") {
  const Archive archive;
  archive.write("bao/good.txt", plain_text(kGood));
  archive.write("bao/giant.txt", "a");
  fs::resize_file(archive.folder() + "/bao/giant.txt", uint64_t{2} << 30);
  const CliResult run = archive.update({"bao"});
  CHECK(run.code == 1);
  CHECK(run.err.find("longer than 64 MiB (raise the limit with --max-file-size)") !=
        std::string::npos);
  CHECK(listed(archive.ids()) == "bao/good.txt");
}

TEST_CASE("hostile: a million characters on a line, a million in a word, and deep HTML are read") {
  const Archive archive;
  archive.write("bao/good.txt", plain_text(kGood));
  archive.write("bao/line.txt", "Dòng dài\n\n" + many(250'000, "mây ") + "cuối\n");
  archive.write("bao/word.txt", "Từ dài\n\nđầu " + many(1'000'000, "x") + " cuối\n");
  archive.write("bao/deep.html", "<html><body>" + many(100'000, "<div>") + "<p>Đáy giếng sâu.</p>");
  archive.write("bao/attributes.html", "<p " + many(200'000, "a=b ") + ">Nhiều thuộc tính.</p>");
  archive.write("bao/laughs.html",
                "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><p>Cười &b; mãi.</p>");
  const CliResult run = archive.update({"bao"});
  CHECK((run.code == 0 || run.code == 1));  // pages beyond the HTML reader's limits are named
  CHECK(archive.search({"--count", "cuối"}).out == "2\n");
  CHECK(archive.search({"--count", "cười"}).out == "1\n");
  CHECK(archive.search({"cuối"}).out.size() < 20'000);
}

TEST_CASE("hostile: what an article says does not steer the terminal") {
  const Archive archive({{.id = "a\u001b[31m",
                          .date = "2020-07-02",
                          .title = "Chợ \u001b]0;x\u0007 \u009b31m đỏ",
                          .body = "Chợ \u001b[2J họp \u202e ngược \u007f bên sông."}});
  for (const char* format : {"text", "json", "jsonl", "csv", "trec"}) {
    CAPTURE(format);
    CHECK(steers_nothing(archive.search({"--format", format, "chợ"}).out));
  }
  CHECK(steers_nothing(archive.search({"--show", "a\u001b[31m"}).out));
}

TEST_CASE("hostile: settings and the folder of an index are shown without steering the terminal") {
  const Archive archive({{"a", "2020-06-01", "Cầu", "Cầu tre."}});
  const std::string db = archive.folder() + "/\x1B]0;x\x07\u202E";
  std::filesystem::rename(archive.db(), db);
  for (const CliResult& run : {run_cli("searcher", {"--db", db, "--show-config"}, archive.folder()),
                               run_cli("indexer", {"verify", "--db", db}, archive.folder())}) {
    CHECK(run.code == 0);
    CHECK(run.out.find("]0;x") != std::string::npos);
    for (const char* sign : {"\x1B", "\x07", "\u202E"})
      CHECK(run.out.find(sign) == std::string::npos);
  }
  std::filesystem::rename(db, archive.db());
}
