#pragma once
/// The one way to write a Xapian database, in segments.cpp; database_in_hand() (segments.h) names the
/// one that is being written.
#include <functional>
#include <string>

#include "common/base/result.h"

namespace khobao::write {

/// Runs `work`, which writes the database `path`, and again where Xapian's lock of it alone was in
/// the way. Whatever Xapian throws is told as a failure to write.
Result<void> written(const Message& attempt, const std::string& path,
                     const std::function<Result<void>()>& work);

}  // namespace khobao::write
