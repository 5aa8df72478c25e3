#include "indexer/input/roots.h"

#include <doctest/doctest.h>

#include "tests/support/temp_dir.h"

using namespace khobao;
using input::Root;
using input::Roots;

TEST_CASE("roots: named by their last component, or as told") {
  Roots roots;
  CHECK(roots.add("/data/bao/songkon", "")->name == "songkon");
  CHECK(roots.add("/data/bao/khac/", "other")->name == "other");
  CHECK(roots.add("/data/bao/../tin/./2020//", "")->folder == "/data/tin/2020");
  CHECK(roots.add("/", "")->name == "root");
  CHECK(roots.all().size() == 4);
}

TEST_CASE("roots: a known folder keeps its name") {
  Roots roots;
  REQUIRE(roots.add("/data/songkon", "kon"));
  CHECK(roots.add("/data/songkon", "")->name == "kon");
  CHECK(roots.add("/data/songkon", "kon")->name == "kon");
  CHECK(roots.all().size() == 1);
  const auto renamed = roots.add("/data/songkon", "other");
  REQUIRE_FALSE(renamed);
  CHECK(renamed.error().code == ErrorCode::usage);
  CHECK(renamed.error().hint == "leave out its name, or rebuild the archive under the new one");
}

TEST_CASE("roots: a name stands for one folder") {
  Roots roots;
  REQUIRE(roots.add("/a/bao", ""));
  const auto clash = roots.add("/b/bao", "");
  REQUIRE_FALSE(clash);
  CHECK(clash.error().message ==
        "cannot add root 'bao' for '/b/bao': the archive has root 'bao' for '/a/bao'");
  CHECK(clash.error().hint == "give this one a name of its own with --root NAME=PATH");
  CHECK(roots.add("/b/bao", "bao-b")->name == "bao-b");
}

TEST_CASE("roots: a path lies in the innermost root") {
  Roots roots;
  REQUIRE(roots.add("/data", ""));
  REQUIRE(roots.add("/data/bao/2020", ""));
  CHECK(roots.containing("/data/bao/2020/a.txt")->name == "2020");
  CHECK(roots.containing("/data/bao/2020b/a.txt")->name == "data");
  CHECK(roots.containing("/data/bao")->name == "data");
  CHECK(roots.containing("/database/a.txt") == nullptr);
}

TEST_CASE("roots: are remembered") {
  const test::TempDir folder;
  const std::string file = folder / "roots.json";
  CHECK(Roots::load("db", "")->all().empty());
  CHECK(Roots::load("db", file).error().code == ErrorCode::index_corrupt);
  Roots roots;
  REQUIRE(roots.add("/data/bao \"mới\"", ""));
  REQUIRE(roots.add("/data/khac", "k"));
  test::write_file(file, roots.kept_bytes());
  const auto loaded = Roots::load("db", file);
  REQUIRE(loaded);
  CHECK((loaded->all() == roots.all()));
  test::write_file(file, "[1, 2");
  CHECK(Roots::load("db", file).error().code == ErrorCode::index_corrupt);
}
