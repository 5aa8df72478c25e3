#pragma once
/// Lines as they are compared with the tables of furniture, outlets and captions: letter case, tone
/// placement, punctuation and the figures themselves don't matter there.
#include <cstddef>
#include <string>
#include <string_view>

namespace khobao::read {

/// The words of a line in lower case, tone re-placed, one space between; a number (with its inner
/// dots, commas, colons, slashes and hyphens) becomes "#".
///
///   "Lượt xem: 1.032" -> "lượt xem #"     "GD&TĐ" -> "gd tđ"     "Xem tin theo ngày »" -> the same
///   words
std::string comparison_form(std::string_view line);

/// The key of a record as keys are compared, the comparison form's small letters without marks, and
/// its digits, alone: "Ngày đăng" -> "ngaydang".
std::string bare_key(std::string_view key);

/// Words of a line, by the spaces between; cheap.
size_t count_words(std::string_view line);

/// The code point in lower case, for the letters of Vietnamese print; others unchanged.
char32_t lower(char32_t c);
bool is_upper(char32_t c);

/// True where the first letter of `word` is a capital.
bool starts_upper(std::string_view word);

/// True where `line` has letters and none in lower case.
bool is_all_capitals(std::string_view line);

/// True where the line ends with . ! ? or …, whatever quotation marks and brackets close after it.
bool ends_sentence(std::string_view line);

}  // namespace khobao::read
