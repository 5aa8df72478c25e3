#pragma once
/// Letters and numbers that are printed with and without a space or a hyphen between them:
///
///   U23         ->   u 23            "U-23", "U.23" and "U 23" are two words
///   iphone 7    ->   iphone7         where the archive holds it
///   100km       ->   100 km          500.000 đồng  ->  500000 đ, 500000đ, 500000 vnđ
#include <span>
#include <string>
#include <vector>

#include "common/archive/statistics.h"
#include "searcher/query/interpreter.h"

namespace khobao::reading {

/// Appends the other ways to write each stretch of letters and numbers side by side.
void find_joined_numbers(std::span<const std::string> words, const archive::Statistics& statistics,
                         std::vector<query::Equivalent>& out);

/// "3 phần trăm" may be printed 3%, one term as the tokenizer has it.
void find_percentages(std::span<const std::string> words, std::vector<query::Equivalent>& out);

}  // namespace khobao::reading
