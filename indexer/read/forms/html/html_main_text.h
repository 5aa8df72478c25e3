#pragma once
/// Telling a page's article from its furniture.
#include <cstddef>
#include <vector>

#include "indexer/read/forms/html/html_segments.h"
#include "indexer/read/forms/html/markup/html_tree.h"

namespace khobao::read {

/// Where the article stands in a page.
struct MainText {
  std::vector<bool> is_furniture;  ///< by element: a menu, footer, related box …, or within one
  size_t container = 0;            ///< the element that holds the article's text
};

/// Finds the container: one that says it is the article (articleBody, <article>, the known classes)
/// and holds enough of the page's prose, else the innermost element that holds nearly all of it.
/// Prose are lines of some length that are not links. A box whose names say furniture is believed
/// unless it holds the headline, a container of the known kind, or most of the prose.
MainText find_main_text(const HtmlTree& tree, const std::vector<HtmlSegment>& segments);

}  // namespace khobao::read
