// Any bytes, whatever charset they declare, become clean UTF-8 in NFC or are refused.
#include "indexer/read/encoding/declared_charset.h"
#include "indexer/read/encoding/encoding.h"
#include "indexer/read/forms/form.h"
#include "tests/support/fuzz_checks.h"

using namespace khobao;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size_bytes) {
  const std::string_view bytes = test::as_text(data, size_bytes);
  for (const std::string& charset :
       {read::declared_charset(bytes), std::string("windows-1258"), std::string("x-unknown")}) {
    const auto text = read::to_utf8_text(bytes, charset);
    if (!text) continue;
    test::require(text::is_valid_utf8(*text), "malformed UTF-8");
    test::require(text::compose(*text) == *text, "not in NFC");
    for (const char c : *text) {
      const auto byte = static_cast<unsigned char>(c);
      test::require(byte >= 0x20 || c == '\n' || c == '\t', "a control character");
    }
    read::form_of("bai", *text);
  }
  return 0;
}
