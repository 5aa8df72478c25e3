#pragma once
/// The tables that a query is read with, linked in as images (table_sources.h says of what).
#include <vector>

#include "common/text/vocabulary.h"
#include "searcher/reading/tables/phrase_table.h"

namespace khobao::reading {

/// Abbreviations and what they stand for, both ways: HĐND and Hội đồng nhân dân, BCH and Ban Chấp
/// hành or Bộ Chỉ huy.
PhraseTable abbreviations();

/// Names and words with several settled spellings: Mát-xcơ-va and Moskva, Đắc Lắc and Đắk Lắk,
/// Covid-19 and Covid19.
PhraseTable spellings();

/// Everyday words and what newspapers write for them: nhà băng and ngân hàng.
PhraseTable everyday_phrases();

/// A bit for each word of the vocabulary.
class WordBits {
 public:
  explicit WordBits(const char* bits) : bits_(bits) {}
  bool operator[](text::WordId id) const {
    return (static_cast<unsigned char>(bits_[id / 8]) >> id % 8 & 1) != 0;
  }

 private:
  const char* bits_;
};

/// Those of query/data/loose_words.tsv.
WordBits function_words();

/// The words of the vocabulary that have these letters when accents are left out, commonest first.
std::vector<text::WordId> accented_words(std::string_view letters);

/// How many of `letters`, from the first on, a word of the vocabulary begins with when accents are
/// left out.
size_t accented_letters(std::string_view letters);

/// The rows of numerals and of the words in front of them, and of kinds of documents; see
/// numerals_image() and documents_image().
SortedTable numeral_rows();
SortedTable document_rows();

/// Pairs of words that make no name by themselves; without values.
SortedTable plain_pairs();

}  // namespace khobao::reading
