// Any bytes read as plain text make a sound article, with and without a day of receipt.
#include "indexer/read/reader.h"
#include "tests/support/fuzz_checks.h"

using namespace khobao;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size_bytes) {
  const std::string_view bytes = test::as_text(data, size_bytes);
  const read::ReadOptions options{.received = size_bytes % 2 ? "2021-01-01" : ""};
  const auto article = read::read_article(bytes, read::Form::plain_text, "bai.txt", options);
  if (!article) {
    test::require(article.error().message == "it holds no text", "plain text was refused");
    return 0;
  }
  test::check_article(*article);
  return 0;
}
