#include "common/archive/publication/publication_tables.h"

#include <doctest/doctest.h>

#include "tests/support/temp_dir.h"

using namespace khobao;
using namespace khobao::archive;

namespace {

std::string long_table() {
  std::string bytes;
  while (bytes.size() < kTablePartBytes * 5 / 2)
    bytes += std::to_string(bytes.size() * 2654435761u);
  return bytes;
}

Xapian::WritableDatabase database_in(const test::TempDir& dir) {
  return Xapian::WritableDatabase(dir / "shard", Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS);
}

}  // namespace

TEST_CASE("publication tables: a table comes back as it was, in as many parts as it needs") {
  const test::TempDir dir;
  Xapian::WritableDatabase shard = database_in(dir);
  PublicationHeader header = current_publication_header();
  const std::string bytes = long_table();
  header.tables["statistics"] = write_published_table(shard, "statistics", bytes, {});
  header.tables["empty"] = write_published_table(shard, "empty", "", {});
  CHECK(header.tables["statistics"].parts == 3);
  shard.set_metadata(kPublicationHeaderKey, publication_header_bytes(header));
  shard.commit();
  const Xapian::Database read(dir / "shard");
  const auto told = read_publication_header(read, "shard-01");
  REQUIRE(told);
  CHECK((told->tables == header.tables));
  CHECK((*read_published_table(read, *told, "statistics", "shard-01") == bytes));
  CHECK(*read_published_table(read, *told, "empty", "shard-01") == "");
}

TEST_CASE("publication tables: a shorter one leaves nothing of the one before") {
  const test::TempDir dir;
  Xapian::WritableDatabase shard = database_in(dir);
  const PublishedTable before = write_published_table(shard, "reposts", long_table(), {});
  write_published_table(shard, "reposts", "short", before);
  shard.commit();
  size_t keys = 0;
  for (auto key = shard.metadata_keys_begin("khobao/"); key != shard.metadata_keys_end("khobao/");
       ++key)
    ++keys;
  CHECK(keys == 1);
}

TEST_CASE("publication tables: what is not what was written is refused by part and shard") {
  const test::TempDir dir;
  Xapian::WritableDatabase shard = database_in(dir);
  PublicationHeader header = current_publication_header();
  header.tables["statistics"] = write_published_table(shard, "statistics", long_table(), {});
  const std::string key = "khobao/statistics/0001";
  std::string part = shard.get_metadata(key);
  part[part.size() / 2] = static_cast<char>(part[part.size() / 2] ^ 1);
  shard.set_metadata(key, part);
  auto read = read_published_table(shard, header, "statistics", "shard-01");
  REQUIRE_FALSE(read);
  CHECK(read.error().code == ErrorCode::index_corrupt);
  CHECK(std::string(read.error().message) ==
        "shard 'shard-01' is damaged: part 1 of its table 'statistics' is not what was written");
  shard.set_metadata(key, "");
  CHECK_FALSE(read_published_table(shard, header, "statistics", "shard-01"));
  header.tables["statistics"].size_bytes = UINT64_MAX;
  CHECK_FALSE(read_published_table(shard, header, "statistics", "shard-01"));
  CHECK_FALSE(read_published_table(shard, header, "lessons", "shard-01"));
}

TEST_CASE("publication header: another database, another version and damage are told apart") {
  const test::TempDir dir;
  Xapian::WritableDatabase shard = database_in(dir);
  const auto code = [&] { return read_publication_header(shard, "s").error().code; };
  CHECK(code() == ErrorCode::index_missing);
  const std::string bytes = publication_header_bytes(current_publication_header());
  shard.set_metadata(kPublicationHeaderKey, bytes);
  CHECK(read_publication_header(shard, "s"));
  std::string other = bytes;
  other.replace(other.find("\"version\": 2"), 12, "\"version\": 1");
  shard.set_metadata(kPublicationHeaderKey, other);
  CHECK(code() == ErrorCode::index_incompatible);
  other = bytes;
  other.replace(other.find("\"shards\": 1"), 11, "\"shards\": 2");
  shard.set_metadata(kPublicationHeaderKey, other);
  CHECK(code() == ErrorCode::index_corrupt);
  shard.set_metadata(kPublicationHeaderKey, "not of ours");
  CHECK(code() == ErrorCode::index_corrupt);
}

TEST_CASE("publication: articles are spread evenly, and by their ids alone") {
  std::vector<size_t> counts(4);
  for (int n = 0; n < 4000; ++n) ++counts[shard_of("Qbao/" + std::to_string(n), counts.size())];
  for (const size_t count : counts) CHECK(count > 900);
  CHECK(shard_of("Qbao/1", 1) == 0);
}
