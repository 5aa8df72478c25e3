// Token streams in a file of their own (common/archive/streams/stream_file.h).
#include <doctest/doctest.h>

#include <filesystem>

#include "common/archive/disk/checked_map.h"
#include "common/archive/disk/files.h"
#include "common/archive/streams/stream_file.h"
#include "common/archive/streams/token_stream.h"
#include "tests/support/temp_dir.h"
#include "tests/support/tokens.h"

using namespace khobao;

namespace {

std::string stream_of(const std::string& text) {
  archive::TokenStreamWriter writer;
  writer.paragraph(test::tokenize(text), archive::Role::body);
  return writer.finish();
}

void write(const std::string& path, const std::vector<std::string>& texts) {
  archive::StreamGatherer gatherer;
  for (const std::string& text : texts)
    gatherer.add(stream_of(text), static_cast<uint32_t>(text.size()));
  REQUIRE(gatherer.write(path));
  CHECK(gatherer.empty());
}

void put(const std::string& path, const std::string& bytes) {
  REQUIRE(archive::replace_file(path, bytes));
}

}  // namespace

TEST_CASE("stream file: streams and lengths are read back where they lie, in order") {
  const test::TempDir dir;
  const std::string a = dir / "a", b = dir / "b", none = dir / "none", all = dir / "all";
  write(a, {"Cầu mới", "", "Xã có lúa gạo"});
  write(b, {"Một bài xyzzy"});
  write(none, {});
  REQUIRE(archive::join_stream_files({{a, 3}, {none, 0}, {b, 1}}, all));
  const auto file = archive::StreamFile::open(all, 4);
  REQUIRE(file);
  CHECK(file->articles() == 4);
  CHECK(file->of(1) == stream_of("Cầu mới"));
  CHECK(file->of(2) == stream_of(""));
  CHECK(file->of(3) == stream_of("Xã có lúa gạo"));
  CHECK(file->of(4) == stream_of("Một bài xyzzy"));
  CHECK(file->of(0).empty());
  CHECK(file->of(5).empty());
  const auto lengths = file->lengths();
  CHECK(std::vector<uint32_t>(lengths.begin(), lengths.end()) ==
        std::vector<uint32_t>{std::string("Cầu mới").size(), 0, std::string("Xã có lúa gạo").size(),
                              std::string("Một bài xyzzy").size()});
  file->passed(4);
  CHECK(file->of(3) == stream_of("Xã có lúa gạo"));
  REQUIRE(archive::join_stream_files({}, all));
  const auto empty = archive::StreamFile::open(all, 0);
  REQUIRE(empty);
  CHECK(empty->of(1).empty());
  CHECK(empty->lengths().empty());
}

TEST_CASE("stream file: damage is found, whatever byte it is, and never read beyond") {
  const test::TempDir dir;
  const std::string path = dir / "streams";
  const std::vector<std::string> texts{"Cầu mới", "Xã có lúa gạo", "Theo Chỉ thị 35-CT/TW"};
  write(path, texts);
  const auto whole = archive::read_file(path);
  REQUIRE(whole);
  // Zeros that fill up to a multiple of 8 bytes are compared by nobody but verify.
  const auto told = [&](const std::string& bytes) {
    put(path, bytes);
    const auto file = archive::StreamFile::open(path, texts.size());
    if (!file) return file.error().code == ErrorCode::index_corrupt;
    archive::TokenStream stream;
    for (uint64_t docid = 1; docid <= texts.size(); ++docid) {
      if (!archive::read_token_stream(file->of(docid), stream)) return true;
    }
    try {
      (void)file->lengths();
    } catch (const archive::DamagedBytes&) {
      return true;
    }
    return false;
  };
  CHECK_FALSE(told(*whole));
  for (size_t size = 0; size < whole->size(); ++size) CHECK(told(whole->substr(0, size)));
  size_t unseen = 0;
  for (size_t at = 0; at < whole->size(); ++at) {
    std::string flipped = *whole;
    flipped[at] = static_cast<char>(flipped[at] ^ 16);
    unseen += !told(flipped);
  }
  CHECK(unseen < 2 * sizeof(uint64_t));
  CHECK_FALSE(archive::StreamFile::open(path, texts.size() + 1));
  std::filesystem::remove(path);
  const auto missing = archive::StreamFile::open(path, texts.size());
  REQUIRE_FALSE(missing);
  CHECK(missing.error().code == ErrorCode::index_corrupt);
}
