#pragma once
#include <string_view>

namespace khobao::names {

/// What an abbreviation of data/expansions.tsv stands for, asked in any case, also without accents:
/// "ubnd", "hđnd" and "hdnd" -> "Ủy ban nhân dân", "Hội đồng nhân dân"; "" for other words. For
/// what users type; in articles abbreviations count only as printed (spelling.h).
std::string_view expansion_of(std::string_view word);

}  // namespace khobao::names
