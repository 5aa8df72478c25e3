#pragma once
/// What an archive calls phrases (learned/phrase_kinds.h), by weights that never saw such counts.
#include <istream>
#include <set>
#include <string>
#include <vector>

#include "common/names/gazetteer.h"
#include "indexer/recognise/learned/name_model.h"
#include "indexer/recognise/learned/phrase_kinds.h"

namespace khobao::training {

/// `corpus`: articles as JSON Lines; those whose ids are `annotated` are left out.
std::vector<recognise::PhraseCount> count_phrases(std::istream& corpus,
                                                  const std::set<std::string>& annotated,
                                                  const names::Gazetteer& gazetteer,
                                                  const recognise::NameModel& model);

}  // namespace khobao::training
