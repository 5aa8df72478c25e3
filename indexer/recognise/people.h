#pragma once
/// The people of an article, from the places where it names them:
///
///   "ông Trần Văn Tám, Giám đốc Sở Y tế, … ông Tám"   ->   Trần Văn Tám (2 mentions, Giám đốc Sở Y tế)
///   "Tổng thống Donald Trump … Trump"                  ->   Donald Trump (2, Tổng thống)
///
/// A short form is the person of that name named last before it, else the first after it.
#include <span>
#include <vector>

#include "common/names/gazetteer.h"
#include "common/names/mention.h"
#include "common/names/name_key.h"
#include "indexer/recognise/learned/name_tag.h"

namespace khobao::recognise {

/// In the order of their first mention. `spans`: all names, in reading order.
std::vector<names::Person> find_people(const names::Lexicon& lexicon,
                                       std::span<const names::Paragraph> paragraphs,
                                       std::span<const NameSpan> spans, names::NameKeys& keys);

}  // namespace khobao::recognise
