#pragma once
/// Makes the images of the tables that a query is read with from the data files that people edit.
/// The build runs these (main.cpp); a program reads what they made (reading_tables.h).
#include <string>
#include <string_view>

namespace khobao::reading {

/// From data/abbreviations.tsv and the tables of common/names.
std::string abbreviations_image();

/// From data/foreign_*.tsv, places.tsv and spellings.tsv.
std::string spellings_image();

/// From data/everyday.tsv.
std::string everyday_image();

/// Of the vocabulary: its words by their letters without accents, and at "" how many bytes the longest
/// of these have, a byte.
std::string accented_words_image();

/// Of the vocabulary, a bit for each word: whether `rows`, query/data/loose_words.tsv, call it a
/// function word.
std::string function_words_image(std::string_view rows);

/// From data/numerals.tsv and numeral_cues.tsv, all words in the tokenizer's form:
///
///   c cue                                       ->  its letters of forms, as the file has them
///   p digits · r Roman · w words · o ordinal    ->  digits TAB Roman TAB words;words TAB ordinal;ordinal
///   nothing                                     ->  words of the longest cue, of the longest numeral, a byte each
std::string numerals_image();

/// From common/names/data/document_kinds.tsv:
///
///   n name · l letters, with and without accents    ->  name TAB letters;letters
///   nothing                                         ->  words of the longest name, a byte
std::string documents_image();

/// From names/data/plain_pairs.txt.
std::string plain_pairs_image();

}  // namespace khobao::reading
