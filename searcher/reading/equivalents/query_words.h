#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/tokenizer.h"

namespace khobao::reading {

/// Words side by side, in the form that the tokenizer gives them.
using Words = std::vector<std::string>;

/// The words of a text as articles are indexed by: "Mát-xcơ-va" -> mát xcơ va. Of compounds, the
/// parts.
Words words_of(text::Tokenizer& tokenizer, std::string_view text);

/// The words with a space between them: a key that no other sequence has.
std::string joined(std::span<const std::string> words);

/// The words without accents.
Words folded(std::span<const std::string> words);

/// True for one word whose letters are a Vietnamese syllable, so that it may be a plain word: "ca".
bool is_syllable(std::string_view word);

}  // namespace khobao::reading
