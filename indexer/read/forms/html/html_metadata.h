#pragma once
/// What a page's head and its microdata state of the article.
#include <string>
#include <vector>

#include "indexer/read/forms/html/markup/html_tree.h"
#include "indexer/read/page.h"

namespace khobao::read {

/// A <time> element, or one that microdata call the day of publication.
struct StatedTime {
  size_t element = 0;
  std::string printed;     ///< its datetime or content, else its text
  bool published = false;  ///< "pubdate", itemprop="datePublished"
  bool updated = false;    ///< itemprop="dateModified", class="updated"
};

struct HtmlMetadata {
  Stated stated;  ///< the values by themselves, before they are compared with the printed lines
  std::vector<std::string>
      titles;                     ///< every title stated, without the site's name, the surest first
  std::vector<StatedTime> times;  ///< in reading order, those in furniture left out
  bool states_article = false;    ///< JSON-LD or <meta> speak of one article and its day
};

/// In the order of trust: JSON-LD, <meta> (data/html_meta.tsv), microdata in the body, <link
/// rel="canonical">, <title>. The source is the site's name, else what <title> says after the
/// headline, else the host of the URL. An author that is the site itself, an organisation, or an
/// address, is left out. `is_furniture`: by element.
HtmlMetadata read_metadata(const HtmlTree& tree, const std::vector<std::string>& json_ld,
                           const std::vector<bool>& is_furniture);

}  // namespace khobao::read
