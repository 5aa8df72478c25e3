#include "common/archive/disk/files.h"

#include <doctest/doctest.h>

#include <filesystem>

#include "tests/support/temp_dir.h"

using namespace khobao;
using namespace khobao::archive;
namespace fs = std::filesystem;

TEST_CASE("files: replaced whole, and nothing is left beside them") {
  const test::TempDir dir;
  const std::string path = dir / "a";
  REQUIRE(replace_file(path, "một"));
  REQUIRE(replace_file(path, "hai"));
  CHECK(*read_file(path) == "hai");
  CHECK(*names_in(dir.path()) == std::vector<std::string>{"a"});
  const auto nowhere = replace_file(dir / "none/a", "x");
  REQUIRE_FALSE(nowhere);
  CHECK(nowhere.error().code == ErrorCode::input);
  CHECK(nowhere.error().message ==
        "cannot write '" + dir.path() + "/none/a.new': No such file or directory");
}

TEST_CASE("files: what is missing from an index is damage, what cannot be read is not") {
  const test::TempDir dir;
  CHECK(read_file(dir / "a").error().code == ErrorCode::input);
  CHECK(read_index_file(dir / "a").error().code == ErrorCode::index_corrupt);
  CHECK(read_index_file(dir / "a").error().message == "'" + dir.path() + "/a' is missing");
  CHECK(read_index_file(dir.path()).error().code == ErrorCode::input);
  CHECK(*path_exists(dir / "a") == false);
  CHECK(file_bytes(dir / "a")->has_value() == false);
  test::write_file(dir / "a", "abc");
  CHECK(**file_bytes(dir / "a") == 3);
  CHECK(*is_folder(dir / "a") == false);
  CHECK(*path_exists(dir / "a/b") == false);
}

TEST_CASE("files: a folder is made once, and removed without following links") {
  const test::TempDir dir;
  CHECK(*make_folder(dir / "x"));
  CHECK_FALSE(*make_folder(dir / "x"));
  CHECK(make_folder(dir / "none/x").error().code == ErrorCode::input);
  test::write_file(dir / "kept/a", "a");
  test::write_file(dir / "x/y/z", "z");
  fs::create_directory_symlink(dir / "kept", dir / "x/link");
  REQUIRE(sync_folder(dir / "x"));
  REQUIRE(remove_path(dir / "x"));
  CHECK(*names_in(dir.path()) == std::vector<std::string>{"kept"});
  CHECK(fs::exists(dir / "kept/a"));
  CHECK(remove_path(dir / "x"));
  CHECK_FALSE(names_in(dir / "x"));
  CHECK_FALSE(sync_folder(dir / "x"));
}
