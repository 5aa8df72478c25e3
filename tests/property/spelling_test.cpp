// Damaged words are recognised: every slip of common words that is no word itself.
#include <doctest/doctest.h>

#include "common/text/letters/utf8.h"
#include "common/text/tokenizer.h"
#include "common/text/vocabulary.h"
#include "searcher/reading/spelling/keyboard.h"
#include "searcher/reading/spelling/speller.h"
#include "tests/support/counts.h"

using namespace khobao::reading;
using namespace khobao;

namespace {

// Every way to damage a word by a letter doubled, left out, swapped or hit beside.
std::vector<std::string> damaged(const std::string& word) {
  std::vector<std::string> out;
  const std::u32string letters = text::to_code_points(word);
  const auto add = [&](const std::u32string& other) { out.push_back(text::to_utf8(other)); };
  for (size_t i = 0; i < letters.size(); ++i) {
    add(letters.substr(0, i + 1) + letters.substr(i));
    if (letters.size() > 2) add(letters.substr(0, i) + letters.substr(i + 1));
    if (i + 1 < letters.size()) {
      std::u32string swapped = letters;
      std::swap(swapped[i], swapped[i + 1]);
      add(swapped);
    }
    if (letters[i] > 'z') continue;
    for (const char key : keys_beside(static_cast<char>(letters[i]))) {
      std::u32string beside = letters;
      beside[i] = static_cast<char32_t>(key);
      add(beside);
    }
  }
  return out;
}

}  // namespace

TEST_CASE("spelling: one slip away from a common word, that word is among the corrections") {
  // The commonest words of the vocabulary, each as often as its place in it says.
  constexpr text::WordId kWords = 1500, kTried = 250;
  std::vector<std::string> texts;
  for (text::WordId id = 0; id < kWords; ++id) {
    const std::string word(text::vocabulary().word(id));
    std::string text;
    for (text::WordId n = 0; n < kWords / (id + 1) + 1; ++n) text += word + ". ";
    texts.push_back(text);
  }
  const archive::Statistics statistics = test::statistics_of(texts);
  const Speller speller(statistics);
  text::Tokenizer tokenizer;
  size_t tried = 0, found = 0;
  for (text::WordId id = 0; id < kTried; ++id) {
    const std::string word(text::vocabulary().word(id));
    if (text::count_code_points(word) < 3 || word.front() <= '9') continue;
    for (const std::string& other : damaged(word)) {
      std::vector<text::Token> tokens;
      tokenizer.tokenize(other, tokens);
      if (tokens.size() != 1 || tokens.front().term == word) continue;
      const std::string typed = tokens.front().term;
      if (text::vocabulary().find(typed)) continue;
      ++tried;
      for (const Correction& correction :
           speller.corrections({.word = typed, .before = {}, .behind = {}, .unaccented = false})) {
        found += correction.text == word;
      }
    }
  }
  REQUIRE(tried > 2000);
  MESSAGE(found << " of " << tried);
  // Without context; what is not found has several commoner words as near.
  CHECK(found >= tried * 9 / 10);
}
