#pragma once
/// Section fronts and tag pages: pages of headlines and teasers of many articles.
#include "indexer/read/lines/line_roles.h"
#include "indexer/read/page.h"

namespace khobao::read {

/// True where links and teasers make up the page, and no prose is there but theirs; in a text
/// without links, where headlines, teasers cut with "…" or date lines do. A short notice with a
/// list of other notices is an article, and so is a page that states the day of one. A poem or a
/// table is no listing: its lines are shorter than headlines.
///
///   "Tag: lúa nổi" / "Lúa nổi về đồng Mây sau nhiều năm vắng" / "12/03/2024" / "Ruộng Mây xanh trở
///   lại …" / …
bool is_listing(const Page& page, const PageRoles& roles);

}  // namespace khobao::read
