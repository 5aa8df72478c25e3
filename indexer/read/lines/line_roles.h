#pragma once
/// What each line of a page is: article or furniture, title, date line, byline, caption.
#include <string>
#include <string_view>
#include <vector>

#include "indexer/read/dates/date_line.h"
#include "indexer/read/dates/publication.h"
#include "indexer/read/lines/title.h"
#include "indexer/read/page.h"

namespace khobao::read {

struct PageRoles {
  std::vector<LineRole> roles;   ///< one for each line
  std::string title;             ///< of the headline that was found; "" where none was, or needed
  size_t title_line = kNoLine;   ///< where the article begins: its headline, the last that says so
  size_t text = 0;               ///< its first line of text
  std::vector<DateClaim> dates;  ///< what the date lines say; the crawler's clock left out
  std::vector<std::string> authors;  ///< as printed between headline and text
  std::string source;                ///< credited there: "Theo Mây Báo", "Nguồn: Mây Báo"
};

/// `page.stated.title`: where not "", the title is known from elsewhere; lines at the head that
/// repeat it are furniture.
PageRoles find_roles(const Page& page);

}  // namespace khobao::read
