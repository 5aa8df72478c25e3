#pragma once
/// Makes the images of the tables that a query is read with from the data files that people edit.
/// The build runs these (main.cpp); a program reads what they made (reading_tables.h).
#include <string>

namespace khobao::reading {

/// From data/abbreviations.tsv and the tables of common/names.
std::string abbreviations_image();

/// From data/foreign_*.tsv, places.tsv and spellings.tsv.
std::string spellings_image();

/// From data/everyday.tsv.
std::string everyday_image();

/// Of the vocabulary: its words by their letters without accents.
std::string accented_words_image();

}  // namespace khobao::reading
