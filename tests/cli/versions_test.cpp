// An archive that keeps versions does not forget: texts whose file is gone or was overwritten are found,
// told as such, carried through updates, rebuilds, repairs, backups and exports, and hidden with their
// article. The articles are invented.
#include <doctest/doctest.h>

#include <ctime>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>

#include "tests/support/archive.h"
#include "tests/support/archive_content.h"

using namespace khobao::test;
namespace fs = std::filesystem;
using Json = nlohmann::json;

namespace {

// The day in Vietnam, as the indexer has it.
std::string today() {
  const std::time_t there = std::time(nullptr) + 25'200;
  std::tm day{};
  gmtime_r(&there, &day);
  char text[16];
  std::strftime(text, sizeof text, "%Y-%m-%d", &day);
  return text;
}

std::string page(const std::string& title, const std::string& body) {
  return plain_text({.id = "", .date = "2022-01-01", .title = title, .body = body});
}

const std::string kFees = "Học phí năm học mới tăng mười phần trăm ở các trường công lập, sở nói.";
const std::string kFeesEdited =
    "Học phí năm học mới tăng nhẹ ở các trường công lập, sở nói. Phụ huynh đồng tình.";
const std::string kMarket = "Bà con đi chợ Đồng Mây từ tinh mơ, hàng hóa đầy đủ.";
const std::string kBridge = "Xã Đồng Mây khánh thành cầu Bến Lội dài bốn trăm mét.";

// By id, without where they were read: a remembered folder is absolute.
std::map<std::string, khobao::archive::Article> contents_of(const Archive& archive) {
  auto articles = stored_articles(archive.db());
  for (auto& [id, article] : articles) article.path.clear();
  return articles;
}

// The id of the best hit.
std::string first_of(const Archive& archive, const std::string& query) {
  return ids_of(archive.answer({query}).hits).at(0);
}

// The ids of the hits that hold all words.
std::string matches_of(const Archive& archive, const std::string& query) {
  return listed(ids_of(archive.answer({query}).hits, true));
}

// Three articles, of which one is edited and one goes.
struct Kept {
  Archive archive;
  std::string fees = "bao/hoc-phi.txt@" + today(), market = "bao/cho.txt@" + today();

  Kept() {
    archive.write("bao/hoc-phi.txt", page("Tăng học phí", kFees));
    archive.write("bao/cho.txt", page("Chợ họp phiên đầu năm", kMarket));
    archive.write("bao/cau.txt", page("Khánh thành cầu Bến Lội", kBridge));
    REQUIRE(archive.update({"--keep-versions", "bao"}).code == 0);
    archive.write("bao/hoc-phi.txt", page("Học phí nhích nhẹ", kFeesEdited));
    fs::remove(archive.folder() + "/bao/cho.txt");
    const CliResult update = archive.update({"bao"});  // remembers that it keeps them
    REQUIRE(update.code == 0);
    CHECK(update.out.find("kept 2 texts that no source has any more") != std::string::npos);
  }
};

void check_kept(const Kept& kept, const Archive& archive) {
  // One hit for an article: its newest text that matches.
  CHECK(matches_of(archive, "tăng học phí") == "bao/hoc-phi.txt");
  CHECK(archive.search({"--count", "tăng học phí"}).out == "1\n");
  CHECK(matches_of(archive, "học phí tăng mười phần trăm") == kept.fees);
  CHECK(archive.search({"--count", "học phí tăng mười phần trăm"}).out == "1\n");
  CHECK(archive.search({"--count", "--live-only", "học phí tăng mười phần trăm"}).out == "0\n");
  CHECK(first_of(archive, "chợ Đồng Mây hàng hóa") == kept.market);
  CHECK(archive.search({"chợ Đồng Mây hàng hóa"}).out.find("no longer at its source since " + today()) !=
        std::string::npos);
  CHECK(archive.search({"--count", "--live-only", "chợ Đồng Mây hàng hóa"}).out == "0\n");
  CHECK(archive.search({"--count", "date:2022"}).out == "3\n");
  CHECK(archive.search({"--count", "--live-only", "date:2022"}).out == "2\n");
  CHECK(archive.indexer("verify", {"--full"}).code == 0);
}

}  // namespace

TEST_CASE("versions: texts that are gone are found, and one text answers for its article") {
  const Kept kept;
  check_kept(kept, kept.archive);
  const Archive& archive = kept.archive;
  // The id that is gone finds the last text of it.
  const CliResult shown = archive.search({"--show", "bao/cho.txt"});
  CHECK(shown.code == 0);
  CHECK(shown.out.find("id         " + kept.market) != std::string::npos);
  CHECK(shown.out.find("kept       no longer at its source since " + today() +
                       ", where it was bao/cho.txt") != std::string::npos);
  const auto hit = Json::parse(archive.search({"--format", "json", "chợ Đồng Mây"}).out)["hits"][0];
  CHECK(hit["version"] == Json{{"of", "bao/cho.txt"}, {"gone", today()}});
  const auto status = Json::parse(archive.indexer("status", {"--format", "json"}).out);
  CHECK(status["articles"] == 4);
  CHECK(status["kept"] == 2);
  CHECK(status["superseded"] == 1);
}

TEST_CASE("versions: the history of an article lists its texts, and what each changed") {
  const Kept kept;
  const Archive& archive = kept.archive;
  const CliResult history = archive.search({"--history", "bao/hoc-phi.txt"});
  CHECK(history.code == 0);
  CHECK(history.out == "bao/hoc-phi.txt\n"
                       "    at its source: Học phí nhích nhẹ\n"
                       "    compared with the text before: title changed, 1 sentence altered, 1 sentence added "
                       "(searcher --diff 'bao/hoc-phi.txt')\n" +
                           kept.fees + "\n    at its source until " + today() +
                           ": Tăng học phí\n");
  CHECK(archive.search({"--history", kept.fees}).out == history.out);
  const auto json = Json::parse(archive.search({"--history", "bao/hoc-phi.txt", "--format", "json"}).out);
  CHECK(json["versions"].size() == 2);
  CHECK(json["versions"][0]["edits"]["added"] == 1);
  CHECK(json["versions"][1]["gone"] == today());
  CHECK(json["versions"][1]["edits"].is_null());
  const CliResult diff = archive.search({"--diff", "bao/hoc-phi.txt"});
  CHECK(diff.out.find("- Tăng học phí\n") != std::string::npos);
  CHECK(diff.out.find("[-mười phần trăm-] {+nhẹ+}") != std::string::npos);
  CHECK(diff.out.find("+ Phụ huynh đồng tình.") != std::string::npos);
  const CliResult first = archive.search({"--diff", "bao/cau.txt"});
  CHECK(first.code == 2);
  CHECK(first.err.find("no text before that of 'bao/cau.txt'") != std::string::npos);
  CHECK(archive.search({"--history", "bao/nothing.txt"}).code == 2);
}

TEST_CASE("versions: updates, rebuilds and repairs carry them over") {
  Kept kept;
  const Archive& archive = kept.archive;
  const auto before = contents_of(archive);
  for (const std::string command : {"rebuild", "update", "rebuild"}) {
    CAPTURE(command);
    REQUIRE(archive.indexer(command, {}).code == 0);
    CHECK((contents_of(archive) == before));
    check_kept(kept, archive);
  }
  // A text that comes back is at its source again, and what was kept of it stays.
  archive.write("bao/cho.txt", page("Chợ họp phiên đầu năm", kMarket));
  REQUIRE(archive.update({"bao"}).code == 0);
  CHECK(matches_of(archive, "chợ Đồng Mây hàng hóa") == "bao/cho.txt");
  CHECK(archive.search({"--history", "bao/cho.txt"}).out.find(kept.market) != std::string::npos);
  fs::remove(archive.folder() + "/bao/cho.txt");
  // A text that is kept is not kept twice.
  CHECK(archive.update({"bao"}).out.find("; kept ") == std::string::npos);
  check_kept(kept, archive);
  // A second edit on the same day.
  archive.write("bao/hoc-phi.txt", page("Học phí giữ nguyên", "Học phí không đổi, sở nói."));
  REQUIRE(archive.update({"bao"}).code == 0);
  CHECK(first_of(archive, "học phí phụ huynh đồng tình") == kept.fees + ".2");
  CHECK(first_of(archive, "học phí tăng mười phần trăm") == kept.fees);
  // What a run of another day would do: no option, and everything is still there after a rebuild.
  REQUIRE(archive.indexer("rebuild").code == 0);
  CHECK(first_of(archive, "học phí phụ huynh đồng tình") == kept.fees + ".2");
  REQUIRE(archive.update({"--no-keep-versions", "bao"}).code == 0);
  archive.write("bao/hoc-phi.txt", page("Học phí", "Học phí lại tăng gấp đôi, sở nói."));
  REQUIRE(archive.update({"bao"}).code == 0);
  CHECK(archive.search({"--count", "học phí không đổi"}).out == "0\n");
  CHECK(first_of(archive, "học phí tăng mười phần trăm") == kept.fees);
}

TEST_CASE("versions: a rebuild keeps what it replaces, and a moved or touched file is nothing to keep") {
  Archive archive;
  archive.write("bao/hoc-phi.txt", page("Tăng học phí", kFees));
  archive.write("bao/cau.txt", page("Khánh thành cầu Bến Lội", kBridge));
  REQUIRE(archive.update({"--keep-versions", "bao"}).code == 0);
  archive.write("bao/hoc-phi.txt", page("Học phí nhích nhẹ", kFeesEdited));
  REQUIRE(archive.indexer("rebuild").code == 0);
  CHECK(first_of(archive, "học phí tăng mười phần trăm") == "bao/hoc-phi.txt@" + today());
  fs::create_directories(archive.folder() + "/bao/2022");
  fs::rename(archive.folder() + "/bao/cau.txt", archive.folder() + "/bao/2022/cau.txt");
  archive.write("bao/hoc-phi.txt", page("Học phí nhích nhẹ", kFeesEdited));
  const CliResult moved = archive.update({"bao"});
  CHECK(moved.code == 0);
  CHECK(moved.out.find("; kept ") == std::string::npos);
  CHECK(stored_articles(archive.db()).size() == 3);
  // A folder that a rebuild does not name is not wanted any more.
  archive.write("khac/cho.txt", page("Chợ họp phiên đầu năm", kMarket));
  REQUIRE(archive.update({"khac"}).code == 0);
  REQUIRE(archive.indexer("rebuild", {"bao"}).code == 0);
  CHECK(archive.search({"--count", "chợ hàng hóa"}).out == "0\n");
  CHECK(stored_articles(archive.db()).size() == 3);
  // Without the option nothing is kept.
  Archive plain;
  plain.write("bao/hoc-phi.txt", page("Tăng học phí", kFees));
  plain.write("bao/cau.txt", page("Khánh thành cầu Bến Lội", kBridge));
  REQUIRE(plain.update({"bao"}).code == 0);
  plain.write("bao/hoc-phi.txt", page("Học phí nhích nhẹ", kFeesEdited));
  REQUIRE(plain.update({"bao"}).code == 0);
  CHECK(stored_articles(plain.db()).size() == 2);
}

TEST_CASE("versions: they are hidden with their article, and come back with it") {
  Kept kept;
  const Archive& archive = kept.archive;
  REQUIRE(archive.indexer("hide", {"bao/hoc-phi.txt", "--reason", "lệnh 12/QĐ"}).code == 0);
  for (const char* command : {"", "update", "rebuild"}) {
    CAPTURE(command);
    if (*command != '\0') REQUIRE(archive.indexer(command).code == 0);
    CHECK(archive.search({"--count", "học phí"}).out == "0\n");
    CHECK(archive.search({"--show", kept.fees}).code != 0);
  }
  // Its file changes while it is hidden: nothing of that is kept.
  archive.write("bao/hoc-phi.txt", page("Học phí", "Học phí giữ nguyên, sở nói."));
  REQUIRE(archive.update({"bao"}).code == 0);
  CHECK(archive.search({"--count", "học phí"}).out == "0\n");
  CHECK(archive.indexer("unhide", {"bao/hoc-phi.txt"}).code == 0);
  CHECK(first_of(archive, "học phí tăng mười phần trăm") == kept.fees);
  CHECK(archive.search({"--count", "học phí giữ nguyên"}).out == "1\n");
  // An article that is gone is hidden by the id it had.
  CHECK(archive.indexer("hide", {"bao/cho.txt", "--reason", "lệnh 13/QĐ"}).code == 0);
  CHECK(archive.search({"--count", "chợ hàng hóa"}).out == "0\n");
  CHECK(archive.indexer("unhide", {"bao/cho.txt"}).out == "shown again: 'bao/cho.txt'\n");
  CHECK(first_of(archive, "chợ hàng hóa") == kept.market);
  CHECK(archive.indexer("verify", {"--full"}).code == 0);
}

TEST_CASE("versions: a damaged layer is read again with them and with orders to hide articles") {
  Kept kept;
  const Archive& archive = kept.archive;
  REQUIRE(archive.indexer("hide", {"bao/cau.txt", "--reason", "lệnh 14/QĐ"}).code == 0);
  REQUIRE(archive.indexer("rebuild").code == 0);
  const auto before = stored_articles(archive.db());
  const std::string damaged = archive.only_layer() + "/index/postlist.glass";
  std::string bytes = read_file(damaged);
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 0x40);
  write_file(damaged, bytes);
  const CliResult reread = archive.update({"--reread"});
  CHECK(reread.code == 0);
  CHECK(reread.err.find("lost '") == std::string::npos);
  CHECK((stored_articles(archive.db()) == before));
  CHECK(archive.search({"--count", "cầu Bến Lội"}).out == "0\n");
  CHECK(first_of(archive, "chợ Đồng Mây hàng hóa") == kept.market);
}

TEST_CASE("versions: exports, backups and corrections hold them") {
  Kept kept;
  const Archive& archive = kept.archive;
  archive.write("corrections.jsonl",
                R"({"id": "bao/hoc-phi.txt", "field": "author", "value": "Lan Hồ"})" "\n");
  REQUIRE(archive.update({"--corrections", "corrections.jsonl"}).code == 0);
  CHECK(stored_articles(archive.db()).at(kept.fees).author == "Lan Hồ");
  REQUIRE(archive.indexer("rebuild").code == 0);
  CHECK(stored_articles(archive.db()).at(kept.fees).author == "Lan Hồ");
  REQUIRE(archive.indexer("export", {"out"}).code == 0);
  Archive again;
  fs::copy(archive.folder() + "/out", again.folder() + "/out");
  REQUIRE(again.update({"--corrections", "out/corrections.jsonl", "out/articles.jsonl"}).code == 0);
  CHECK((contents_of(archive) == contents_of(again)));
  CHECK(matches_of(again, "tăng học phí") == "bao/hoc-phi.txt");
  REQUIRE(archive.indexer("backup", {"saved"}).code == 0);
  fs::remove_all(archive.db());
  REQUIRE(archive.indexer("restore", {"saved"}).code == 0);
  REQUIRE(archive.indexer("rebuild").code == 0);
  check_kept(kept, archive);
}

TEST_CASE("versions: kept texts that are damaged stop every run that would lose them") {
  Kept kept;
  const Archive& archive = kept.archive;
  const std::string texts = archive.live_generation() + "/kept.jsonl.zst";
  std::string bytes = read_file(texts);
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 0x40);
  write_file(texts, bytes);
  archive.write("bao/cau.txt", page("Cầu Bến Lội", kBridge + " Trời nắng."));
  for (const char* command : {"update", "rebuild"}) {
    const CliResult run = archive.indexer(command);
    CHECK(run.code == 3);
    CHECK(run.err.find("texts that no source has any more, is not what was written") !=
          std::string::npos);
  }
  CHECK(archive.indexer("verify").code == 3);
  const CliResult given_up = archive.indexer("rebuild", {"--allow-deletions"});
  CHECK(given_up.code == 0);
  CHECK(given_up.err.find("its texts are taken from the index") != std::string::npos);
  check_kept(kept, archive);
  CHECK(stored_articles(archive.db()).contains("bao/cau.txt@" + today()));
}

TEST_CASE("versions: what does not keep them says so: an archive made of an export, and hiding") {
  const Kept kept;
  const Archive& archive = kept.archive;
  const std::string to = archive.folder() + "/export";
  const CliResult exported = archive.indexer("export", {to});
  CHECK(exported.code == 0);
  CHECK(exported.err ==
        "indexer: the archive keeps versions; one that is made of the export does with 'indexer "
        "update --keep-versions'\n");
  const Archive copy;
  CHECK(copy.update({to + "/articles.jsonl"})
            .err.find("2 texts of before came from the export of an archive that keeps them; this one "
                      "keeps no further ones without --keep-versions\n") != std::string::npos);
  const Archive keeping;
  CHECK(keeping.update({"--keep-versions", to + "/articles.jsonl"}).err.find("texts of before") ==
        std::string::npos);
  const CliResult hide = archive.indexer("hide", {"bao/hoc-phi.txt", "--reason", "án"});
  CHECK(hide.out.find("while it is hidden, a text that its file loses is not kept\n") !=
        std::string::npos);
}
