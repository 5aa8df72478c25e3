#pragma once
/// What the model goes by, as sets of bits: for trials that leave some of it out
/// (tests/bench/training). Nothing is left out in use.
#include <array>
#include <string_view>
#include <utility>

namespace khobao::recognise::evidence {

inline constexpr unsigned kWords = 1;         ///< which words they are
inline constexpr unsigned kCasing = 2;        ///< how often archives print them with a capital
inline constexpr unsigned kClasses = 4;       ///< words with like neighbours
inline constexpr unsigned kPairs = 8;         ///< which small word completes the one before it
inline constexpr unsigned kPhrases = 16;      ///< what archives call a phrase
inline constexpr unsigned kForeign = 32;      ///< letters, endings and hints of foreign names
inline constexpr unsigned kArticle = 64;      ///< how the rest of the article prints a word
inline constexpr unsigned kGrammar = 128;     ///< bodies that the grammar finds
inline constexpr unsigned kGazetteers = 256;  ///< places and countries of the tables
inline constexpr unsigned kRoles = 512;       ///< surnames, levels, posts and other word sets

/// The bit of a name as trials give it; 0 where there is no such evidence.
constexpr unsigned named(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, unsigned>, 10> kNames{{
      {"words", kWords},
      {"casing", kCasing},
      {"classes", kClasses},
      {"pairs", kPairs},
      {"phrases", kPhrases},
      {"foreign", kForeign},
      {"article", kArticle},
      {"grammar", kGrammar},
      {"gazetteers", kGazetteers},
      {"roles", kRoles},
  }};
  for (const auto& [known, bit] : kNames) {
    if (known == name) return bit;
  }
  return 0;
}

}  // namespace khobao::recognise::evidence
