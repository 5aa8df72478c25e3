#include "common/archive/xapian_guard.h"

namespace khobao::archive {

Error xapian_error(const Xapian::Error& thrown, const std::string& attempt, const std::string& db) {
  const std::string type = thrown.get_type();
  const char* reason = thrown.get_error_string();
  const std::string detail = thrown.get_msg() + (reason ? ": " + std::string(reason) : "");
  if (type == "DatabaseLockError") {
    return {ErrorCode::locked, "index '" + db + "' is being written by another process",
            "try again when that run has ended"};
  }
  if (type == "DatabaseCorruptError" || type == "DatabaseVersionError" ||
      type == "DatabaseOpeningError" || type == "DatabaseNotFoundError" ||
      type == "DatabaseModifiedError" ||  // layers never change: their version file is damaged
      type == "DocNotFoundError" || type == "RangeError" || type == "SerialisationError" ||
      (type == "DatabaseError" && !reason)) {
    // Without a reason of the system's, a read that fell short: the file was cut.
    return {ErrorCode::index_corrupt,
            "index '" + db + "' is damaged: cannot " + attempt + " (" + detail + ")",
            "build it anew with 'indexer rebuild --db " + db + " PATH'"};
  }
  if (type == "DatabaseError" || type == "NetworkError") {
    return {ErrorCode::input, "cannot " + attempt + ": " + detail, ""};
  }
  return {ErrorCode::internal, "cannot " + attempt + ": " + type + ": " + detail, ""};
}

}  // namespace khobao::archive
