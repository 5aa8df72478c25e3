#include "common/archive/damage.h"

namespace khobao::archive {

std::string rebuild_hint(const std::string& db) {
  return "rebuild it with 'indexer rebuild --db " + db + " PATH'";
}

Error damaged_index(const std::string& db, const std::string& what) {
  return {ErrorCode::index_corrupt, "index '" + db + "' is damaged: " + what, rebuild_hint(db)};
}

Error part_error(const std::string& db, const Error& error) {
  return error.code == ErrorCode::index_corrupt ? damaged_index(db, error.message) : error;
}

}  // namespace khobao::archive
