#pragma once
/// Where a name of an open class ends:
///
///   Công ty | cổ phần Đầu tư và Xây dựng Sông Kon 2 | cho biết …
///   Hội | Văn học Nghệ thuật | tỉnh Bình Định         (places are read by themselves)
///   Giám đốc Bệnh viện | Đa khoa Hoài Sơn | Trần Văn Tám
///
/// Names go on over capital syllables, over common words of names (data/common_words.txt) and over
/// connecting words between two such; they end before anything else.
#include "common/names/lexicon.h"

namespace khobao::recognise {

struct BoundaryRules {
  bool persons = false;  ///< the name may be a person's ("Trường THPT Nguyễn Huệ")
  bool digits = false;   ///< numbers belong to it ("Bệnh viện 175")
  bool joins = false;  ///< "và" may join any two capital words ("Cục Báo chí và Phát thanh")
};

/// The word after the name whose tail begins at word `from`; `from` where there is no tail.
size_t name_end(const names::Lexicon& lexicon, const names::Paragraph& paragraph, size_t from,
                const BoundaryRules& rules);

/// The country or land named at `pos`; single syllables that are also persons' names or parts of
/// other words ("Anh Tám", "Pháp luật") count only where they cannot be those.
names::PhraseTable::Match country_at(const names::Lexicon& lexicon,
                                     const names::Paragraph& paragraph, size_t pos);

/// True where a common word of names begins at `pos`.
bool begins_common(const names::Lexicon& lexicon, const names::Paragraph& paragraph, size_t pos);

/// True where the words [from, end) are common words of names, countries and numbers alone: "công
/// nghệ Mỹ".
bool all_common(const names::Lexicon& lexicon, const names::Paragraph& paragraph, size_t from,
                size_t end);

/// True where the words at `pos` look like a person's name: a surname and another capital.
bool is_person(const names::Lexicon& lexicon, const names::Paragraph& paragraph, size_t pos);

/// True where a phrase may be printed as the words from `pos` on are: words that the data writes in
/// capitals throughout are, and the first or all others that it begins with a capital do.
bool fits_case(const names::Spelling& spelling, const std::vector<names::Word>& words, size_t pos);

/// True where all words that the data writes with a capital are printed with one.
bool fits_exactly(const names::Spelling& spelling, const std::vector<names::Word>& words,
                  size_t pos);

}  // namespace khobao::recognise
