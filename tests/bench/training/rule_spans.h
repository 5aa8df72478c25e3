#pragma once
/// Names by rules alone, to measure what the learned model adds: bodies of the grammar, places of the
/// gazetteers or after a word for their level, runs of capitals that begin with a surname or stand
/// after a title, and the last syllables of these.
#include <vector>

#include "indexer/recognise/article_reading.h"
#include "indexer/recognise/learned/name_tag.h"

namespace khobao::training {

/// In reading order, apart from each other.
std::vector<recognise::NameSpan> rule_spans(const names::Gazetteer& gazetteer,
                                            recognise::ArticleReading& article);

}  // namespace khobao::training
