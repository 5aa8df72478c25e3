#pragma once
/// Archives built by the indexer's own library, for tests that build many, and what lies in them.
#include <string>

#include "common/archive/generations/manifest.h"
#include "indexer/build.h"

namespace khobao::test {

/// Runs an update or a rebuild; throws where it fails.
indexer::BuildReport built(const std::string& db, const indexer::BuildRequest& request);

/// Of the live generation; throws where it cannot be read.
archive::Manifest manifest_of(const std::string& db);

/// The counts of words and pairs, and of the pairs that searches do without, as they are on disk.
std::string statistics_of(const std::string& db);

}  // namespace khobao::test
