// An article that is hidden by order is in no answer through updates and rebuilds, until the order is
// withdrawn. The articles are invented.
#include <doctest/doctest.h>

#include <filesystem>

#include "tests/support/archive.h"

using namespace khobao::test;

namespace {

const std::vector<TestArticle> kArticles = {
    {.id = "a1",
     .date = "2020-07-02",
     .title = "Khánh thành cầu Bến Lội",
     .body = "Bà con xã Đồng Mây qua cầu từ sáng sớm, ông Trần Văn Kha nói.",
     .source = "Báo Sông Kon"},
    {.id = "a2", .date = "2021-03-04", .title = "Lúa gạo được giá", .body = "Bà con ra đồng sớm."}};

void check_hidden(const Archive& archive) {
  CHECK(listed(archive.ids()) == "a2 bao/cho.txt");
  CHECK(archive.search({"--count", "cầu Bến Lội"}).out == "0\n");
  CHECK(archive.search({"--show", "a1"}).code != 0);
  CHECK(archive.search({"--list", "source", "báo sông"}).out == "");
  CHECK(archive.search({"--list", "person"}).out.find("Kha") == std::string::npos);
  CHECK(archive.indexer("verify", {"--full"}).code == 0);
}

Archive& made() {
  static Archive archive(kArticles);
  archive.write("bao/cho.txt", plain_text({.id = "",
                                           .date = "2022-01-01",
                                           .title = "Chợ Đồng Mây họp phiên đầu năm",
                                           .body = "Bà con đi chợ từ tinh mơ, hàng hóa đầy đủ."}));
  REQUIRE(archive.update({"bao"}).code == 0);
  return archive;
}

}  // namespace

TEST_CASE("hide: an article is in no answer through updates and rebuilds, and comes back") {
  const Archive& archive = made();
  const std::string before = listed(archive.ids());
  const CliResult hide = archive.indexer("hide", {"a1", "--reason", "lệnh 12/QĐ"});
  CHECK(hide.code == 0);
  CHECK(hide.out == "hidden: 'a1'\n");
  CHECK(hide.err == "");
  check_hidden(archive);

  // Its file changes, and so do others: it stays away.
  std::vector<TestArticle> more = kArticles;
  more[0].body += " Cầu dài 412 m.";
  more[1].body += " Trời nắng.";
  archive.write("articles.jsonl", json_lines(more));
  const CliResult update = archive.update({});
  CHECK(update.code == 0);
  CHECK(update.err == "");
  check_hidden(archive);
  REQUIRE(archive.indexer("rebuild").code == 0);
  check_hidden(archive);

  const CliResult listed_text = archive.indexer("status", {"--hidden"});
  CHECK(listed_text.out.find("  a1  lệnh 12/QĐ\n") == 10);
  CHECK(archive.indexer("status").out.find("hidden      1 article: ") != std::string::npos);
  CHECK(archive.indexer("status", {"--format", "json"}).out.find("\"reason\": \"lệnh 12/QĐ\"") !=
        std::string::npos);

  const CliResult back = archive.indexer("unhide", {"a1"});
  CHECK(back.code == 0);
  CHECK(back.out == "shown again: 'a1'\n");
  CHECK(archive.search({"--count", "cầu 412 m"}).out == "1\n");
  CHECK(archive.indexer("status", {"--hidden"}).out == "");
  archive.write("articles.jsonl", json_lines(kArticles));
  REQUIRE(archive.update({}).code == 0);
  CHECK(listed(archive.ids()) == before);
  CHECK(archive.indexer("verify", {"--full"}).code == 0);
}

TEST_CASE("hide: what cannot be done is said") {
  const Archive& archive = made();
  const CliResult unknown = archive.indexer("hide", {"nowhere", "--reason", "x"});
  CHECK(unknown.code == 4);
  CHECK(unknown.err.find("there is no article 'nowhere'") != std::string::npos);
  CHECK(archive.indexer("hide", {"a1"}).code == 2);
  CHECK(archive.indexer("hide", {"--reason", "x"}).code == 2);
  const CliResult shown = archive.indexer("unhide", {"a2"});
  CHECK(shown.code == 4);
  CHECK(shown.err.find("is not hidden") != std::string::npos);
}

TEST_CASE("hide: one whose source is gone stays away, and that is said") {
  const Archive archive(kArticles);
  REQUIRE(archive.update({"--add", "-"}, json_lines({{.id = "s1",
                                                      .date = "2022-05-05",
                                                      .title = "Lễ hội đền Thượng",
                                                      .body = "Bà con về dự hội."}}))
              .code == 0);
  REQUIRE(archive.indexer("hide", {"s1", "--reason", "x"}).code == 0);
  CHECK(archive.search({"--count", "lễ hội"}).out == "0\n");
  const CliResult back = archive.indexer("unhide", {"s1"});
  CHECK(back.code == 1);
  CHECK(back.out == "no longer hidden, but its source is gone: 's1'\n");
}

namespace {

const TestArticle kBridge = {.id = "",
                             .date = "2020-07-02",
                             .title = "Khánh thành cầu Bến Lội",
                             .body = "Bà con xã Đồng Mây qua cầu từ sáng sớm, trời nắng nhẹ."};
const TestArticle kRice = {.id = "",
                           .date = "2021-03-04",
                           .title = "Lúa gạo được giá",
                           .body = "Bà con ra đồng sớm, thương lái mua tận ruộng."};

struct Folder : Archive {
  Folder() {
    write("hd/1.txt", plain_text(kBridge));
    write("hd/2.txt", plain_text(kRice));
    REQUIRE(update({"hd"}).code == 0);
  }
  void move(const std::string& from, const std::string& to) const {
    const std::filesystem::path place = folder() + "/" + to;
    std::filesystem::create_directories(place.parent_path());
    std::filesystem::rename(folder() + "/" + from, place);
  }
};

}  // namespace

TEST_CASE("hide: an order goes with the text when its file is moved or its record changes") {
  const Folder archive;
  REQUIRE(archive.indexer("hide", {"hd/1.txt", "--reason", "án"}).code == 0);
  archive.move("hd/1.txt", "hd/sub/1.txt");
  const CliResult moved = archive.update({});
  CHECK(moved.code == 0);
  CHECK(moved.err.find("hidden, too: 'hd/sub/1.txt', which is the text of 'hd/1.txt'\n") !=
        std::string::npos);
  CHECK(listed(archive.ids()) == "hd/2.txt");
  CHECK(archive.indexer("status", {"--hidden"})
            .out.find("hd/sub/1.txt  án  (the text of 'hd/1.txt')\n") != std::string::npos);
  CHECK(archive.update({}).err == "");
  CHECK(archive.indexer("rebuild").err == "");
  CHECK(listed(archive.ids()) == "hd/2.txt");

  // A record without an id has that of its line, whatever stands in it beside the text.
  archive.write("tin.jsonl", json_lines({kBridge}));
  REQUIRE(archive.update({"tin.jsonl"}).code == 0);
  CHECK(listed(archive.ids()) == "hd/2.txt");
  std::string line = json_lines({kBridge});
  line.insert(1, "\"crawled\": 7, ");
  archive.write("tin.jsonl", line);
  REQUIRE(archive.update({}).code == 0);
  CHECK(listed(archive.ids()) == "hd/2.txt");
  archive.write("tin.jsonl", "");
  REQUIRE(archive.update({"--allow-deletions"}).code == 0);

  const CliResult back = archive.indexer("unhide", {"hd/1.txt"});
  CHECK(back.code == 0);
  CHECK(back.out.find("shown again: 'hd/sub/1.txt', which is the text of 'hd/1.txt'\n") !=
        std::string::npos);
  CHECK(listed(archive.ids()) == "hd/2.txt hd/sub/1.txt");
}

TEST_CASE("hide: a text that came while its article was hidden is hidden where it goes") {
  const Folder archive;
  REQUIRE(archive.indexer("hide", {"hd/1.txt", "--reason", "án"}).code == 0);
  TestArticle later = kBridge;
  later.body += " Cầu dài 412 m.";
  archive.write("hd/1.txt", plain_text(later));
  REQUIRE(archive.update({}).code == 0);
  archive.move("hd/1.txt", "hd/3.txt");
  REQUIRE(archive.update({}).code == 0);
  CHECK(listed(archive.ids()) == "hd/2.txt");
  // One that is withdrawn by itself stays so, beside the others.
  REQUIRE(archive.indexer("unhide", {"hd/3.txt"}).code == 0);
  CHECK(listed(archive.ids()) == "hd/2.txt hd/3.txt");
  REQUIRE(archive.indexer("rebuild").code == 0);
  CHECK(listed(archive.ids()) == "hd/2.txt hd/3.txt");
}

TEST_CASE("hide: others with the same text are named, and stay") {
  const Folder archive;
  archive.write("hd/ban-sao.txt", plain_text(kBridge));
  REQUIRE(archive.update({}).code == 0);
  const CliResult hide = archive.indexer("hide", {"hd/1.txt", "--reason", "bản sao"});
  CHECK(hide.out ==
        "hidden: 'hd/1.txt'\n"
        "not hidden: 'hd/ban-sao.txt', which has the same text as 'hd/1.txt'\n");
  REQUIRE(archive.indexer("rebuild").code == 0);
  CHECK(listed(archive.ids()) == "hd/2.txt hd/ban-sao.txt");
}

TEST_CASE("hide: a second reason stands after the first, and an empty one is none") {
  const Folder archive;
  CHECK(archive.indexer("hide", {"hd/1.txt", "--reason", "   "}).code == 2);
  REQUIRE(archive.indexer("hide", {"hd/1.txt", "--reason", "án 12/2024"}).code == 0);
  const CliResult again = archive.indexer("hide", {"hd/1.txt", "--reason", "theo yêu cầu"});
  CHECK(again.code == 0);
  CHECK(again.out == "hidden already: 'hd/1.txt'; the reason is added to the one before\n");
  CHECK(archive.indexer("status", {"--hidden"}).out.find("  hd/1.txt  án 12/2024; theo yêu cầu\n") !=
        std::string::npos);
}
