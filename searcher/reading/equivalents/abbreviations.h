#pragma once
#include "searcher/reading/equivalents/phrase_groups.h"

namespace khobao::reading {

/// Abbreviations and what they stand for, both ways: HĐND and Hội đồng nhân dân, BCH and Ban Chấp
/// hành or Bộ Chỉ huy; from data/abbreviations.tsv and the tables of common/names.
const PhraseGroups& abbreviations();

}  // namespace khobao::reading
