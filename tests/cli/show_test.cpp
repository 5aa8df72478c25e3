// --show, --cite and --open: articles by every name that they have.
#include <doctest/doctest.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "tests/support/known_articles.h"

using namespace khobao::test;
using nlohmann::json;

TEST_CASE("show: several articles, by id and by path") {
  const Archive archive;
  archive.write("bao/2020/cau.txt", plain_text(known_articles().at(0)));
  archive.write("tin.jsonl", json_lines({known_articles().at(1), known_articles().at(2)}));
  REQUIRE(archive.update({"bao", "tin.jsonl"}).code == 0);
  const CliResult both = archive.search({"--show", "bao/2020/cau.txt", "--show", "gao"});
  CHECK(both.code == 0);
  CHECK(both.out.starts_with("Khánh thành cầu Bến Lội\n"));
  CHECK(both.out.find("\n\nLúa gạo được giá\n") != std::string::npos);
  const std::string cau = archive.search({"--show", "bao/2020/cau.txt"}).out;
  const std::string gao = archive.search({"--show", "gao"}).out;
  for (const std::string& path : {std::string("bao/2020/cau.txt"),
                                  archive.folder() + "/bao/2020/cau.txt"}) {
    CAPTURE(path);
    CHECK(archive.search({"--show", path}).out == cau);
  }
  // As the answer shows it: absolute, with its line.
  const std::string path = archive.answer({"vùng hạ lưu"}).hits.at(0).path;
  CHECK(path == archive.folder() + "/tin.jsonl:1");
  CHECK(archive.search({"--show", path}).out == gao);
  CHECK(archive.search({"--show", "tin.jsonl:1"}).out == gao);
  CHECK(archive.search({"--show", "tin.jsonl:9"}).code == 2);
}

TEST_CASE("show: ids of standard input go through one process, bad ones named and passed over") {
  const CliResult run = known_archive().search({"--show", "-", "--format", "jsonl"},
                                               "\xEF\xBB\xBFgao\r\nxyzzy\n\ncau\n");
  CHECK(run.code == 1);
  CHECK(run.err == "searcher: no article has the id or path 'xyzzy'\n");
  const size_t end = run.out.find('\n');
  CHECK(json::parse(run.out.substr(0, end))["id"] == "gao");
  CHECK(json::parse(run.out.substr(end + 1))["id"] == "cau");
  CHECK(known_archive().search({"--show", "-"}, "").code == 1);
}

TEST_CASE("show: as JSON, with all that is known of an article") {
  const CliResult run =
      known_archive().search({"--show", "cau", "--show", "ky-uc", "--format", "json"});
  CHECK(run.code == 0);
  const json all = json::parse(run.out);
  CHECK(all["schema_version"] == 1);
  REQUIRE(all["articles"].size() == 2);
  const json& cau = all["articles"][0];
  CHECK(cau["title"] == "Khánh thành cầu Bến Lội");
  CHECK(cau["published"] == "2020-07-02T08:43");
  CHECK(cau["documents"] == json({"Nghị quyết số 18 - NQ/TU"}));
  CHECK(cau["paragraphs"][0].get<std::string>().starts_with("Sáng 2/7, xã Đồng Mây"));
  CHECK(all["articles"][1]["published"] == nullptr);
  CHECK(known_archive().search({"--show", "cau", "--format", "csv"}).code == 2);
}

TEST_CASE("show: words given beside it are highlighted, in colour alone") {
  const CliResult plain = known_archive().search({"--show", "gao", "lúa gạo"});
  CHECK(plain.out == known_archive().search({"--show", "gao"}).out);
  const CliResult colour =
      known_archive().search({"--show", "gao", "--color", "always", "lúa gạo"});
  CHECK(colour.out.find("\033[1;31mLúa gạo\033[0m") != std::string::npos);
  CHECK(colour.out.find("Giá \033[1;31mlúa gạo\033[0m ở vùng") != std::string::npos);
}

TEST_CASE("show: --cite prints the sentence with most of the query, and its source") {
  const std::string path = known_archive().answer({"nghị trình"}).hits.at(0).path;
  CHECK(known_archive().search({"--show", "cau", "--cite", "nghị trình kỳ tới"}).out ==
        "“Nghị trình kỳ tới còn có đường nối.” (“Khánh thành cầu Bến Lội”, Báo Sông Kon, "
        "2/7/2020, " +
            path + ")\n");
  CHECK(known_archive().search({"--show", "ky-uc", "--cite"}).out.starts_with(
      "“Ngày ấy chưa có cầu, người làng qua sông bằng đò ngang.” (“Ký ức bến sông”, không rõ "
      "ngày, "));
  CHECK(known_archive().search({"--show", "cau", "--cite", "--lang", "en", "nghị trình"}).out.find(
            ", 2020-07-02, ") != std::string::npos);
  const CliResult alone = known_archive().search({"--cite", "cầu"});
  CHECK(alone.code == 2);
  CHECK(alone.err ==
        "searcher: error: --cite was given without --show\nhint: name an article, as in: searcher "
        "--show '#1' --cite\n");
}

TEST_CASE("show: --open starts the editor at the article's place, or says why it cannot") {
  const Archive archive;
  archive.write("tin.jsonl", json_lines({known_articles().at(1), known_articles().at(2)}));
  REQUIRE(archive.update({"tin.jsonl"}).code == 0);
  const auto open = [&](const std::string& id, const std::string& editor) {
    return run_program(KHOBAO_TEST_SEARCHER,
                       {"--db", archive.db(), "--show", id, "--open", "editor"},
                       {.input = {}, .folder = archive.folder(),
                        .environment = {"EDITOR=" + editor, "VISUAL="}});
  };
  const CliResult run = open("chay", "printf '%s|'");
  CHECK(run.code == 0);
  CHECK(run.out == "+2|" + archive.folder() + "/tin.jsonl|");
  CHECK(open("chay", "no-such-editor-at-all").err.find("cannot start 'no-such-editor-at-all'") !=
        std::string::npos);
  std::filesystem::remove(archive.folder() + "/tin.jsonl");
  const CliResult gone = open("chay", "true");
  CHECK(gone.code == 4);
  CHECK(gone.err.find("no such file\nhint: the archive holds its text: --open pager\n") !=
        std::string::npos);
  CHECK(archive.search({"--show", "chay", "--show", "gao", "--open", "editor"}).code == 2);
}
