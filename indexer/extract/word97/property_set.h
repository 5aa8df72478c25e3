#pragma once
#include <string_view>

#include "indexer/extract/document.h"

namespace khobao::extract {

/// Title, author and day of creation of a compound file's summary ([MS-OLEPS]). Texts that are neither
/// ASCII nor said to be UTF-8 stay unread: nothing tells whose letters they are.
void read_property_set(std::string_view stream, Document& document);

}  // namespace khobao::extract
