#pragma once
/// The one place where exceptions of Xapian and the standard library become Errors.
#include <xapian.h>

#include <new>
#include <string>
#include <type_traits>

#include "common/base/result.h"

namespace khobao::archive {

/// The Error for an exception that Xapian threw while `attempt` ("search", "open index 'x'") ran on
/// the index in folder `db`.
Error xapian_error(const Xapian::Error& thrown, const std::string& attempt, const std::string& db);

/// Runs `work`, which returns a Result or throws; exceptions come back as its error.
template <class Work>
auto guarded(const std::string& attempt, const std::string& db, Work work)
    -> std::invoke_result_t<Work> {
  try {
    return work();
  } catch (const Xapian::Error& thrown) {
    return xapian_error(thrown, attempt, db);
  } catch (const std::bad_alloc&) {
    return Error{ErrorCode::input, "cannot " + attempt + ": out of memory", ""};
  }
}

}  // namespace khobao::archive
