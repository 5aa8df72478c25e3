#pragma once
/// What else the words of a query may be written as, from every source of this folder:
///
///   hđnd khóa 15   ->   [0, 1) hội đồng nhân dân; [1, 3) khóa xv, khóa mười lăm
///
/// Only what the archive can hold is kept: forms with a word that occurs nowhere are left out.
#include <span>
#include <string>
#include <vector>

#include "common/archive/statistics.h"
#include "common/base/message.h"
#include "searcher/query/interpreter.h"
#include "searcher/reading/equivalents/introduced_forms.h"

namespace khobao::reading {

/// At most this many forms of one stretch of words, the surest; and this many of a query.
inline constexpr size_t kMostForms = 12;
inline constexpr size_t kMostEquivalents = 128;

/// In the order of the query, the surest first of each stretch. `words` as for
/// query::Interpreter::equivalents().
/// `introduced`: the archive's own abbreviations, null for none.
std::vector<query::Equivalent> find_equivalents(std::span<const std::string> words,
                                                const archive::Statistics& statistics,
                                                const IntroducedPairs* introduced = nullptr);

/// "also read: hđnd as hội đồng nhân dân; khóa 15 as khóa xv", for the user; "" for none.
Message describe(std::span<const std::string> words,
                 std::span<const query::Equivalent> equivalents);

}  // namespace khobao::reading
