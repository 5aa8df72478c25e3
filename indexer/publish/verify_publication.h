#pragma once
#include <cstdint>
#include <string>

#include "common/base/result.h"

namespace khobao::publish {

/// True where the folder holds a publication, whole or not, and no archive.
Result<bool> holds_publication(const std::string& folder);

struct VerifiedPublication {
  std::string name, generation;
  size_t shards = 0;
  uint64_t articles = 0;
};

/// Compares what is served with its checksums, has the shards' headers and tables checked against
/// one another, and articles (all with `full`, else some thousand) with the terms and values that
/// follow from their stored text. index_corrupt naming the shard and the place.
Result<VerifiedPublication> verify_publication(const std::string& into, bool full);

}  // namespace khobao::publish
