#pragma once
/// Numbers as Vietnamese print writes them, read from the digit on which they begin.
///
///   1.665          -> number 1665              98,78%         -> number 98,78
///   2/3, 01/7      -> fraction 2/3, 1/7        02/07/2020     -> date 2/7/2020 over 2/7, 2020
///   22,23/7/2020   -> dates 22/7/2020 and 23/7/2020
///   16.12 after "sáng", "ngày" …               -> fraction 16/12
///   35 - CT/TW     -> document 35-ct/tw over 35, ct, tw
///   100/2019/NĐ-CP -> document 100/2019/nđ-cp over 100, 2019, nđ, cp
#include <string_view>
#include <vector>

#include "common/text/token.h"

namespace khobao::text {

/// Reads the numeric expression that begins at byte `pos`, a digit at which no word is under way,
/// appending its tokens (without gaps), and returns where it ends. `after_date_cue`: the word before
/// announces a date ("ngày", "sáng"), so 16.12 and 30-6 are days of a month. Always consumes at least
/// the digits at `pos`, or returns `pos` where digits go on as a word of letters ("10h30").
size_t read_numeric(std::string_view text, size_t pos, bool after_date_cue, std::vector<Token>& out);

}  // namespace khobao::text
