#pragma once
#include "searcher/reading/equivalents/phrase_groups.h"

namespace khobao::reading {

/// Names and words with several settled spellings: Mát-xcơ-va and Moskva, Đắc Lắc and Đắk Lắk,
/// Covid-19 and Covid19; from data/foreign_*.tsv, places.tsv and spellings.tsv.
const PhraseGroups& spellings();

}  // namespace khobao::reading
