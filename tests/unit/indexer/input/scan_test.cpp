#include "indexer/input/scan.h"

#include <doctest/doctest.h>

#include <filesystem>

#include "tests/support/temp_dir.h"

using namespace khobao;
namespace fs = std::filesystem;

namespace {

struct Scanned {
  std::string ids;
  std::string links_out;
  std::vector<input::Skipped> skipped;
  Result<void> result;
};

Scanned scanned(const std::vector<input::Target>& targets, bool follow = false) {
  input::Roots roots;
  Scanned out{.ids = {}, .links_out = {}, .skipped = {}, .result = {}};
  std::vector<input::InputFile> links;
  out.result = input::scan(
      targets, roots, out.skipped,
      [&](const input::InputFile& file) { out.ids += (out.ids.empty() ? "" : " ") + file.id; },
      {.follow = follow, .links_out = &links});
  for (const input::InputFile& link : links)
    out.links_out += (out.links_out.empty() ? "" : " ") + link.id;
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

TEST_CASE("scan: links that lead out of the roots, and links to folders, are followed where it is asked") {
  const test::TempDir dir;
  test::write_file(dir / "other/real.txt", "x");
  test::write_file(dir / "other/2020/deep.txt", "x");
  test::write_file(dir / "bao/own.txt", "x");
  fs::create_symlink(dir / "other/real.txt", dir / "bao/link.txt");
  fs::create_symlink(dir / "bao/own.txt", dir / "bao/same.txt");
  fs::create_directory_symlink(dir / "other", dir / "bao/a");
  const Scanned left = scanned({{dir / "bao", ""}});
  CHECK(left.ids == "bao/own.txt bao/same.txt");
  CHECK(left.links_out == "bao/link.txt");
  const Scanned followed = scanned({{dir / "bao", ""}}, true);
  CHECK(followed.ids == "bao/link.txt bao/own.txt bao/same.txt bao/a/real.txt bao/a/2020/deep.txt");
  CHECK(followed.links_out == "");
  // Where the other folder is a root, too, the link does not lead out.
  CHECK(scanned({{dir / "bao", ""}, {dir / "other", ""}}).ids ==
        "bao/link.txt bao/own.txt bao/same.txt other/real.txt other/2020/deep.txt");
}

TEST_CASE("scan: links that loop come to an end, and a folder is walked by its own path") {
  const test::TempDir dir;
  test::write_file(dir / "bao/x/a.txt", "x");
  test::write_file(dir / "other/b.txt", "x");
  fs::create_directory_symlink(dir / "bao", dir / "bao/again");
  fs::create_directory_symlink(dir / "bao/x", dir / "bao/a");  // comes before x by name
  fs::create_directory_symlink("..", dir / "bao/x/up");
  fs::create_directory_symlink(dir / "other", dir / "bao/o1");
  fs::create_directory_symlink(dir / "other", dir / "bao/o2");
  fs::create_directory_symlink(dir / "bao", dir / "other/back");
  fs::create_symlink("self", dir / "bao/x/self");
  const Scanned followed = scanned({{dir / "bao", ""}}, true);
  CHECK(followed.ids == "bao/x/a.txt bao/x/self bao/o1/b.txt");
  CHECK(followed.skipped.empty());
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
