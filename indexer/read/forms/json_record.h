#pragma once
/// One article of a JSON Lines file, as crawlers write them. Keys read: id, url, source, date,
/// title, author, category, summary, received, body; all optional, "" and null as if absent, others
/// ignored.
///
///   {"id": "a-1", "date": "2024-05-03T08:00:00+07:00", "title": "Mùa sen", "body": "Sáng 3/5, …"}
#include <cstdint>
#include <string_view>

#include "common/base/result.h"
#include "indexer/read/page.h"

namespace khobao::read {

/// Fails (ErrorCode::input) where the line is not one JSON object; the message says why. Malformed
/// UTF-8 and lone surrogates become U+FFFD.
/// More than `max_lines` line ends in the body are an error, too.
Result<Page> read_json_page(std::string_view json_line, size_t max_lines = SIZE_MAX);

}  // namespace khobao::read
