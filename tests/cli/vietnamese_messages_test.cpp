// Messages with --lang vi, of which a part comes from the system, from a library or from another
// room: no word of them stays English.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "tests/support/archive.h"
#include "tests/support/known_articles.h"
#include "tests/support/packed.h"

using namespace khobao;
using namespace khobao::test;
namespace fs = std::filesystem;

namespace {

const TestArticle kMarket{
    .id = "cho", .date = "2020-07-02", .title = "Chợ xã", .body = "Chợ xã họp từ sáng sớm."};

bool has(const std::string& text, const std::string& what) {
  return text.find(what) != std::string::npos;
}

}  // namespace

TEST_CASE("vietnamese: why an input is skipped") {
  struct Case {
    std::string file, bytes, reason;
  };
  for (const Case& c : {
           Case{"x.jsonl", "[1, 2]\n", "không phải bản ghi JSON: không phải một đối tượng"},
           Case{"x.jsonl", "{\"id\": \"b\", \"title\": oops}\n", "không phải bản ghi JSON: "},
           Case{"x.jsonl", "{\"id\": \"b\", \"title\": \"Nửa\n",
                "không phải bản ghi JSON: dấu ngoặc kép không đóng"},
           Case{"x.jsonl", "{\"id\": \"b\" \"title\": \"Nửa\"}\n",
                "không phải bản ghi JSON: dấu phẩy, dấu ngoặc hoặc tên khóa bị thiếu hay đặt sai chỗ"},
           Case{"x.jsonl.gz", gzip_packed(std::string(100'000, 'a')).substr(0, 60),
                "dữ liệu gzip bị hỏng"},
       }) {
    CAPTURE(c.reason);
    const Archive archive;
    archive.write("bao/" + c.file, c.bytes);
    archive.write("bao/good.txt", plain_text(kMarket));
    const CliResult run = archive.update({"--lang", "vi", "bao"});
    CAPTURE(run.err);
    CHECK(has(run.err, c.reason));
    CHECK_FALSE(has(run.err, "JSON document"));
    // It is kept in English, and told in the language of whoever asks.
    CHECK(has(archive.indexer("status", {"--lang", "vi", "--format", "json"}).out, "not a JSON record") ==
          has(c.reason, "JSON"));
  }
}

TEST_CASE("vietnamese: a folder that cannot be made, one that is empty, feeds that are not read") {
  const Archive archive;
  archive.write("file", "x");
  archive.write("bao/good.txt", plain_text(kMarket));
  const CliResult made = run_cli("indexer", {"update", "--lang", "vi", "--db", "file/db", "bao"},
                                 archive.folder());
  CHECK(made.code == 4);
  CHECK(made.err == "indexer: lỗi: không tạo được 'file/db': không phải thư mục\n");

  CHECK(archive.update({"bao"}).code == 0);
  fs::remove(archive.folder() + "/bao/good.txt");
  const CliResult empty = archive.update({"--lang", "vi", "bao"});
  CAPTURE(empty.err);
  CHECK(has(empty.err, "': rỗng, mà kho có 1 bài từ đó"));

  archive.write("tin/nguon.xml",
                "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Tin</title>"
                "<item><title>Chợ xã</title><description>Chợ xã họp từ sớm.</description></item>"
                "</channel></rss>");
  const CliResult feeds = archive.update({"--lang", "vi", "tin"});
  CAPTURE(feeds.err);
  CHECK(has(feeds.err, "không đọc: nguồn tin RSS và Atom, cần --feeds để đọc (1)"));
}

TEST_CASE("vietnamese: what is damaged in an index") {
  const Archive archive({kMarket});
  for (const auto& entry : fs::recursive_directory_iterator(archive.only_layer())) {
    if (entry.is_regular_file() && entry.file_size() > 0) {
      std::ofstream(entry.path(), std::ios::app) << 'x';
      break;
    }
  }
  const CliResult run = archive.indexer("verify", {"--lang", "vi", "--full"});
  CAPTURE(run.err);
  CHECK(run.code == 3);
  CHECK(run.err.starts_with("indexer: lỗi: chỉ mục '"));
  CHECK(has(run.err, "' bị hỏng: "));
  CHECK(has(run.err, " byte, không phải "));
}

TEST_CASE("vietnamese: servers that cannot be asked") {
  const CliResult refused = run_cli(
      "searcher", {"--lang", "vi", "--db", "tcp://127.0.0.1:9", "lúa"}, known_archive().folder());
  CAPTURE(refused.err);
  CHECK(refused.code == 3);
  CHECK(has(refused.err, "không hỏi được 'tcp://127.0.0.1:9': không kết nối được: máy ấy từ chối kết nối"));
}

TEST_CASE("vietnamese: what is to be typed in a hint, and help, name values in Vietnamese") {
  const CliResult diff = known_archive().search({"--lang", "vi", "--diff", "a", "b", "c"});
  CHECK(has(diff.err, "searcher --diff MÃ-BÀI MÃ-BÀI"));
  const CliResult list = known_archive().search({"--lang", "vi", "--list"});
  CHECK(has(list.err, "searcher --keep TÊN --list"));
  const CliResult help = run_cli("searcher", {"--help", "--lang", "vi"}, known_archive().folder());
  CHECK(has(help.out, "--sort THỨ-TỰ"));
  CHECK(has(help.out, "--format DẠNG"));
}
