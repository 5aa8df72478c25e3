// Any bytes read as Markdown make a sound article.
#include "indexer/read/reader.h"
#include "tests/support/fuzz_checks.h"

using namespace khobao;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size_bytes) {
  const std::string_view bytes = test::as_text(data, size_bytes);
  const auto article = read::read_article(bytes, read::Form::markdown, "bai.md", {});
  if (!article) {
    test::require(article.error().message == "it holds no text", "Markdown was refused");
    return 0;
  }
  test::check_article(*article);
  return 0;
}
