#pragma once
#include <string_view>

#include "common/base/result.h"
#include "indexer/extract/document.h"

namespace khobao::extract {

/// A PDF file's layer of text, page by page in reading order. Errors (input): damaged, locked with a
/// password, or without such a layer. More than `most_bytes` of text end it there.
Result<Document> read_pdf_document(std::string_view bytes, size_t most_bytes);

}  // namespace khobao::extract
