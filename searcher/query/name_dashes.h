#pragma once
/// Dashes inside names, as headlines print them, that exclude nothing:
///
///   Bà Rịa -Vũng Tàu   ->   all(Bà, Rịa, Vũng, Tàu)   "rịa vũng" is one name in the archive
///   Vũng Tàu -Côn Đảo  ->   as typed: no name holds "tàu côn"
#include <string_view>
#include <vector>

#include "searcher/query/ast.h"
#include "searcher/query/interpreter.h"
#include "searcher/query/words/word_statistics.h"

namespace khobao::query {

/// Takes the minus off words that the archive knows as one name with the word typed in front, with
/// a warning that says how to exclude them. Both begin with capitals, or the archive hardly knows
/// one without the other. `query`: the text that the tree was parsed from. `interpreter`: reads
/// words typed without accents; nullptr takes them as typed.
void mend_name_dashes(Node& root, std::string_view query, const WordStatistics& statistics,
                      std::vector<Warning>& warnings, Interpreter* interpreter = nullptr);

}  // namespace khobao::query
