#include "indexer/input/json_objects.h"

#include <doctest/doctest.h>

#include "tests/support/temp_dir.h"

using namespace khobao;
using namespace khobao::test;

namespace {

std::vector<std::string> objects_of(const std::string& bytes, size_t most = 1000) {
  const TempDir dir;
  write_file(dir / "x.json", bytes);
  auto source = input::open_source(dir / "x.json", 1 << 20);
  REQUIRE(source);
  input::JsonObjects objects(**source, "", most);
  std::vector<std::string> all;
  input::LineReader::Line line;
  for (;;) {
    const auto more = objects.next(line);
    REQUIRE(more);
    if (!*more) return all;
    CHECK(line.number == all.size() + 1);
    all.push_back(line.too_long ? "too long" : line.text);
  }
}

}  // namespace

TEST_CASE("json documents: arrays and objects over several lines are cut into records") {
  using Strings = std::vector<std::string>;
  CHECK(objects_of("[{\"a\": 1}, {\"b\": {\"c\": [2]}}]") ==
        Strings{"{\"a\": 1}", "{\"b\": {\"c\": [2]}}"});
  CHECK(objects_of("{\n  \"a\": \"x } y\",\n  \"b\": 2\n}\n") ==
        Strings{"{   \"a\": \"x } y\",   \"b\": 2 }"});
  CHECK(objects_of("{\n\"a\": \"\\\"{\"\n}\n{\"b\": 2}") ==
        Strings{"{ \"a\": \"\\\"{\" }", "{\"b\": 2}"});
  CHECK(objects_of("[]").empty());
  CHECK(objects_of("\xEF\xBB\xBF[\n{}\n]\n") == Strings{"{}"});
  CHECK(objects_of("[{\"a\": 1}\noops\n{\"b\": 2}") == Strings{"{\"a\": 1}", "oops", "{\"b\": 2}"});
  CHECK(objects_of("[{\"a\": \"cut off") == Strings{"{\"a\": \"cut off"});
  CHECK(objects_of("[{\"a\": \"" + std::string(200, 'x') + "\"}, {\"b\": 1}]", 100) ==
        Strings{"too long", "{\"b\": 1}"});
}

TEST_CASE("json documents: JSON Lines are none") {
  CHECK(input::is_json_document("[\n  {\"a\": 1}"));
  CHECK(input::is_json_document("[{\"a\": 1}]"));
  CHECK(input::is_json_document("{\n  \"a\": 1\n}"));
  CHECK(input::is_json_document("{ \"a\": [\n 1]}"));
  CHECK_FALSE(input::is_json_document("{\"a\": 1}\n{\"a\": 2}\n"));
  CHECK_FALSE(input::is_json_document("{\"a\": \"a record longer than what was read"));
  CHECK_FALSE(input::is_json_document("[Ảnh] Cầu treo"));
}
