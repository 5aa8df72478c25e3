#include "indexer/input/scan.h"

#include <doctest/doctest.h>

#include <filesystem>

#include "tests/support/temp_dir.h"

using namespace khobao;
namespace fs = std::filesystem;

namespace {

struct Scanned {
  std::string ids;
  std::vector<input::Skipped> skipped;
  Result<void> result;
};

Scanned scanned(const std::vector<input::Target>& targets) {
  input::Roots roots;
  Scanned out{.ids = {}, .skipped = {}, .result = {}};
  out.result = input::scan(targets, roots, out.skipped, [&](const input::InputFile& file) {
    out.ids += (out.ids.empty() ? "" : " ") + file.id;
  });
  return out;
}

}  // namespace

TEST_CASE("scan: a folder is walked whole, files by name and then folders by name") {
  const test::TempDir dir;
  for (const char* file :
       {"bao/b.txt", "bao/a.txt", "bao/2020/x.txt", "bao/2019/07/y.txt", "bao/.hidden"})
    test::write_file(dir / file, "x");
  CHECK(scanned({{dir / "bao", ""}}).ids ==
        "bao/.hidden bao/a.txt bao/b.txt bao/2019/07/y.txt bao/2020/x.txt");
  CHECK(scanned({{dir / "bao", "tin"}}).ids ==
        "tin/.hidden tin/a.txt tin/b.txt tin/2019/07/y.txt tin/2020/x.txt");
}

TEST_CASE("scan: a file alone belongs to the root around it, else to its folder") {
  const test::TempDir dir;
  test::write_file(dir / "bao/2020/x.txt", "x");
  CHECK(scanned({{dir / "bao/2020/x.txt", ""}}).ids == "2020/x.txt");
  CHECK(scanned({{dir / "bao/2020/x.txt", ""}, {dir / "bao", ""}}).ids.find("x.txt") !=
        std::string::npos);
  CHECK(scanned({{dir / "bao", ""}, {dir / "bao/2020/x.txt", ""}}).ids == "bao/2020/x.txt");
  CHECK(scanned({{"-", ""}}).ids == "-");
}

TEST_CASE("scan: links to files are followed, links to folders are not") {
  const test::TempDir dir;
  test::write_file(dir / "other/real.txt", "x");
  fs::create_directories(dir / "bao");
  fs::create_symlink(dir / "other/real.txt", dir / "bao/link.txt");
  fs::create_directory_symlink(dir / "bao", dir / "bao/loop");
  CHECK(scanned({{dir / "bao", ""}}).ids == "bao/link.txt");
}

TEST_CASE("scan: an index among the articles is passed over") {
  const test::TempDir dir;
  for (const char* file :
       {"bao/a.txt", "bao/kho/current", "bao/kho/writer.lock", "bao/kho/generation-000001/x",
        "bao/moi/current", "bao/moi/writer.lock", "bao/mat/writer.lock",
        "bao/mat/generation-000001/x", "bao/current/b.txt"})
    test::write_file(dir / file, "x");
  CHECK(scanned({{dir / "bao", ""}}).ids == "bao/a.txt bao/current/b.txt");
}

TEST_CASE("scan: what version control and desktops keep beside files is passed over") {
  const test::TempDir dir;
  for (const char* file : {"bao/a.txt", "bao/.git/HEAD", "bao/.git/objects/ab/cd", "bao/x/.svn/y",
                           "bao/.DS_Store", "bao/x/Thumbs.db", "bao/x/git.txt"})
    test::write_file(dir / file, "x");
  CHECK(scanned({{dir / "bao", ""}}).ids == "bao/a.txt bao/x/git.txt");
}

TEST_CASE("scan: a very deep tree is walked") {
  const test::TempDir dir;
  std::string path = dir / "bao";
  for (int i = 0; i < 400; ++i) path += "/d";
  test::write_file(path + "/x.txt", "x");
  CHECK(scanned({{dir / "bao", ""}}).ids.ends_with("/d/x.txt"));
}

TEST_CASE("scan: a target that is not there is an error") {
  const test::TempDir dir;
  const auto none = scanned({{dir / "none", ""}});
  REQUIRE_FALSE(none.result);
  CHECK(none.result.error().code == ErrorCode::input);
  CHECK(none.result.error().message ==
        "cannot read '" + (dir / "none") + "': No such file or directory");
}
