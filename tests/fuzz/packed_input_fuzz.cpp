// Any file, gzip and zstd among them, is read to its end, refused as damaged or refused as too
// long; what comes out never outgrows the limit.
#include "indexer/input/byte_source.h"
#include "tests/support/fuzz_checks.h"

using namespace khobao;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size_bytes) {
  constexpr size_t kMaxBytes = 1 << 16;
  const test::MemoryFile file(test::as_text(data, size_bytes));
  auto source = input::open_source(file.path());
  if (!source) return 0;
  const auto bytes = input::read_all(**source, "x", kMaxBytes);
  if (bytes) test::require(bytes->size() <= kMaxBytes, "more than allowed");
  return 0;
}
