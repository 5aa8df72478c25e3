// Where records of JSON Lines files stand that have moved since they were written.
#include "common/archive/record_lines.h"

#include <doctest/doctest.h>

#include "common/archive/disk/hash.h"
#include "tests/support/temp_dir.h"

using namespace khobao;
using namespace khobao::archive;

TEST_CASE("record lines: each record that moved is found, and no other") {
  const test::TempDir dir;
  std::vector<RecordLine> moved;
  for (uint64_t i = 0; i < 100; ++i) moved.emplace_back(hash64("bài-" + std::to_string(i)), i * i);
  REQUIRE(write_record_lines(dir / "lines", moved));
  const auto lines = RecordLines::open(dir / "lines");
  REQUIRE(lines);
  for (uint64_t i = 0; i < 100; ++i) CHECK(lines->line_of("bài-" + std::to_string(i)) == i * i);
  CHECK_FALSE(lines->line_of("bài-100"));
  CHECK_FALSE(RecordLines().line_of("bài-1"));
}

TEST_CASE("record lines: a file that is cut or is another one is refused") {
  const test::TempDir dir;
  REQUIRE(write_record_lines(dir / "lines", {{1, 2}, {3, 4}}));
  const std::string bytes = test::read_file(dir / "lines");
  REQUIRE(RecordLines::open(dir / "lines"));
  for (const std::string& damaged : {std::string(), bytes.substr(0, 5), bytes.substr(0, 30),
                                     bytes + "x", "x" + bytes.substr(1)}) {
    test::write_file(dir / "lines", damaged);
    const auto refused = RecordLines::open(dir / "lines");
    REQUIRE_FALSE(refused);
    CHECK((refused.error().code == ErrorCode::index_corrupt));
  }
  CHECK_FALSE(RecordLines::open(dir / "none"));
}

TEST_CASE("record lines: the line of a path is replaced, colons in names are kept") {
  CHECK(path_with_line("bao/tin.jsonl:7", 12) == "bao/tin.jsonl:12");
  CHECK(path_with_line("bao/10:30.jsonl:7", 6) == "bao/10:30.jsonl:6");
  CHECK(path_with_line("bao/tin.jsonl:7", 0) == "bao/tin.jsonl");
}
