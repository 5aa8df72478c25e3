// A stored article of any bytes, compressed or not, is an article that is stored again as it was,
// or damaged.
#include "common/archive/stored_article.h"
#include "common/archive/text_compression.h"
#include "tests/support/fuzz_checks.h"

using namespace khobao;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size_bytes) {
  const std::string_view bytes = test::as_text(data, size_bytes);
  static const archive::TextDictionary no_dictionary("");
  const auto unpacked = archive::decompress(bytes, no_dictionary);
  for (const std::string_view stored : {bytes, unpacked ? std::string_view(*unpacked) : ""}) {
    const auto article = archive::decode_article(stored);
    if (!article) continue;
    const auto again = archive::decode_article(archive::encode_article(*article));
    test::require(again && *again == *article, "stored again, the article differs");
    archive::citable_text(*article);
  }
  return 0;
}
