#pragma once
/// The words of data/date_words.tsv.
#include <string_view>

namespace khobao::read {

enum class DateWord : unsigned char { none, label, publish, update };

/// What a word of a date line (comparison form) says; none for words of no date line.
DateWord date_word(std::string_view word);

}  // namespace khobao::read
