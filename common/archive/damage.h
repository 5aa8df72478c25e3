#pragma once
/// How damage to an index is told: what it is, and the way out.
#include <string>

#include "common/base/result.h"

namespace khobao::archive {

/// The way out of damage and of another version's index: "rebuild it with 'indexer rebuild …'".
Message rebuild_hint(const std::string& db);

/// index_corrupt: "index 'DB' is damaged: WHAT"; a published shard as damaged_shard() says it.
Error damaged_index(const std::string& db, const Message& what);

/// index_corrupt: "shard 'NAME' is damaged: WHAT", and to publish again. `name`: a folder, a stub file or
/// a server.
Error damaged_shard(const std::string& name, const Message& what);

/// An error that was met while a part of the index was read: damage as damaged_index() says it, any
/// other as it is. A part that cannot be read is not damaged for that.
Error part_error(const std::string& db, const Error& error);

}  // namespace khobao::archive
