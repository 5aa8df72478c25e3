#pragma once
/// Makes the images of the tables of names that are no part of the gazetteer, each a SortedTable,
/// from the data files of common/names. The build runs these (main.cpp); a program reads what they
/// made (linked/linked_names.h).
#include <string>

namespace khobao::names {

/// Other forms of places and foreign people. Lists are PackedTexts:
///
///   p form · f form        ->  names of places, of foreign people; by name_key(), with and without accents
///   v province · d district ->  other forms of it, its provinces; all by name_key()
///   c city                 ->  nothing; those of the central government, by name_key()
std::string name_forms_image();

/// normalise_word() of an abbreviation of expansions.tsv, with and without accents  ->  what it
/// stands for
std::string expansions_image();

/// Every form of a kind of place, by name_key()  ->  the kind in full, likewise
std::string place_kinds_image();

/// Without accents and in small letters:
///
///   l letters in numbers of documents, two or more        ->  as printed
///   s kind that may stand before a bare number, or its letters  ->  nothing
std::string document_letters_image();

}  // namespace khobao::names
