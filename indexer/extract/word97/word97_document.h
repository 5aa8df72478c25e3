#pragma once
#include <optional>
#include <string_view>

#include "common/base/result.h"
#include "indexer/extract/document.h"

namespace khobao::extract {

/// A .doc file of Word 97 to 2003 ([MS-DOC]): its main text with the fonts of runs and styles, and
/// headings; without what was deleted, field codes, notes, headers and footers. Nothing where it is not
/// as that says, an older Word's or damaged. Errors (input): locked with a password.
Result<std::optional<Document>> read_word97_document(std::string_view bytes, size_t most_bytes);

}  // namespace khobao::extract
