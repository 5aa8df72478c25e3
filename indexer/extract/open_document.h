#pragma once
#include <string_view>

#include "common/base/result.h"
#include "indexer/extract/document.h"

namespace khobao::extract {

/// An .odt file (OpenDocument text): its text with the fonts of spans and styles, headings and
/// tables; without what was deleted, notes and comments. `most_bytes`: of an unpacked part.
Result<Document> read_open_document(std::string_view bytes, size_t most_bytes);

}  // namespace khobao::extract
