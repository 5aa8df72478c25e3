#pragma once
/// Short forms whose meaning stands around them, and words with signs of their own.
///
///   "TS. Lò Văn Mây"  a scholar's title      "TS dự thi"   no title
///   "BCH TƯ Đảng"     TW, trung ương         "ĐẦU TƯ"      no TW
///   "C++", "C#", "K+" words                  "a + b"       none
///   "C++20", "K+1"    the same words, and what goes on after them
#include <string_view>

namespace khobao::text {

/// True for the titles of scholars: TS, GS, ThS, PGS and the like. `term` is the normalised form of
/// `surface`.
bool is_scholar(std::string_view surface, std::string_view term);

/// Where the word begins that may be the name after the title that ends at `end`: after spaces
/// and a mark that titles take ("GS.TS", "TS, BS"); `end` where none does.
size_t behind_title(std::string_view text, size_t end);

/// A capital and then small letters, or a single capital.
bool begins_name(std::string_view word);

/// True where every letter is a capital.
bool is_capitals(std::string_view word);

/// True where "TƯ" between the word `before` and the text `behind` stands for trung ương, as it
/// does anywhere but in words that are printed in capitals.
bool is_central(std::string_view before, std::string_view behind);

inline constexpr size_t kMostSigns = 2;  ///< of a word

/// Where the signs end that belong to the word [begin, end): + and ++, after a single letter #
/// too; `end` where there are none.
size_t signs_end(std::string_view text, size_t begin, size_t end);

}  // namespace khobao::text
