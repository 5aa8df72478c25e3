#pragma once
/// Quotation marks that came with a pasted headline, told from those that ask for a phrase.
///
///   Giá lợn tăng: ‘Sẽ lại phải giải cứu’   ->   the two marks: words like the others
///   ‘giải cứu lợn’                         ->   none: the whole query is a phrase
///   "giải cứu" lợn                         ->   none: straight double marks are typed
#include <string_view>
#include <vector>

#include "searcher/query/lexer.h"

namespace khobao::query {

/// The places (bytes, ascending) of marks as print sets them, single or curly, that stand round a
/// part of the query and beside no operator. `lexemes`: of this query.
std::vector<size_t> pasted_marks(std::string_view query, const std::vector<Lexeme>& lexemes);

}  // namespace khobao::query
