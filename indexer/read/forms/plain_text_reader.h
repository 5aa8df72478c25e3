#pragma once
/// Plain text: a page dump or an extractor's output, line by line.
#include <string_view>

#include "indexer/read/page.h"

namespace khobao::read {

/// The page that `utf8_bytes` holds; never fails, an empty text gives a page without lines.
Page read_plain_text(std::string_view utf8_bytes);

}  // namespace khobao::read
