// How many words the articles of a published archive have (common/archive/shards/shard_lengths.h).
#include "common/archive/shards/shard_lengths.h"

#include <doctest/doctest.h>

#include <fstream>

#include "common/archive/generations/layer_docids.h"
#include "common/archive/publication/publication_tables.h"
#include "tests/support/known_articles.h"
#include "tests/support/published_content.h"
#include "tests/support/temp_dir.h"

using namespace khobao;
using namespace khobao::test;

using Lengths = std::vector<Xapian::termcount>;

namespace {

void put(const std::string& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

}  // namespace

TEST_CASE("shard lengths: each shard holds the table, and it is what Xapian says of each article") {
  const TempDir folder;
  published(known_archive().db(), folder / "pub", 3);
  std::vector<Xapian::Database> shards;
  Xapian::Database all;
  for (const char* name : {"shard-01", "shard-02", "shard-03"}) {
    shards.emplace_back(folder / ("pub/live/" + std::string(name)));
    all.add_database(shards.back());
  }
  for (const Xapian::Database& shard : shards) {
    const auto header = archive::read_publication_header(shard, "shard");
    REQUIRE(header);
    const auto table = archive::read_published_table(shard, *header, archive::kShardLengths, "shard");
    REQUIRE(table);
    put(folder / archive::kShardLengths, *table);
    const auto lengths =
        archive::read_shard_lengths(folder.path(), all.get_lastdocid() + size_t{1});
    REQUIRE(lengths);
    size_t articles = 0;
    for (auto at = all.postlist_begin(""); at != all.postlist_end(""); ++at, ++articles) {
      CAPTURE(*at);
      CHECK((*lengths)[*at] == at.get_doclength());
    }
    CHECK(articles == all.get_doccount());
  }
}

TEST_CASE("shard lengths: articles that are not published have none, and none are behind the last") {
  const TempDir folder;
  put(folder / archive::kShardLengths, archive::shard_lengths({0, 7, 8, 9}, {0, 4, 0, 1}));
  CHECK((*archive::read_shard_lengths(folder.path(), 5) == Lengths{0, 9, 0, 0, 7}));
  CHECK((*archive::read_shard_lengths(folder.path(), 6) == Lengths{0, 9, 0, 0, 7, 0}));
  CHECK(archive::shard_lengths({0, 7}, {0, 0}).empty());
}

TEST_CASE("shard lengths: a table that is none of these articles is damage") {
  const TempDir folder;
  const auto code = [&](const std::string& bytes) {
    put(folder / archive::kShardLengths, bytes);
    const auto read = archive::read_shard_lengths(folder.path(), 2);
    return read ? ErrorCode::internal : read.error().code;
  };
  CHECK(code("12345") == ErrorCode::index_corrupt);
  CHECK(code(std::string(12, '\1')) == ErrorCode::index_corrupt);
}
