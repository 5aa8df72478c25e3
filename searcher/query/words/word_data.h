#pragma once
/// What is known of Vietnamese words before any archive is asked: the files of data/.
#include <string_view>

namespace khobao::query {

/// How strongly the pair is bound in Vietnamese news, 0 to 1 (data/word_pairs.tsv,
/// data/hidden_words.txt); 0 for others.
double known_bond(std::string_view first, std::string_view second);

/// data/loose_words.tsv.
bool is_function_word(std::string_view word);
bool is_leading_word(std::string_view word);

/// data/small_words.txt.
bool is_small_word(std::string_view word);

/// data/surnames.txt.
bool is_surname(std::string_view word);

}  // namespace khobao::query
