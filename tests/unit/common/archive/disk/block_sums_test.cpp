#include "common/archive/disk/block_sums.h"

#include <doctest/doctest.h>
#include <xapian.h>

#include <filesystem>

#include "common/archive/xapian_guard.h"
#include "tests/support/temp_dir.h"

using namespace khobao;
using namespace khobao::archive;
using namespace khobao::test;

namespace {

// A database of some blocks: many words, each in a few documents.
void write_database(const std::string& path) {
  Xapian::WritableDatabase database(path, Xapian::DB_CREATE);
  for (int i = 0; i < 300; ++i) {
    Xapian::Document document;
    for (int word = 0; word < 40; ++word)
      document.add_term("từ" + std::to_string((i * 7919 + word * 104729) % 5003));
    document.add_value(1, std::string(200, static_cast<char>('a' + i % 26)));
    database.add_document(document);
  }
  database.commit();
}

// Reads all postings and values; the error that this meets.
std::string read_all(const std::string& path) {
  const auto read = guarded("read it", "db", [&]() -> Result<size_t> {
    const Xapian::Database database(path);
    size_t postings = 0;
    for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
      for (auto at = database.postlist_begin(*term); at != database.postlist_end(*term); ++at)
        ++postings;
    }
    for (auto value = database.valuestream_begin(1); value != database.valuestream_end(1); ++value)
      postings += (*value).size();
    return postings;
  });
  return read ? "" : read.error().message;
}

}  // namespace

TEST_CASE("block sums: a block that is not what was written is not read as if it were") {
  const TempDir dir;
  const std::string index = dir / "index", sums = dir / "index.sums";
  write_database(index);
  REQUIRE(write_block_sums(index, sums));
  {
    const auto checked = CheckedBlocks::begin(index, sums);
    REQUIRE(checked);
    CHECK(read_all(index) == "");
  }
  const std::string path = index + "/postlist.glass";
  const std::string whole = read_file(path);
  REQUIRE(whole.size() > 3 * 8192);
  size_t found = 0, blocks = 0;
  for (size_t block = 0; block < whole.size() / 8192; ++block, ++blocks) {
    std::string flipped = whole;
    flipped[block * 8192 + 4000] ^= 1;
    write_file(path, flipped);
    const auto checked = CheckedBlocks::begin(index, sums);
    REQUIRE(checked);
    const std::string error = read_all(index);
    found += error == "index 'db' is damaged: '" + path + "' is not what was written (block " +
                          std::to_string(block) + ")";
  }
  // Every block but those that hold nothing any more.
  CHECK(found + 3 >= blocks);
  write_file(path, whole);
  const auto checked = CheckedBlocks::begin(index, sums);
  REQUIRE(checked);
  CHECK(read_all(index) == "");
}

TEST_CASE("block sums: what is missing, cut or changed is told before anything is read") {
  const TempDir dir;
  const std::string index = dir / "index", sums = dir / "index.sums";
  write_database(index);
  REQUIRE(write_block_sums(index, sums));
  const auto error = [&] {
    const auto checked = CheckedBlocks::begin(index, sums);
    REQUIRE_FALSE(checked);
    CHECK(checked.error().code == ErrorCode::index_corrupt);
    return checked.error().message;
  };
  for (const std::string& path :
       {index + "/iamglass", index + "/postlist.glass", index + "/termlist.glass", sums}) {
    CAPTURE(path);
    const std::string whole = read_file(path);
    write_file(path, whole.substr(0, whole.size() - 1));
    CHECK(error().find("'" + path + "'") == 0);
    std::filesystem::remove(path);
    CHECK(error().find("'" + path + "'") != std::string::npos);
    write_file(path, whole);
  }
  for (const std::string& path : {index + "/iamglass", sums}) {
    std::string flipped = read_file(path);
    const std::string whole = flipped;
    flipped[flipped.size() / 2] ^= 4;
    write_file(path, flipped);
    CHECK(error() == "'" + path + "' is not what was written");
    write_file(path, whole);
  }
  CHECK(CheckedBlocks::begin(index, sums));
}
