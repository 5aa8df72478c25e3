// A token stream of any bytes is read inside its bounds, or damaged.
#include <string>

#include "common/archive/streams/token_stream.h"
#include "tests/support/fuzz_checks.h"

using namespace khobao;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size_bytes) {
  static archive::TokenStream stream;
  const std::string bytes = archive::sealed_stream(test::as_text(data, size_bytes));
  if (!archive::read_token_stream(bytes, stream)) return 0;
  test::require(stream.words.size() <= size_bytes, "more words than bytes");
  test::require(stream.body_begin <= stream.words.size(), "the body begins behind the end");
  size_t letters = 0;
  for (const archive::StreamWord word : stream.words) {
    if (!archive::is_gap(word)) letters += stream.term(word).size();
  }
  for (const archive::Compound& compound : stream.compounds) {
    test::require(compound.place <= stream.words.size(), "a compound behind the end");
    letters += stream.term(compound.word).size();
  }
  for (const std::string_view own : stream.own)
    test::require(stream.number_of(own).has_value(), "an own word is not found");
  return letters == SIZE_MAX;
}
