#include "common/text/word_cache.h"

#include <doctest/doctest.h>

using namespace khobao::text;

TEST_SUITE("text/word_cache") {
  TEST_CASE("words are found again, however many there are") {
    WordCache cache;
    CHECK(cache.find("mưa") == nullptr);
    CHECK(cache.find("") == nullptr);
    for (int i = 0; i < 20'000; ++i) {
      const std::string surface = std::string(static_cast<size_t>(i % 40), 'x') + std::to_string(i);
      REQUIRE(cache.find(surface) == nullptr);
      cache.add({.surface = surface,
                 .term = std::to_string(i),
                 .cue = DateCue::none,
                 .abbreviation = false});
    }
    for (int i = 0; i < 20'000; ++i) {
      const CachedWord* word =
          cache.find(std::string(static_cast<size_t>(i % 40), 'x') + std::to_string(i));
      REQUIRE(word != nullptr);
      REQUIRE(word->term == std::to_string(i));
    }
  }

  TEST_CASE("what was added comes back whole") {
    WordCache cache;
    cache.add({.surface = "TP", .term = "tp", .cue = DateCue::day, .abbreviation = true});
    const CachedWord* word = cache.find("TP");
    REQUIRE(word != nullptr);
    CHECK(word->term == "tp");
    CHECK(word->cue == DateCue::day);
    CHECK(word->abbreviation);
    CHECK(cache.find("tp") == nullptr);
  }

  TEST_CASE("a full cache starts anew") {
    WordCache cache;
    for (int i = 0; i < 250'000; ++i) {
      cache.add(
          {.surface = std::to_string(i), .term = "", .cue = DateCue::none, .abbreviation = false});
    }
    CHECK(cache.find("0") == nullptr);
    CHECK(cache.find("249999") != nullptr);
  }

  TEST_CASE("hashes differ where one byte does") {
    CHECK(hash_word("thành") != hash_word("thánh"));
    CHECK(hash_word("a") != hash_word("b"));
    CHECK(hash_word("") != hash_word(std::string_view("\0", 1)));
    CHECK(hash_word("12345678") != hash_word("12345679"));
    CHECK(hash_word("1234567890123") != hash_word("1234567890124"));
  }
}
