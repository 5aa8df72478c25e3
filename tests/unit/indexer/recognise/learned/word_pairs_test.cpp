#include "indexer/recognise/learned/word_pairs.h"

#include <doctest/doctest.h>

#include "common/text/word_cache.h"

using namespace khobao::recognise;
using khobao::text::hash_word;

TEST_CASE("packed pairs are found with how surely their words belong together") {
  const std::string file = pack_pairs({{.first = 1, .second = 2, .information = 8, .times = 30},
                                       {.first = 1, .second = 3, .information = 3.5, .times = 30},
                                       {.first = 2, .second = 1, .information = 1, .times = 900}});
  const WordPairs pairs(file);
  CHECK(pairs.find(1, 2) == 3);
  CHECK(pairs.find(1, 3) == 1);
  CHECK(pairs.find(2, 1) == 0);
  CHECK(WordPairs("").find(1, 2) == 0);
}

TEST_CASE("the embedded pairs know words of two syllables") {
  const WordPairs pairs;
  CHECK(pairs.find(hash_word("cạnh"), hash_word("tranh")) == 3);
  CHECK(pairs.find(hash_word("cách"), hash_word("mạng")) > 0);
  CHECK(pairs.find(hash_word("y"), hash_word("cho")) == 0);
}
