#pragma once
/// The printed lines of a page, each with what tells article from furniture: how much of it is
/// links, emphasis, how it stands to images.
#include <string>
#include <utility>
#include <vector>

#include "indexer/read/encoding/font_charset.h"
#include "indexer/read/forms/html/font_styles.h"
#include "indexer/read/forms/html/markup/html_tree.h"

namespace khobao::read {

/// A byte range of a segment's text, and its font.
struct FontRun {
  size_t begin = 0, end = 0;
  Font font;
};

/// Block elements, <br>, elements that name a line (Roles::names_line) and line feeds in <pre> end
/// a segment. The cells of a table row are one segment, " | " between, unless they hold blocks or
/// much text: data tables against tables of layout.
struct HtmlSegment {
  std::string text;           ///< as in the page: white space and encoding not yet mended
  size_t element = 0;         ///< the block, or line-naming element, that it stands in
  bool opens_block = false;   ///< it is not after a single <br>
  bool behind_image = false;  ///< an image stands between it and the segment before
  std::vector<FontRun> runs;  ///< those set in fonts from before Unicode, in order
  // Bytes without white space: all, in <a>, in <i> or <em>.
  size_t bytes = 0, link_bytes = 0, italic_bytes = 0;
  int links = 0;
  bool links_document = false;  ///< to a .pdf, .doc …: an attachment of the article
  bool links_home = false;      ///< to a front page

  bool is_mostly_links() const { return link_bytes * 10 >= bytes * 7; }
  bool is_all_link() const { return link_bytes * 20 >= bytes * 19; }
  bool is_logo() const { return links_home && is_all_link(); }
};

/// `styles`: of the page's style sheets.
std::vector<HtmlSegment> segments_of(const HtmlTree& tree, const FontStyles& styles);

}  // namespace khobao::read
