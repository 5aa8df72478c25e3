#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "common/archive/generations/layered_index.h"
#include "common/archive/generations/manifest.h"
#include "common/base/result.h"

namespace khobao::archive {

/// Groups the articles of a generation that count by the fingerprints of its layers, listings left
/// out, and writes the groups (common/archive/reposts/repost_groups.h). `left_out`: docids, ascending,
/// of texts to which there is a newer one of the same article, which are no reposts of it.
Result<void> build_repost_groups(const std::string& db, const Manifest& manifest,
                                 const LayeredIndex& index,
                                 const std::vector<uint32_t>& left_out, const std::string& to);

}  // namespace khobao::archive
