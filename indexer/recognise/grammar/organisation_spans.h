#pragma once
/// Brings what the grammar read into line with the names that the model found: the grammar says
/// what a name means, the model where names are.
///
///   model "Trung tâm Nghiên cứu Quốc học", grammar "Trung tâm Nghiên cứu"   ->   the longer one
///   model none, grammar "Vụ Cầu Mây"                                        ->   dropped
#include <span>
#include <vector>

#include "common/names/gazetteer.h"
#include "indexer/recognise/grammar/found.h"
#include "indexer/recognise/grammar/grammar.h"
#include "indexer/recognise/learned/name_tag.h"

namespace khobao::recognise {

/// Afterwards the names of `reading` that are neither nested nor dropped are the organisations
/// among `spans`, in reading order. Dropped ones stay for what they tell of others.
void take_spans(const names::Gazetteer& gazetteer, const Grammar& grammar,
                std::span<const names::Paragraph> paragraphs, bool football,
                std::span<const NameSpan> spans, Reading& reading);

}  // namespace khobao::recognise
