#include "common/text/vocabulary.h"

#include <doctest/doctest.h>

#include <unordered_set>

#include "common/text/analyzer.h"
#include "common/text/letters/normalise.h"
#include "common/text/tables/vocabulary_image.h"
#include "common/text/token.h"

using namespace khobao::text;

extern "C" {
extern const char khobao_vocabulary_image_begin[], khobao_vocabulary_image_end[];
}

TEST_SUITE("text/vocabulary") {
  TEST_CASE("words are numbered in the order of the file, comments aside") {
    const std::string image = vocabulary_image("# a comment\nvà\n\ncủa\r\nlà");
    const Vocabulary words(image);
    CHECK(words.size() == 3);
    CHECK(words.find("và") == WordId{0});
    CHECK(words.find("của") == WordId{1});
    CHECK(words.find("là") == WordId{2});
    CHECK(words.word(1) == "của");
    CHECK_FALSE(words.find("# a comment"));
    CHECK_FALSE(words.find("v"));
    CHECK_FALSE(words.find(""));
  }

  TEST_CASE("the image that is linked in is what the list makes") {
    CHECK(vocabulary_image(vocabulary_bytes()) ==
          std::string_view(
              khobao_vocabulary_image_begin,
              static_cast<size_t>(khobao_vocabulary_image_end - khobao_vocabulary_image_begin)));
  }

  TEST_CASE("an empty vocabulary knows no word") {
    const std::string image = vocabulary_image("");
    const Vocabulary none(image);
    CHECK(none.size() == 0);
    CHECK_FALSE(none.find("và"));
  }

  TEST_CASE("each embedded word is normalised, found under its own number, and there once") {
    const Vocabulary& words = vocabulary();
    std::unordered_set<std::string_view> seen;
    for (WordId id = 0; id < words.size(); ++id) {
      const std::string word(words.word(id));
      CAPTURE(word);
      REQUIRE(normalise_word(word) == word);
      REQUIRE(word.size() <= kMaxTermBytes);
      REQUIRE(words.find(word) == id);
      REQUIRE(seen.insert(words.word(id)).second);
    }
  }

  TEST_CASE("the order of the embedded words is that of analyzer version 2") {
    // Token streams name words by number. Where this fails, either undo the change of
    // data/vocabulary.txt or raise kAnalyzerVersion, and then take over the new figures.
    CHECK(kAnalyzerVersion == 2);
    uint64_t hash = 14695981039346656037u;  // FNV-1a
    for (WordId id = 0; id < vocabulary().size(); ++id) {
      for (char c : std::string(vocabulary().word(id)) + '\n') {
        hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
      }
    }
    CHECK(vocabulary().size() == 12488);
    CHECK(hash == 378283918242485267u);
  }
}
