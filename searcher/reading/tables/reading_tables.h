#pragma once
/// The tables that a query is read with, linked in as images (table_sources.h says of what).
#include <vector>

#include "common/text/vocabulary.h"
#include "searcher/reading/tables/phrase_table.h"

namespace khobao::reading {

/// Abbreviations and what they stand for, both ways: HĐND and Hội đồng nhân dân, BCH and Ban Chấp
/// hành or Bộ Chỉ huy.
const PhraseTable& abbreviations();

/// Names and words with several settled spellings: Mát-xcơ-va and Moskva, Đắc Lắc and Đắk Lắk,
/// Covid-19 and Covid19.
const PhraseTable& spellings();

/// Everyday words and what newspapers write for them: nhà băng and ngân hàng.
const PhraseTable& everyday_phrases();

/// The words of the vocabulary that have these letters when accents are left out, commonest first.
std::vector<text::WordId> accented_words(std::string_view letters);

}  // namespace khobao::reading
