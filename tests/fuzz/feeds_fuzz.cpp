// Feeds of any bytes: records of JSON that are read as any others, or an error.
#include <nlohmann/json.hpp>

#include "indexer/input/web/feed_items.h"
#include "indexer/read/encoding/encoding.h"
#include "indexer/read/reader.h"
#include "tests/support/fuzz_checks.h"

using namespace khobao;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size_bytes) {
  const std::string_view bytes = test::as_text(data, size_bytes);
  (void)input::is_feed(bytes);
  const auto items = input::feed_items(bytes);
  if (!items) return 0;
  test::require(items->size() <= size_bytes, "more items than bytes");
  for (const std::string& item : *items) {
    test::require(nlohmann::json::accept(item), "a record is no JSON: " + item);
    const auto utf8 = read::to_utf8_text(item, "");
    if (!utf8) continue;
    const auto article = read::read_json_record(*utf8, {});
    if (article) test::check_article(*article);
  }
  return 0;
}
