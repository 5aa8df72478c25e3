#include "common/archive/xapian_guard.h"

#include <cerrno>
#include <cstring>
#include <new>
#include <system_error>

#include "common/archive/damage.h"
#include "common/archive/disk/block_sums.h"
#include "common/archive/disk/checked_map.h"
#include "common/language/say.h"

namespace khobao::archive {
namespace {

// Xapian gives the system's reason as text alone.
bool is_reason(const char* reason, int number) {
  return reason != nullptr && std::strcmp(reason, std::strerror(number)) == 0;
}

}  // namespace

Message told_by_xapian(const Xapian::Error& thrown) {
  const char* const reason = thrown.get_error_string();
  const Message what = retold(thrown.get_msg());
  return reason ? what + ": " + translated(reason) : what;
}

Error xapian_error(const Xapian::Error& thrown, const Message& attempt, const std::string& db) {
  const std::string type = thrown.get_type();
  const char* const reason = thrown.get_error_string();
  const Message detail = told_by_xapian(thrown);
  if (const Message block = take_damaged_block(); !block.empty()) return damaged_index(db, block);
  const Message failed = take_failed_read();
  if (reason && !failed.empty() && thrown.get_msg().starts_with("Error reading block"))
    return {ErrorCode::input, say("cannot {}: {}", attempt, failed), ""};
  Error damaged = damaged_index(db, say("cannot {} ({})", attempt, detail));
  if (is_reason(reason, ENOENT) || is_reason(reason, ENOTDIR)) return damaged;
  if (reason) return {ErrorCode::input, say("cannot {}: {}", attempt, detail), ""};
  if (type == "DatabaseCorruptError" || type == "DatabaseVersionError" ||
      type == "DatabaseOpeningError" || type == "DatabaseNotFoundError" ||
      type == "DatabaseModifiedError" ||  // layers never change: their version file is damaged
      type == "DocNotFoundError" || type == "RangeError" || type == "SerialisationError" ||
      type == "DatabaseError") {  // a read that fell short: the file was cut
    return damaged;
  }
  // Nobody else locks what our own lock guards: the lock failed for want of something.
  if (type == "DatabaseLockError" || type == "DatabaseCreateError" || type == "NetworkError")
    return {ErrorCode::input, say("cannot {}: {}", attempt, detail), ""};
  return {ErrorCode::internal, say("cannot {}: {}: {}", attempt, type, detail), ""};
}

Error thrown_error(const Message& attempt, const std::string& db) {
  try {
    throw;
  } catch (const Xapian::Error& thrown) {
    return xapian_error(thrown, attempt, db);
  } catch (const DamagedBytes& thrown) {
    return damaged_index(db, thrown.message());
  } catch (const std::bad_alloc&) {
    return {ErrorCode::input, say("cannot {}: out of memory", attempt), ""};
  } catch (const std::system_error& thrown) {
    return {ErrorCode::input, say("cannot {}: {}", attempt, translated(thrown.code().message())),
            ""};
  } catch (const std::exception& thrown) {
    return {ErrorCode::internal, say("cannot {}: {}", attempt, thrown.what()),
            say("please report this as a bug")};
  } catch (...) {
    return {ErrorCode::internal, say("cannot {}", attempt), say("please report this as a bug")};
  }
}

}  // namespace khobao::archive
