// Any bytes make sound tokens (tests/support/token_invariants.h), the same with a warm cache as
// with a cold one; normalisation and folding come to rest after one step.
#include <vector>

#include "common/text/letters/fold.h"
#include "common/text/letters/normalise.h"
#include "common/text/tokenizer.h"
#include "tests/support/fuzz_checks.h"
#include "tests/support/token_invariants.h"

using khobao::test::require;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size_bytes) {
  using namespace khobao::text;
  const std::string_view text = khobao::test::as_text(data, size_bytes);
  static Tokenizer warm;
  std::vector<Token> tokens, cold_tokens;
  warm.tokenize(text, tokens);
  Tokenizer().tokenize(text, cold_tokens);
  require(tokens == cold_tokens, "the cache changes tokens");
  const std::string fault = khobao::test::fault_in(text, tokens);
  require(fault.empty(), fault);
  for (const Token& token : tokens) {
    const std::string folded = fold(token.term);
    require(fold(folded) == folded, "fold is not idempotent");
    if (token.kind != TokenKind::word || token.term.size() + 4 > kMaxTermBytes) continue;
    require(normalise_word(token.term) == token.term,
            "normalise_word is not idempotent: " + token.term);
  }
  require(display_columns(text) <= 2 * size_bytes, "columns");
  require(count_code_points(text) == to_code_points(text).size(), "code points");
  return 0;
}
