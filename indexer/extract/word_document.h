#pragma once
#include <string_view>

#include "common/base/result.h"
#include "indexer/extract/document.h"

namespace khobao::extract {

/// A .docx file (Office Open XML): the text of its main part with the fonts of runs and styles,
/// headings and tables; without what was deleted, field codes, notes, headers and footers.
/// `most_bytes`: of an unpacked part.
Result<Document> read_word_document(std::string_view bytes, size_t most_bytes);

}  // namespace khobao::extract
