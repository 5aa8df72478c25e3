#include "common/text/short_strings.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

using namespace khobao::text;

TEST_CASE("words are the same where all of their bytes are, whatever their length") {
  for (size_t size = 0; size <= 40; ++size) {
    const std::string word(size, 'a');
    CAPTURE(size);
    CHECK(same_word(word, std::string(size, 'a')));
    CHECK(quick_hash(word) == quick_hash(std::string(size, 'a')));
    CHECK_FALSE(same_word(word, std::string(size + 1, 'a')));
    for (size_t i = 0; i < size; ++i) {
      std::string other = word;
      other[i] = '\0';
      if (same_word(word, other)) FAIL_CHECK(i);
    }
  }
}

TEST_CASE("short words that differ are rarely hashed alike") {
  std::set<uint32_t> hashes;
  size_t words = 0;
  for (const std::string before : {"", "t", "tr", "trường", "người bạn ", "người bạn đường xa "}) {
    for (const std::string after : {"", "một câu rất dài"}) {
      for (char a = 'a'; a <= 'z'; ++a) {
        for (char b = 'a'; b <= 'z'; ++b, ++words)
          hashes.insert(quick_hash(before + a + b + after));
      }
    }
  }
  CHECK(hashes.size() + 5 >= words);
}
