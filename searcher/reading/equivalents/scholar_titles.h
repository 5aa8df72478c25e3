#pragma once
/// Titles of scholars and their abbreviations, which mean them in front of names:
///
///   TS Lò Văn Mây   ->   tiến sĩ      TS alone   ->   tiến sĩ, too, beside what the archive introduces
///   tiến sĩ         ->   "ts.", the TS that stands in front of a name (common/text/short_forms.h)
#include <span>
#include <string>
#include <vector>

#include "searcher/query/interpreter.h"

namespace khobao::reading {

/// Appends the titles, and takes away what else an abbreviation in front of a name would mean.
void find_scholar_titles(std::span<const std::string> words, std::vector<query::Equivalent>& out);

}  // namespace khobao::reading
