#pragma once
/// Makes the images of the tables that pages are read with, where their files need more than
/// row_table() does. The build runs these (main.cpp); a program reads what they made.
#include <string>
#include <string_view>

namespace khobao::read {

/// The image of a SortedTable of outlets, of data/outlets.tsv:
///
///   host, or comparison_form() of another key    ->  the outlet's name
std::string outlets_image(std::string_view rows);

/// Of data/record_keys.tsv: a RowTable of fields and bare_key()s, each key once.
std::string record_keys_image(std::string_view rows);

/// Of data/html_roles.tsv: a RowTable of roles and names, those of the rows "word" or "part".
std::string html_names_image(std::string_view rows, std::string_view word_or_part);

/// Of the file of a legacy charset; see encoding/charset_table.h.
std::string charset_image(std::string_view rows);

}  // namespace khobao::read
