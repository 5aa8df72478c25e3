#pragma once
/// What each line of a page is: article or furniture, title, date line, caption.
#include <optional>
#include <string_view>
#include <vector>

#include "indexer/read/dates/date_line.h"
#include "indexer/read/lines/title.h"
#include "indexer/read/page.h"

namespace khobao::read {

struct PageRoles {
  std::vector<LineRole> roles;  ///< one for each line
  size_t title = kNoLine;
  std::optional<Moment> published;  ///< what the date lines say; the crawler's clock left out
};

/// `stated_title`: where not "", the title is known from elsewhere and no line is taken for it;
/// lines at the head that repeat it are furniture.
PageRoles find_roles(const std::vector<Line>& lines, std::string_view stated_title);

}  // namespace khobao::read
