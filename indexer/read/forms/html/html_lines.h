#pragma once
/// What each line of a page is: article, heading, caption or furniture.
#include <optional>
#include <vector>

#include "indexer/read/forms/html/html_main_text.h"
#include "indexer/read/page.h"

namespace khobao::read {

/// One mark a segment. Article are the lines of the container, those between headline and
/// container, and what stands directly after it (byline, source); within the container, lines of
/// links and the short line above a list of them are furniture. `headline`: index of that segment.
std::vector<Mark> mark_segments(const HtmlTree& tree, const std::vector<HtmlSegment>& segments,
                                const MainText& main_text, std::optional<size_t> headline);

}  // namespace khobao::read
