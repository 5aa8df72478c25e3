#pragma once
/// Ids between runs: those that articles known from before hold, and those that have become free
/// for records that were left out because of them.
#include <string>
#include <vector>

#include "indexer/claims.h"
#include "indexer/known_inputs.h"
#include "indexer/pipeline.h"

namespace khobao::indexer {

/// Claims the ids of all known articles that are neither in the `inputs` to be read nor `gone`.
void claim_known(const KnownInputs& known, const std::vector<InputToRead>& inputs,
                 const std::vector<std::string>& gone, Claims& claims);

/// What to read for the records that freed_duplicates() names (standard input cannot be read
/// again). The inputs point into `known`; `received`: --received of this run.
std::vector<InputToRead> freed_inputs(const KnownInputs& known, const input::Roots& roots,
                                      const std::string& received);

}  // namespace khobao::indexer
