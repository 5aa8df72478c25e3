#pragma once
/// Writing a database by Xapian, as published shards are: layers are written without it
/// (indexer/write/glass/segment_content.h).
#include <xapian.h>

#include <functional>
#include <string>

#include "common/base/result.h"

namespace khobao::publish {

/// The database that the calling thread writes now; "" where there is none. For the last words of a
/// program that ends while it is in Xapian's hands.
const std::string& database_in_hand();

/// Runs `work`, which writes the database `path`, and again where Xapian's lock of it alone was in
/// the way. Whatever Xapian throws is told as a failure to write.
Result<void> written(const Message& attempt, const std::string& path,
                     const std::function<Result<void>()>& work);

/// Writes what waits in the database `path` and closes it.
Result<void> close_segment(const std::string& path, Xapian::WritableDatabase& database);

/// Lets go of a database that could not be written: left alone, Xapian would write what waits when it
/// goes, and end the program where that fails. In a transaction it does not.
void give_up(Xapian::WritableDatabase& database) noexcept;

}  // namespace khobao::publish
