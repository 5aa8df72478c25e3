#include "common/archive/generations/generation.h"

#include <doctest/doctest.h>

#include <filesystem>

#include "common/archive/generations/cleaning.h"
#include "common/archive/generations/generation_use.h"
#include "common/archive/generations/pointer.h"
#include "tests/support/temp_dir.h"

using namespace khobao;
using namespace khobao::archive;
namespace fs = std::filesystem;

namespace {

std::string pointer_of(const std::string& db) { return test::read_file(db + "/current"); }

}  // namespace

TEST_CASE("generation: new ones get the next number and go live in one step") {
  const test::TempDir dir;
  const std::string db = dir / "db";
  CHECK(live_generation(db).error().code == ErrorCode::index_missing);
  fs::create_directory(db);
  REQUIRE(begin_archive(db));
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
  fs::create_directory(db);
  REQUIRE(begin_archive(db));
  std::vector<Layer> layers;
  for (int i = 0; i < 4; ++i) layers.push_back(*create_layer(db));
  const Generation first = generation_of(db, {layers[0], layers[1]});
  const Generation second = generation_of(db, {layers[1], layers[2]});
  const Generation third = generation_of(db, {layers[2]});
  REQUIRE(make_live(db, third));
  test::write_file(db + "/generation-x/keep", "");
  test::write_file(db + "/notes.txt", "");
  {
    const auto use = GenerationUse::begin(second);
    REQUIRE(use);
    CHECK(remove_unused(db, Comparison::checksums).empty());
    CHECK_FALSE(fs::exists(first.folder));
    CHECK(fs::exists(second.folder));
    CHECK_FALSE(fs::exists(layers[0].folder));
    CHECK(fs::exists(layers[1].folder));
  }
  CHECK(remove_unused(db, Comparison::checksums).empty());
  CHECK_FALSE(fs::exists(second.folder));
  CHECK_FALSE(fs::exists(layers[1].folder));
  CHECK(fs::exists(third.folder));
  CHECK(fs::exists(layers[2].folder));
  CHECK_FALSE(fs::exists(layers[3].folder));  // left by a run that was cut short
  CHECK(fs::exists(db + "/generation-x/keep"));
  CHECK(fs::exists(db + "/notes.txt"));
}

TEST_CASE("generation: any doubt keeps what is not needed") {
  const test::TempDir dir;
  const std::string db = dir / "db";
  fs::create_directory(db);
  REQUIRE(begin_archive(db));
  const Layer old_layer = *create_layer(db), layer = *create_layer(db);
  const Generation old = generation_of(db, {old_layer}), live = generation_of(db, {layer});
  REQUIRE(make_live(db, live));
  const std::string pointer = pointer_of(db);
  const auto kept = [&](const std::string& why) {
    CAPTURE(why);
    const auto doubts = remove_unused(db, Comparison::checksums);
    REQUIRE(doubts.size() == 1);
    CHECK_MESSAGE(doubts[0].find(why) != std::string::npos, doubts[0]);
    CHECK(fs::exists(old.folder));
    CHECK(fs::exists(old_layer.folder));
    CHECK(fs::exists(layer.folder));
  };
  SUBCASE("the pointer is damaged") {
    test::write_file(db + "/current", pointer.substr(1));
    kept("its pointer 'current' is not what was written");
  }
  SUBCASE("the pointer is lost") {
    fs::remove(db + "/current");
    kept("its pointer 'current' is missing");
  }
  SUBCASE("the live generation's manifest is damaged") {
    test::write_file(live.manifest(), "{}");
    const auto doubts = remove_unused(db, Comparison::checksums);
    CHECK(fs::exists(old.folder));
    CHECK(fs::exists(old_layer.folder));
  }
  SUBCASE("a file that the live generation names is damaged") {
    Manifest manifest = *read_manifest(db, live);
    manifest.files["statistics"] = {.size_bytes = 3, .hash = "00"};
    REQUIRE(write_manifest(live, manifest));
    kept("'statistics' is missing");
    test::write_file(live.statistics(), "abc");
    kept("'statistics' is not what was written");
  }
  SUBCASE("what is not live is newer") {
    REQUIRE(make_live(db, old));
    kept("'generation-000003' was kept: it is newer than the live one");
  }
}

TEST_CASE("generation: no layer has the number of one that is gone") {
  const test::TempDir dir;
  const std::string db = dir / "db";
  fs::create_directory(db);
  REQUIRE(begin_archive(db));
  const Layer first = *create_layer(db), second = *create_layer(db), third = *create_layer(db);
  REQUIRE(make_live(db, generation_of(db, {first, second, third})));
  const Generation one_left = generation_of(db, {first});
  REQUIRE(make_live(db, one_left));
  CHECK(remove_unused(db, Comparison::checksums).empty());
  REQUIRE_FALSE(fs::exists(third.folder));
  CHECK(layer_number(create_layer(db)->name) > layer_number(third.name));
}

TEST_CASE("generation: no bit of the pointer can change unseen") {
  const test::TempDir dir;
  const std::string db = dir / "db";
  fs::create_directory(db);
  CHECK(read_pointer(db)->present == false);
  REQUIRE(begin_archive(db));
  CHECK(read_pointer(db)->present);
  CHECK(read_pointer(db)->generation == "");
  const Generation first = generation_of(db, {*create_layer(db)});
  (void)generation_of(db, {*create_layer(db)});
  REQUIRE(make_live(db, first));
  CHECK(read_pointer(db)->generation == "generation-000001");
  const std::string bytes = pointer_of(db);
  for (size_t bit = 0; bit < bytes.size() * 8; ++bit) {
    std::string flipped = bytes;
    flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << bit % 8));
    test::write_file(db + "/current", flipped);
    if (read_pointer(db)) FAIL_CHECK("bit " << bit << " is not missed");
  }
  for (size_t size = 0; size < bytes.size(); ++size) {
    test::write_file(db + "/current", bytes.substr(0, size));
    CHECK(read_pointer(db).error().code == ErrorCode::index_corrupt);
    CHECK(begin_archive(db).error().code == ErrorCode::index_corrupt);
  }
  fs::remove(db + "/current");
  CHECK(read_pointer(db).error().code == ErrorCode::index_corrupt);
  CHECK(begin_archive(db).error().code == ErrorCode::index_corrupt);
}

TEST_CASE("generation: no bit of the manifest can change unseen") {
  const test::TempDir dir;
  fs::create_directory(dir / "db");
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
  fs::create_directory(dir / "db");
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
