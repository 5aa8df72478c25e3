#include "common/archive/damage.h"

#include "common/language/say.h"

namespace khobao::archive {

Message rebuild_hint(const std::string& db) {
  return say("rebuild it with 'indexer rebuild --db {} PATH'", db);
}

Error damaged_index(const std::string& db, const Message& what) {
  return {ErrorCode::index_corrupt, say("index '{}' is damaged: {}", db, what), rebuild_hint(db)};
}

Error part_error(const std::string& db, const Error& error) {
  return error.code == ErrorCode::index_corrupt ? damaged_index(db, error.message) : error;
}

}  // namespace khobao::archive
