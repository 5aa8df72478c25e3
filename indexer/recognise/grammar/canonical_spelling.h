#pragma once
/// How a name is written in its canonical form: abbreviations of common words spelled out (VN ->
/// Việt Nam, data/expansions.tsv), tone marks placed, dashes and blanks unified.
#include <string>

#include "common/names/lexicon.h"

namespace khobao::recognise {

/// The words [from, end) of a paragraph.
std::string spell(const names::Lexicon& lexicon, const names::Paragraph& paragraph, size_t from,
                  size_t end);

}  // namespace khobao::recognise
