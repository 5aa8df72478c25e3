#include <doctest/doctest.h>

#include "tests/support/archive.h"
#include "tests/support/known_articles.h"
#include "tests/support/temp_dir.h"

using namespace khobao::test;

TEST_CASE("verify: a whole index is said to be whole, a damaged one is named with the way out") {
  const Archive archive({known_articles()});
  const CliResult whole = run_cli("indexer", {"verify", "--db", archive.db()}, archive.folder());
  CHECK(whole.code == 0);
  CHECK(whole.out == "index '" + archive.db() + "' is whole: 12 articles\n");

  const std::string postings = archive.only_layer() + "/index/postlist.glass";
  std::string bytes = read_file(postings);
  bytes.resize(bytes.size() / 2);
  write_file(postings, bytes);
  const CliResult damaged = run_cli("indexer", {"verify", "--db", archive.db()}, archive.folder());
  CHECK(damaged.code == 3);
  CHECK(damaged.err.find("is damaged: ") != std::string::npos);
  CHECK(damaged.err.find("indexer rebuild --db") != std::string::npos);
}
