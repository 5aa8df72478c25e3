#pragma once
/// Numbers as Vietnamese print writes them, read from the digit on which they begin.
///
///   1.665, 1.665.000,5 -> number 1665, 1665000,5    3.5, 98,78%    -> number 3,5, 98,78
///   2/3                -> fraction 2/3              1.2.3, 60/36/16 -> numbers 1 2 3, 60 36 16
///   02/07/2020, 22,23/7/2020, 16.12 …              -> date_expression.h
///   35 - CT/TW, 100/2019/NĐ-CP                     -> document_number.h
#include <string_view>
#include <vector>

#include "common/text/numbers/date_expression.h"
#include "common/text/token.h"

namespace khobao::text {

/// Reads the numeric expression that begins at byte `pos`, a digit at which no word is under way,
/// appending its tokens (without gaps), and returns where it ends. `cue` is what the word before
/// says. Always consumes at least the digits at `pos`, or returns `pos` where digits go on as a
/// word of letters ("10h30").
size_t read_numeric(std::string_view text, size_t pos, DateCue cue, std::vector<Token>& out);

}  // namespace khobao::text
