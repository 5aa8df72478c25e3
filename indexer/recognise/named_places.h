#pragma once
/// The places of an article, from where it names them:
///
///   "tỉnh Bình Định … Bình Định"      ->   tỉnh Bình Định (2 mentions)
///   "TP Phú Quốc", "Phú Quốc"         ->   thành phố Phú Quốc
///   "Hoa Kỳ", "Mỹ"                    ->   Mỹ
///
/// A bare name has the kind that the article prints with it elsewhere, else the gazetteer's.
#include <span>
#include <vector>

#include "common/names/lexicon.h"
#include "common/names/mention.h"
#include "common/names/name_key.h"
#include "indexer/recognise/learned/name_tag.h"

namespace khobao::recognise {

/// In the order of their first mention. `spans`: all names, in reading order.
std::vector<names::PlaceNamed> find_places(const names::Lexicon& lexicon,
                                           std::span<const names::Paragraph> paragraphs,
                                           std::span<const NameSpan> spans,
                                           names::NameKeys& keys);

}  // namespace khobao::recognise
