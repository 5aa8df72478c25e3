// What an update remembers of its inputs, and deletion marks: they come back, or are refused.
#include "indexer/change/known_inputs.h"

#include <doctest/doctest.h>

#include "common/archive/generations/deletion_marks.h"
#include "indexer/change/claims.h"
#include "tests/support/temp_dir.h"

using namespace khobao::change;
using namespace khobao;

namespace {

KnownInputs some_inputs() {
  KnownInputs inputs;
  KnownFile text{.root = "bao",
                 .path = "2020/cau.txt",
                 .shown = "./bao/2020/cau.txt",
                 .size_bytes = 412,
                 .modified_ns = 1'600'000'000'123'456'789,
                 .records = {}};
  text.records.push_back({.line = 0,
                          .hash = std::string(16, '\x01'),
                          .id = "bao/2020/cau.txt",
                          .outcome = Outcome::indexed,
                          .note = "",
                          .fresh = false,
                          .written = false});
  KnownFile lines{.root = "bao",
                  .path = "tin.jsonl",
                  .shown = "bao/tin.jsonl",
                  .size_bytes = 9,
                  .modified_ns = 0,
                  .records = {}};
  lines.records.push_back({.line = 1,
                           .hash = std::string(16, '\0'),
                           .id = "a",
                           .outcome = Outcome::indexed,
                           .note = "",
                           .fresh = false,
                           .written = false});
  lines.records.push_back({.line = 7,
                           .hash = "",
                           .id = "",
                           .outcome = Outcome::skipped,
                           .note = "not a JSON record",
                           .fresh = false,
                           .written = false});
  lines.records.push_back({.line = 9,
                           .hash = std::string(16, '2'),
                           .id = "a",
                           .outcome = Outcome::duplicate,
                           .note = "its id",
                           .fresh = false,
                           .written = false});
  inputs.emplace(file_id(text), text);
  inputs.emplace(file_id(lines), lines);
  return inputs;
}

}  // namespace

TEST_CASE("known inputs: they come back as they were") {
  const test::TempDir dir;
  const KnownInputs inputs = some_inputs();
  REQUIRE(write_known_inputs(dir / "known", inputs));
  const auto back = read_known_inputs(dir / "known");
  REQUIRE(back);
  REQUIRE(back->size() == inputs.size());
  for (const auto& [id, file] : inputs) {
    CAPTURE(id);
    const KnownFile& again = back->at(id);
    CHECK(again.root == file.root);
    CHECK(again.path == file.path);
    CHECK(again.shown == file.shown);
    CHECK(again.size_bytes == file.size_bytes);
    CHECK(again.modified_ns == file.modified_ns);
    REQUIRE(again.records.size() == file.records.size());
    for (size_t i = 0; i < file.records.size(); ++i) {
      CHECK(again.records[i].line == file.records[i].line);
      CHECK(again.records[i].hash == file.records[i].hash);
      CHECK(again.records[i].id == file.records[i].id);
      CHECK((again.records[i].outcome == file.records[i].outcome));
      CHECK(again.records[i].note == file.records[i].note);
    }
  }
}

TEST_CASE("known inputs and deletion marks: no changed byte and no cut goes unseen") {
  const test::TempDir dir;
  REQUIRE(write_known_inputs(dir / "known", some_inputs()));
  REQUIRE(archive::write_deletion_marks(dir / "marks", {{1, 2, 900}, {}, {70000}}));
  const auto marks = archive::read_deletion_marks(dir / "marks", 3);
  REQUIRE(marks);
  CHECK((*marks == archive::DeletionMarks{{1, 2, 900}, {}, {70000}}));
  CHECK_FALSE(archive::read_deletion_marks(dir / "marks", 2));
  for (const char* name : {"known", "marks"}) {
    const std::string bytes = test::read_file(dir / name);
    for (size_t i = 0; i < bytes.size(); ++i) {
      for (const bool cut : {false, true}) {
        std::string damaged = bytes.substr(0, cut ? i : bytes.size());
        if (!cut) damaged[i] = static_cast<char>(damaged[i] ^ 0x10);
        test::write_file(dir / name, damaged);
        if (read_known_inputs(dir / "known") && archive::read_deletion_marks(dir / "marks", 3))
          FAIL_CHECK(name << ", byte " << i);
      }
    }
    test::write_file(dir / name, bytes);
  }
}

TEST_CASE("claims: the input that comes first has the id, whatever the order they were read in") {
  const Place first{.file = "bao/a.jsonl", .shown = "a.jsonl:9", .line = 9};
  const Place second{.file = "bao/b.jsonl", .shown = "b.jsonl:2", .line = 2};
  const Place input{.file = "-", .shown = "-:1", .line = 1};
  Claims claims;
  CHECK(claims.claim("x", second).granted);
  CHECK(claims.claim("x", second).granted);
  const auto answer = claims.claim("x", first);
  CHECK(answer.granted);
  REQUIRE(answer.other);
  CHECK(answer.other->shown == "b.jsonl:2");
  CHECK_FALSE(claims.claim("x", second).granted);
  CHECK_FALSE(claims.claim("x", input).granted);
  CHECK(claims.claim("y", input).granted);
}
