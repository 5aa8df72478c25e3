// Any bytes read as a page of HTML make a sound article or an error.
#include "indexer/read/reader.h"
#include "tests/support/fuzz_checks.h"

using namespace khobao;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size_bytes) {
  const std::string_view bytes = test::as_text(data, size_bytes);
  const auto article = read::read_article(bytes, read::Form::html, "bai.html", {});
  if (article) test::check_article(*article);
  return 0;
}
