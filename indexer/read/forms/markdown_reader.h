#pragma once
/// Markdown, as exporters of blogs and news sites write it: headings with # or underlined, front
/// matter, lists, images with their captions as alternative text.
#include <string_view>

#include "indexer/read/page.h"

namespace khobao::read {

/// The page that `utf8_bytes` holds; never fails. Lines that are wrapped are joined.
///
///   Mùa nước nổi            heading
///   ============
///   ![Bến Mây](a.jpg)       caption "Bến Mây"
///   Nước **về sớm**.        "Nước về sớm."
///   moreNước về sớm…        the excerpt after a "read more" mark: furniture
Page read_markdown(std::string_view utf8_bytes);

}  // namespace khobao::read
