#pragma once
#include <string_view>

#include "indexer/extract/document.h"

namespace khobao::extract {

/// Title, author and day of creation of a document's part of properties: docProps/core.xml of Word,
/// meta.xml of OpenDocument. What is not there or damaged stays as it is.
void read_core_properties(std::string_view xml, Document& document);

}  // namespace khobao::extract
