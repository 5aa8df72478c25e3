#pragma once
/// Foreign names that print writes by syllables, with hyphens between:
///
///   Tổng thống Dê-len-xki             one name, where the model sees "Dê"
///   Đô-nan Trăm, Vla-đi-mia Pu-tin    one name each
///   V.Pu-tin                          one name with its initial
///   thăm Cam-pu-chia                  a place of the tables
///
/// Nothing begins or ends within such a word. One that the model passed over is a name where the
/// tables of spellings have it, or where a post or title stands before it; "chụp X-quang" is none.
#include <span>
#include <vector>

#include "common/names/lexicon.h"
#include "indexer/recognise/learned/name_tag.h"

namespace khobao::recognise {

/// Changes `spans`, which stay in reading order and apart from each other.
void join_hyphened(const names::Lexicon& lexicon, std::span<const names::Paragraph> paragraphs,
                   std::vector<NameSpan>& spans);

}  // namespace khobao::recognise
