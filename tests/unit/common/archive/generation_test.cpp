#include "common/archive/generations/generation.h"

#include <doctest/doctest.h>

#include <filesystem>

#include "common/archive/generations/generation_use.h"
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

namespace {

// A generation that is made of `layers`, whose folders are made as well.
Generation generation_of(const std::string& db, const std::vector<Layer>& layers) {
  const auto generation = create_generation(db);
  REQUIRE(generation);
  Manifest manifest = current_manifest();
  for (const Layer& layer : layers) {
    LayerEntry entry;
    entry.name = layer.name;
    manifest.layers.push_back(entry);
  }
  REQUIRE(write_manifest(*generation, manifest));
  return *generation;
}

}  // namespace

TEST_CASE("generation: old ones go with the layers that nobody needs, unless they are in use") {
  const test::TempDir dir;
  const std::string db = dir / "db";
  std::vector<Layer> layers;
  for (int i = 0; i < 4; ++i) layers.push_back(*create_layer(db));
  const Generation first = generation_of(db, {layers[0], layers[1]});
  const Generation second = generation_of(db, {layers[1], layers[2]});
  const Generation third = generation_of(db, {layers[2]});
  REQUIRE(make_live(db, third));
  test::write_file(db + "/generation-x/keep", "");
  test::write_file(db + "/notes.txt", "");
  {
    const GenerationUse use = GenerationUse::begin(second);
    remove_unused(db);
    CHECK_FALSE(fs::exists(first.folder));
    CHECK(fs::exists(second.folder));
    CHECK_FALSE(fs::exists(layers[0].folder));
    CHECK(fs::exists(layers[1].folder));
  }
  remove_unused(db);
  CHECK_FALSE(fs::exists(second.folder));
  CHECK_FALSE(fs::exists(layers[1].folder));
  CHECK(fs::exists(third.folder));
  CHECK(fs::exists(layers[2].folder));
  CHECK_FALSE(fs::exists(layers[3].folder));  // left by a run that was cut short
  CHECK(fs::exists(db + "/generation-x/keep"));
  CHECK(fs::exists(db + "/notes.txt"));
}

TEST_CASE("generation: no bit of the manifest can change unseen") {
  const test::TempDir dir;
  const auto generation = create_generation(dir / "db");
  REQUIRE(generation);
  Manifest manifest = current_manifest();
  manifest.layers.push_back(
      {.name = "layer-000001", .articles = 3, .deleted = 1, .dictionary = "", .files = {}});
  REQUIRE(write_manifest(*generation, manifest));
  const std::string bytes = test::read_file(generation->manifest());
  for (size_t bit = 0; bit < bytes.size() * 8; ++bit) {
    std::string flipped = bytes;
    flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << bit % 8));
    test::write_file(generation->manifest(), flipped);
    if (read_manifest(dir / "db", *generation)) FAIL_CHECK("bit " << bit << " is not missed");
  }
}

TEST_CASE("generation: the manifest comes back, and others are refused") {
  const test::TempDir dir;
  const auto generation = create_generation(dir / "db");
  REQUIRE(generation);
  CHECK(read_manifest(dir / "db", *generation).error().code == ErrorCode::index_corrupt);
  Manifest manifest = current_manifest();
  manifest.articles = 12;
  manifest.undated = 2;
  manifest.layers.push_back({.name = "layer-000001",
                             .articles = 13,
                             .deleted = 1,
                             .dictionary = "ab",
                             .files = {{"index/postlist.glass", {.size_bytes = 7, .hash = "cd"}}}});
  REQUIRE(write_manifest(*generation, manifest));
  const auto back = read_manifest(dir / "db", *generation);
  REQUIRE(back);
  CHECK(back->articles == 12);
  CHECK(back->undated == 2);
  CHECK(back->created == manifest.created);
  CHECK(back->vocabulary == manifest.vocabulary);
  REQUIRE(back->layers.size() == 1);
  CHECK(back->layers[0].name == "layer-000001");
  CHECK(back->layers[0].articles == 13);
  CHECK((back->layers[0].files == manifest.layers[0].files));
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
