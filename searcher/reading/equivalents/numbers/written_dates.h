#pragma once
/// Days and quarters in figures and in words:
///
///   ngày 20 tháng 11      ->   20/11            30/6    ->   30 tháng 6
///   ngày 2 tháng 7 năm 2020   ->   2/7 2020, the parts of 2/7/2020
///   quý 4/2016            ->   quý iv 2016, quý 4 năm 2016, quý tư năm 2016
///
/// "ngày" in front of a day says nothing that the day does not.
#include <span>
#include <string>
#include <vector>

#include "searcher/query/interpreter.h"

namespace khobao::reading {

/// Appends the other ways to write each day and each quarter of a year. Of full dates, `words`
/// holds the parts.
void find_written_dates(std::span<const std::string> words, std::vector<query::Equivalent>& out);

}  // namespace khobao::reading
