#pragma once
/// The one way to write a Xapian database, in segments.cpp; database_in_hand() (segments.h) names the
/// one that is being written.
#include <xapian.h>

#include <functional>
#include <string>

#include "common/base/result.h"

namespace khobao::write {

/// Runs `work`, which writes the database `path`, and again where Xapian's lock of it alone was in
/// the way. Whatever Xapian throws is told as a failure to write.
Result<void> written(const Message& attempt, const std::string& path,
                     const std::function<Result<void>()>& work);

/// Writes what waits in the database `path` and closes it.
Result<void> close_segment(const std::string& path, Xapian::WritableDatabase& database);

/// Lets go of a database that could not be written: left alone, Xapian would write what waits when it
/// goes, and end the program where that fails. In a transaction it does not.
void give_up(Xapian::WritableDatabase& database) noexcept;

}  // namespace khobao::write
