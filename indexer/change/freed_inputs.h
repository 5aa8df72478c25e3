#pragma once
/// Ids between runs: those that articles known from before hold, and those that have become free
/// for records that were left out because of them.
#include <string>
#include <vector>

#include "indexer/change/claims.h"
#include "indexer/change/known_inputs.h"
#include "indexer/pipeline/pipeline.h"

namespace khobao::change {

/// Claims the ids of all known articles that are neither in the `inputs` to be read nor `gone`.
void claim_known(const KnownInputs& known, const std::vector<pipeline::InputToRead>& inputs,
                 const std::vector<std::string>& gone, Claims& claims);

/// What to read for the records that freed_duplicates() names (standard input cannot be read
/// again). The inputs point into `known`; `received`: --received of this run; `kept_texts`: path of the
/// file of the live generation's, "" for none.
std::vector<pipeline::InputToRead> freed_inputs(const KnownInputs& known, const input::Roots& roots,
                                                const std::string& received,
                                                const std::string& kept_texts);

}  // namespace khobao::change
