#include "common/text/term_counts.h"

#include <doctest/doctest.h>

#include "common/text/tokenizer.h"

using namespace khobao::text;

namespace {

std::string counted(const TermCounts& counts) {
  std::string out;
  for (const auto& [term, times] : counts.terms())
    out += (out.empty() ? "" : ", ") + *term + " " + std::to_string(times);
  return out;
}

}  // namespace

TEST_CASE("terms are counted in the order of their first tokens, and forgotten at the next beginning") {
  Tokenizer tokenizer;
  std::vector<Token> title, body, other;
  tokenizer.tokenize("Cầu Bến Lội", title);
  tokenizer.tokenize("Cầu dài, cầu mới; bến cũ.", body);
  tokenizer.tokenize("Lội suối", other);
  TermCounts counts;
  counts.begin(title.size() + body.size());
  counts.add(title);
  counts.add(body);
  CHECK(counted(counts) == "cầu 3, bến 2, lội 1, dài 1, mới 1, cũ 1");
  counts.begin(other.size());
  counts.add(other);
  CHECK(counted(counts) == "lội 1, suối 1");
  counts.begin(0);
  CHECK(counted(counts) == "");
}
