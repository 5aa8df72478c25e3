#include "common/archive/generation.h"

#include <doctest/doctest.h>

#include <filesystem>

#include "tests/support/temp_dir.h"

using namespace khobao;
using namespace khobao::archive;
namespace fs = std::filesystem;

TEST_CASE("generation: new ones get the next number and go live in one step") {
  const test::TempDir dir;
  const std::string db = dir / "db";
  CHECK(live_generation(db).error().code == ErrorCode::index_missing);
  const auto first = create_generation(db);
  REQUIRE(first);
  CHECK(first->name == "generation-000001");
  CHECK(live_generation(db).error().code == ErrorCode::index_missing);  // nothing points to it yet
  REQUIRE(make_live(db, *first));
  CHECK(live_generation(db)->name == "generation-000001");
  const auto second = create_generation(db);
  CHECK(second->name == "generation-000002");
  CHECK(live_generation(db)->name == "generation-000001");
  REQUIRE(make_live(db, *second));
  CHECK(live_generation(db)->name == "generation-000002");
}

TEST_CASE("generation: old ones go, but for the live and the newest replaced one") {
  const test::TempDir dir;
  const std::string db = dir / "db";
  for (int i = 0; i < 4; ++i) REQUIRE(create_generation(db));
  test::write_file(db + "/generation-x/keep", "");
  test::write_file(db + "/notes.txt", "");
  remove_old_generations(db, {"generation-000004", db + "/generation-000004"}, "generation-000002");
  CHECK_FALSE(fs::exists(db + "/generation-000001"));
  CHECK(fs::exists(db + "/generation-000002"));
  CHECK_FALSE(fs::exists(db + "/generation-000003"));
  CHECK(fs::exists(db + "/generation-000004"));
  CHECK(fs::exists(db + "/generation-x/keep"));
  CHECK(fs::exists(db + "/notes.txt"));
}

TEST_CASE("generation: the manifest comes back, and others are refused") {
  const test::TempDir dir;
  const auto generation = create_generation(dir / "db");
  REQUIRE(generation);
  CHECK(read_manifest(dir / "db", *generation).error().code == ErrorCode::index_corrupt);
  Manifest manifest = current_manifest();
  manifest.articles = 12;
  manifest.undated = 2;
  REQUIRE(write_manifest(*generation, manifest));
  const auto back = read_manifest(dir / "db", *generation);
  REQUIRE(back);
  CHECK(back->articles == 12);
  CHECK(back->undated == 2);
  CHECK(back->created == manifest.created);
  CHECK(back->vocabulary == manifest.vocabulary);
  for (int field = 0; field < 3; ++field) {
    Manifest other = manifest;
    if (field == 0) ++other.schema_version;
    if (field == 1) ++other.analyzer_version;
    if (field == 2) other.vocabulary = "0123";
    REQUIRE(write_manifest(*generation, other));
    CHECK(read_manifest(dir / "db", *generation).error().code == ErrorCode::index_incompatible);
  }
  for (const char* garbage :
       {"", "{", "[]", "\"x\"", "{\"schema_version\": \"1\"}", "{\"schema_version\": 1e99}"}) {
    test::write_file(generation->manifest(), garbage);
    CHECK_FALSE(read_manifest(dir / "db", *generation));
  }
}
