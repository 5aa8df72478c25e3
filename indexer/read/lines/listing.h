#pragma once
/// Section fronts and tag pages: pages of headlines and teasers of many articles.
#include <span>

#include "indexer/read/lines/title.h"

namespace khobao::read {

/// True where headlines, teasers cut with "…" or date lines make up the page and hardly any
/// paragraph does. A poem or a table is none: its lines are shorter than headlines.
///
///   "Tag: lúa nổi" / "Lúa nổi về đồng Mây sau nhiều năm vắng" / "12/03/2024" / "Ruộng Mây xanh trở
///   lại …" / …
bool is_listing(std::span<const Line> lines, std::span<const LineRole> roles);

}  // namespace khobao::read
