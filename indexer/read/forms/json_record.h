#pragma once
/// One article of a JSON Lines file, as crawlers and extractors write them. Which keys are read is
/// data/record_keys.tsv; all are optional, "", null and false as if absent. The text may be a
/// string, HTML, a list of paragraphs or of objects with text; the record may lie inside "_source",
/// "data" and the like. Entities and mojibake inside strings are mended.
///
///   {"id": "a-1", "date": "2024-05-03T08:00:00+07:00", "title": "Mùa sen", "body": "Sáng 3/5, …"}
///   {"url": "…", "date_publish": "2020-03-04 08:15:00", "maintext": "…", "authors": ["Lê Na"]}
#include <cstdint>
#include <string_view>

#include "common/base/result.h"
#include "indexer/read/page.h"

namespace khobao::read {

/// Fails (ErrorCode::input) where the line is not one JSON object, or no key of it is known to hold
/// a text; the message says why, and names the keys. Malformed UTF-8 and lone surrogates become
/// U+FFFD. More than `max_lines` line ends in the body are an error, too.
Result<Page> read_json_page(std::string_view json_line, size_t max_lines = SIZE_MAX);

}  // namespace khobao::read
