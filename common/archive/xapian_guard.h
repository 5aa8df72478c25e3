#pragma once
/// The one place where exceptions of Xapian and the standard library become Errors.
#include <xapian.h>

#include <exception>
#include <string>
#include <type_traits>

#include "common/base/result.h"

namespace khobao::archive {

/// The Error for an exception that Xapian threw while `attempt` ("search", "open index 'x'") ran on
/// the index in folder `db`: input errors where the system refused a call, index_corrupt where
/// bytes were read and are wrong, or a file is not there.
Error xapian_error(const Xapian::Error& thrown, const Message& attempt, const std::string& db);

/// What Xapian says, and why the system refused it, where that is known; in Vietnamese as far as the
/// table has what Xapian says most.
Message told_by_xapian(const Xapian::Error& thrown);

/// The Error for whatever is being thrown now: of Xapian, of memory, of a thread that cannot be
/// started. Call it from a catch block.
Error thrown_error(const Message& attempt, const std::string& db);

/// Runs `work`, which returns a Result or throws; exceptions come back as its error.
template <class Work>
auto guarded(const Message& attempt, const std::string& db, Work work)
    -> std::invoke_result_t<Work> {
  try {
    return work();
  } catch (...) {
    return thrown_error(attempt, db);
  }
}

}  // namespace khobao::archive
