// Word 97 files of any bytes: a page in UTF-8, or nothing; no loops, nothing outside of the file.
#include "common/text/letters/utf8.h"
#include "indexer/extract/word97/word97_document.h"
#include "tests/support/fuzz_checks.h"

using namespace khobao;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size_bytes) {
  constexpr size_t kMostBytes = 1 << 20, kMostFontBytes = 64;
  const auto document = extract::read_word97_document(test::as_text(data, size_bytes), kMostBytes);
  if (!document || !*document) return 0;
  test::require(text::is_valid_utf8((*document)->text), "no UTF-8");
  test::require((*document)->text.size() <= kMostBytes * kMostFontBytes, "a bomb");
  return 0;
}
