#pragma once
/// Where the text of an article begins and ends among the lines of a page dump.
///
/// Each line has a weight: prose counts for its words, links, menus and furniture against it; the
/// article is the run of lines that weighs most (maximum subsequence segmentation). So a box of
/// links inside the text stays inside, and menus above and lists below fall away whatever they say.
#include <cstddef>
#include <span>

#include "indexer/read/lines/title.h"
#include "indexer/read/page.h"

namespace khobao::read {

struct Extent {
  size_t begin = 0, end = 0;  ///< half open
};

/// True for a page with so many lines of links or furniture that it is a dump of all that a site
/// prints, not an extractor's text: only there is the extent to be trusted.
bool is_dump(std::span<const Line> lines, std::span<const LineRole> roles);

/// The run from line `first` on; empty where no line there is prose. Signatures and captions
/// directly after the last line of prose belong to it.
Extent find_extent(std::span<const Line> lines, std::span<const LineRole> roles, size_t first);

/// The first line from `first` on that ends every article: comments, the masthead at the foot.
/// lines.size() where there is none, or no prose stands in front of it.
size_t find_hard_end(std::span<const Line> lines, std::span<const LineRole> roles, size_t first);

/// Prose below the headline of another article, which is a link, with more of the same around:
/// a teaser.
bool is_teaser(std::span<const Line> lines, std::span<const LineRole> roles, size_t line);

/// A sentence of some length, most of it no link.
bool is_prose(const Line& line);

}  // namespace khobao::read
