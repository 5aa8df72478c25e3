#pragma once
#include <span>
#include <string>
#include <vector>

#include "searcher/query/interpreter.h"

namespace khobao::reading {

/// The word with i for y or y for i, where that is a habit of spelling and not another word: an
/// open syllable after h, k, l, m, s, t or qu (kĩ and kỹ, lí and lý, quí and quý); "" for others.
std::string with_other_i(const std::string& word);

/// Appends the other spelling of each such word.
void find_letter_habits(std::span<const std::string> words, std::vector<query::Equivalent>& out);

}  // namespace khobao::reading
