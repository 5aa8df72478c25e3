#pragma once
/// The fields of the query language, by the names that people type: the one table that the lexer,
/// `searcher --help` and the grammar's test read.
#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace khobao::query {

enum class Field : unsigned char { title, lede, organisation, source, author, document, date };

struct FieldNames {
  Field field;
  const char* name;
  /// Other names, spaces between; hyphens inside a name, accents and case may be left out.
  const char* others;
  const char* meaning;
};

inline constexpr std::array kFields = {
    FieldNames{Field::title, "title", "tiêu-đề tít", "words of the title"},
    FieldNames{Field::lede, "lede", "sapo mở-đầu", "words of the first paragraph"},
    FieldNames{Field::organisation, "org", "tổ-chức cơ-quan",
               "names the organisation, in any spelling, as --org does"},
    FieldNames{Field::source, "source", "nguồn", "run or credited by the source, as --source does"},
    FieldNames{Field::author, "author", "tác-giả", "words of the author's name as printed"},
    FieldNames{Field::document, "doc", "văn-bản", "cites the document, as --doc does"},
    FieldNames{Field::date, "date", "ngày",
               "published then: 2020, 2020-07, 2/7/2020, 2020-07..2020-09, none"},
};

/// True where the field asks words of a part of the text; the others filter by a value.
constexpr bool is_scope(Field field) { return field == Field::title || field == Field::lede; }

const FieldNames& names_of(Field field);

/// The field that is called so, in any accents, case and with or without hyphens.
std::optional<Field> find_field(std::string_view typed);

/// The field whose name differs from `typed` in one letter left out, added, changed or in two
/// swapped; names of fewer than four letters are not guessed at.
std::optional<Field> nearest_field(std::string_view typed);

}  // namespace khobao::query
