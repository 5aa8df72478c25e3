// Properties of text analysis on generated input. Every case prints its seed on failure.
#include <doctest/doctest.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <random>
#include <string>
#include <vector>

#include "common/text/letters/fold.h"
#include "common/text/letters/normalise.h"
#include "common/text/letters/syllable.h"
#include "common/text/letters/utf8.h"
#include "common/text/tokenizer.h"
#include "tests/support/token_invariants.h"
#include "tests/support/tokens.h"

using namespace khobao::text;
using namespace khobao::test;

namespace {

constexpr uint32_t kSeeds[] = {1, 7, 20200702, 4294967291u};
constexpr int kRounds = 2000;

using Random = std::mt19937;

size_t below(Random& random, size_t bound) { return random() % bound; }

template <size_t N>
const char* pick(Random& random, const char* const (&list)[N]) {
  return list[below(random, N)];
}

std::string random_bytes(Random& random) {
  std::string out;
  for (size_t n = below(random, 60); n > 0; --n) out += static_cast<char>(random());
  return out;
}

char32_t random_scalar(Random& random) {
  for (;;) {
    const auto c = static_cast<char32_t>(below(random, below(random, 3) == 0 ? 0x110000 : 0x3000));
    if (c < 0xD800 || c > 0xDFFF) return c;
  }
}

std::string random_characters(Random& random) {
  std::string out;
  for (size_t n = below(random, 12); n > 0; --n) append_code_point(out, random_scalar(random));
  return out;
}

// A syllable with its mark on any of its vowels.
std::string random_syllable(Random& random) {
  constexpr const char* kOnsets[] = {"",   "b", "th", "đ",  "Đ",  "ngh", "qu",
                                     "gi", "h", "H",  "kh", "tr", "l",   "V"};
  constexpr const char* kVowels[] = {"a",  "oa",  "oe",  "uy", "iê", "ươ", "ưa",
                                     "uô", "oai", "uyê", "yê", "e",  "ô"};
  constexpr const char* kCodas[] = {"", "", "", "n", "ng", "nh", "c", "t", "k"};
  std::u32string vowels = to_code_points(pick(random, kVowels));
  const size_t at = below(random, vowels.size());
  vowels[at] = add_tone(vowels[at], static_cast<Tone>(below(random, 6)));
  return pick(random, kOnsets) + to_utf8(vowels) + pick(random, kCodas);
}

// Near to print: words, numbers and what stands between them.
std::string random_print(Random& random) {
  constexpr const char* kForms[] = {"TP.",
                                    "T.Ư",
                                    "1.665",
                                    "2/3",
                                    "02/07/2020",
                                    "22,23/7/2020",
                                    "98,78%",
                                    "35-CT/TW",
                                    "100/2019/NĐ-CP",
                                    "ngày",
                                    "sáng",
                                    "tháng",
                                    "thứ",
                                    "16.12",
                                    "7-2020",
                                    "10h30",
                                    "bao.vn",
                                    "a@bao.vn",
                                    "https://bao.vn/x",
                                    "1.2.3",
                                    "Covid",
                                    "\u00D0ảng",
                                    "Vi\u00ADệt",
                                    "35 – CT / TW",
                                    "\u200B",
                                    "U23",
                                    "J.K."};
  constexpr const char* kBetween[] = {" ",   " ", " ", " ",    ". ", ", ",    "\n",
                                      " - ", "",  "…", ".\" ", " (", "\u00A0"};
  std::string out;
  for (size_t n = 1 + below(random, 14); n > 0; --n) {
    out += below(random, 2) == 0 ? random_syllable(random) : std::string(pick(random, kForms));
    out += pick(random, kBetween);
  }
  return out;
}

bool is_all_digits(std::string_view s) {
  return s.find_first_not_of("0123456789") == std::string_view::npos;
}

// The same tokens but for offsets.
std::string without_offsets(const std::vector<Token>& tokens) {
  std::string out;
  for (const Token& t : tokens) {
    out += t.term + " " + name_of(t.kind) + " " + name_of(t.gap) + " " + std::to_string(t.parts) +
           "\n";
  }
  return out;
}

template <class Check>
void for_each_seed(Check check) {
  for (uint32_t seed : kSeeds) {
    CAPTURE(seed);
    Random random(seed);
    for (int round = 0; round < kRounds; ++round) {
      CAPTURE(round);
      check(random);
    }
  }
}

}  // namespace

TEST_SUITE("properties/text") {
  TEST_CASE("tokens of any bytes are sound") {
    for_each_seed([](Random& random) {
      for (const std::string& text :
           {random_bytes(random), random_characters(random), random_print(random)}) {
        CAPTURE(text);
        REQUIRE(fault_in(text, tokenize(text)) == "");
      }
    });
  }

  TEST_CASE("normalise_word is idempotent, and composed") {
    for_each_seed([](Random& random) {
      for (const std::string& word :
           {random_characters(random), random_syllable(random), random_bytes(random)}) {
        CAPTURE(word);
        const std::string once = normalise_word(word);
        REQUIRE(normalise_word(once) == once);
        REQUIRE(compose(once) == once);
      }
    });
  }

  TEST_CASE("every letter of Unicode normalises once and for all") {
    // Planes beyond the second hold no letter that changes.
    for (char32_t c = 0x80; c < 0x30000; ++c) {
      if (c >= 0xD800 && c <= 0xDFFF) continue;
      std::string word = "a";
      append_code_point(word, c);
      const std::string once = normalise_word(word);
      if (normalise_word(once) != once || fold(fold(once)) != fold(once)) {
        CAPTURE(static_cast<uint32_t>(c));
        FAIL_CHECK("not idempotent");
      }
    }
  }

  TEST_CASE("fold is idempotent") {
    for_each_seed([](Random& random) {
      for (const std::string& word :
           {random_characters(random), random_syllable(random), random_bytes(random)}) {
        CAPTURE(word);
        const std::string once = fold(normalise_word(word));
        REQUIRE(fold(once) == once);
        REQUIRE(fold(fold(word)) == fold(word));
      }
    });
  }

  TEST_CASE("composed and decomposed text have the same tokens") {
    for_each_seed([](Random& random) {
      const std::string text = compose(random_print(random));
      CAPTURE(text);
      REQUIRE(without_offsets(tokenize(khobao::text::decompose(text))) == without_offsets(tokenize(text)));
    });
  }

  TEST_CASE("a syllable is one term wherever its tone was typed") {
    for_each_seed([](Random& random) {
      const std::u32string word = to_code_points(normalise_word(random_syllable(random)));
      const auto syllable = parse_syllable(word);
      if (!syllable) return;
      for (size_t at = 0; at < syllable->vowels.size(); ++at) {
        std::u32string vowels = syllable->vowels;
        vowels[at] = add_tone(vowels[at], syllable->tone);
        const std::string typed = to_utf8(syllable->onset + vowels + syllable->coda);
        CAPTURE(typed);
        REQUIRE(terms_of(typed) == to_utf8(word));
      }
    });
  }

  TEST_CASE("the surface of a word or number by itself gives its term again") {
    for_each_seed([](Random& random) {
      const std::string text = random_print(random);
      CAPTURE(text);
      for (const Token& token : tokenize(text)) {
        const std::string surface =
            text.substr(token.begin_byte, token.end_byte - token.begin_byte);
        CAPTURE(surface);
        if (is_all_digits(surface)) continue;  // parts of addresses keep their zeros
        if (token.kind == TokenKind::word &&
            token.term != "tw") {  // TƯ is tw inside document numbers
          REQUIRE(terms_of(surface) == token.term);
        } else if (token.kind == TokenKind::number && token.term.find(',') == std::string::npos) {
          REQUIRE(terms_of(surface) == token.term);
        } else if (token.kind == TokenKind::document || token.kind == TokenKind::address) {
          REQUIRE(tokenize(surface)[0].term == token.term);
        }
      }
    });
  }

  TEST_CASE("terms are their own terms") {
    for_each_seed([](Random& random) {
      const std::string text = random_print(random);
      CAPTURE(text);
      for (const Token& token : tokenize(text)) {
        if (token.kind == TokenKind::document) continue;  // known by their capitals
        if (is_all_digits(token.term)) continue;          // parts of addresses keep their zeros
        CAPTURE(token.term);
        REQUIRE(tokenize(token.term)[0].term == token.term);
      }
    });
  }

  TEST_CASE("a line of its own changes nothing in the tokens behind it but the gap") {
    for_each_seed([](Random& random) {
      const std::string first = random_print(random), second = random_print(random);
      CAPTURE(first);
      CAPTURE(second);
      std::vector<Token> want = tokenize(first), alone = tokenize(second);
      if (!want.empty() && !alone.empty()) alone.front().gap = Gap::paragraph;
      want.insert(want.end(), alone.begin(), alone.end());
      REQUIRE(without_offsets(tokenize(first + "\n" + second)) == without_offsets(want));
    });
  }

  TEST_CASE("offsets move with the text") {
    for_each_seed([](Random& random) {
      const std::string text = random_print(random);
      CAPTURE(text);
      const std::string lead = "\u2013 … ";
      std::vector<Token> moved = tokenize(lead + text);
      for (Token& token : moved) {
        token.begin_byte -= static_cast<uint32_t>(lead.size());
        token.end_byte -= static_cast<uint32_t>(lead.size());
      }
      REQUIRE(moved == tokenize(text));
    });
  }
}
