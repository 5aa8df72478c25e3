#pragma once
/// Captions in pages: by name, or by how they stand to an image.
#include "indexer/read/forms/html/html_segments.h"

namespace khobao::read {

/// `container`: the element that holds the article. True for lines in <figcaption> or an element
/// named caption; for the text of a small table around an image, as newspapers' systems before 2012
/// built it; and for a short line in italics, or a centred one, right after an image.
bool is_caption(const HtmlTree& tree, const HtmlSegment& segment, size_t container);

}  // namespace khobao::read
