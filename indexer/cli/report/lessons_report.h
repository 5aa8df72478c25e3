#pragma once
/// What an archive's lessons decide, and why ('indexer inspect --db DB').
#include <iosfwd>
#include <string>

#include "common/base/result.h"

namespace khobao::indexer {

/// Text for people, or one JSON object a line. By site, the lines of most articles first.
Result<void> report_lessons(const std::string& db, bool as_json, std::ostream& out,
                            Language language);

}  // namespace khobao::indexer
