#include "common/archive/damage.h"

#include <filesystem>

#include "common/language/say.h"

namespace khobao::archive {
namespace {

// An archive is a folder that holds databases; a shard is one, or a stub file that names one.
bool names_shard(const std::string& db) {
  std::error_code unknown;
  return std::filesystem::exists(db + "/iamglass", unknown) ||
         std::filesystem::is_regular_file(db, unknown);
}

}  // namespace

Message rebuild_hint(const std::string& db) {
  return say("rebuild it with 'indexer rebuild --db {} PATH'", db);
}

Error damaged_index(const std::string& db, const Message& what) {
  if (names_shard(db)) return damaged_shard(db, what);
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
