// Links that lead out of the folders given are read only where --follow says so; an archive that has
// articles of such links asks before it lets them go. The articles are invented.
#include <doctest/doctest.h>

#include <filesystem>

#include "tests/support/archive.h"

using namespace khobao::test;
namespace fs = std::filesystem;

namespace {

std::string page(const std::string& title, const std::string& body) {
  return plain_text({.id = "", .date = "2022-01-01", .title = title, .body = body});
}

struct Linked {
  Archive archive;

  Linked() {
    archive.write("bao/cau.txt", page("Khánh thành cầu Bến Lội", "Bà con qua cầu từ sáng sớm."));
    archive.write("khac/cho.txt", page("Chợ họp phiên đầu năm", "Bà con đi chợ từ tinh mơ."));
    fs::create_symlink(archive.folder() + "/khac/cho.txt", archive.folder() + "/bao/cho.txt");
  }
};

}  // namespace

TEST_CASE("links: what leads out of the folders is passed over and told of, and read with --follow") {
  const Linked linked;
  const Archive& archive = linked.archive;
  const CliResult left = archive.update({"bao"});
  CHECK(left.code == 0);
  CHECK(left.err ==
        "indexer: passed over: links that lead out of the folders, which --follow reads (1)\n");
  CHECK(listed(archive.ids()) == "bao/cau.txt");
  REQUIRE(archive.update({"--follow", "bao"}).code == 0);
  CHECK(listed(archive.ids()) == "bao/cau.txt bao/cho.txt");
  // Remembered with the folder, by updates and rebuilds that name none.
  for (const char* command : {"update", "rebuild"}) {
    CHECK(archive.indexer(command).code == 0);
    CHECK(listed(archive.ids()) == "bao/cau.txt bao/cho.txt");
  }
  const CliResult no_longer = archive.update({"--no-follow", "bao"});
  CHECK(no_longer.code == 0);
  CHECK(listed(archive.ids()) == "bao/cau.txt");
  CHECK(archive.update({"--follow", "--no-follow", "bao"}).code == 2);
}

TEST_CASE("links: an archive that has articles of them asks before it lets them go") {
  const Linked linked;
  const Archive& archive = linked.archive;
  // As an older program left it: it followed the link and remembered nothing of that.
  fs::remove(archive.folder() + "/bao/cho.txt");
  fs::copy(archive.folder() + "/khac/cho.txt", archive.folder() + "/bao/cho.txt");
  REQUIRE(archive.update({"bao"}).code == 0);
  fs::remove(archive.folder() + "/bao/cho.txt");
  fs::create_symlink(archive.folder() + "/khac/cho.txt", archive.folder() + "/bao/cho.txt");
  for (const char* command : {"update", "rebuild"}) {
    CAPTURE(command);
    const CliResult asked = archive.indexer(command);
    CHECK(asked.code == 4);
    CHECK(asked.err.find("1 article of the archive came by links that lead out of the folders") !=
          std::string::npos);
    CHECK(asked.err.find("add --follow to go on reading them") != std::string::npos);
    CHECK(listed(archive.ids()) == "bao/cau.txt bao/cho.txt");
  }
  REQUIRE(archive.update({"--follow", "bao"}).code == 0);
  CHECK(listed(archive.ids()) == "bao/cau.txt bao/cho.txt");
}
