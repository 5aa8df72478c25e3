#include "common/archive/damage.h"

#include "common/archive/disk/database_folder.h"
#include "common/language/say.h"

namespace khobao::archive {

Message rebuild_hint(const std::string& db) {
  return say("rebuild it with 'indexer rebuild --db {} PATH'", db);
}

Error damaged_index(const std::string& db, const Message& what) {
  // An archive is a folder that holds databases.
  if (is_database(db)) return damaged_shard(db, what);
  return {ErrorCode::index_corrupt, say("index '{}' is damaged: {}", db, what), rebuild_hint(db)};
}

Error damaged_shard(const std::string& name, const Message& what) {
  return {ErrorCode::index_corrupt, say("shard '{}' is damaged: {}", name, what),
          say("publish the archive again with 'indexer publish --whole'")};
}

Error part_error(const std::string& db, const Error& error) {
  return error.code == ErrorCode::index_corrupt ? damaged_index(db, error.message) : error;
}

}  // namespace khobao::archive
