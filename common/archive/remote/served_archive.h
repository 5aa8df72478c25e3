#pragma once
/// A published archive that Xapian's servers have, open for searching. What its shards say of the
/// whole is read once for each publication and kept in the user's cache; articles are fetched as
/// they are wanted (gathered_articles.h).
///
///   --db tcp://127.0.0.1:6601 --db tcp://127.0.0.1:6602     the shards, in any order
#include <string>
#include <vector>

#include "common/archive/remote/served_publication.h"
#include "common/archive/shards/published_archive.h"
#include "common/base/result.h"

namespace khobao::archive {

/// Whether servers are named; a usage error where a folder is, too.
Result<bool> are_served(const std::vector<std::string>& names);

/// Connects to the shards and reads what is not kept. Fails where no shard answers
/// (served_publication.h); those that do not are told by ServedPublication::missing().
Result<PublishedArchive> open_served(const std::vector<std::string>& names,
                                     const TablePlaces& places, const ServerLimits& limits);

}  // namespace khobao::archive
