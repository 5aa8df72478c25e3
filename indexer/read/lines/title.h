#pragma once
/// Where the headline stands among the lines of a page, and what stands for one that has none.
///
///   "Xã hội" / "Cầu mới qua sông Mây" / "08:15, 03/05/2024" / "Sáng 3/5, …"   -> the second line
///   "Sáng nay (1/7), Sở Mây họp bàn việc … ."                                 -> none
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "indexer/read/page.h"

namespace khobao::read {

/// What a line of a page was found to be.
enum class LineRole : unsigned char {
  body,
  title,
  section,
  author,
  caption,
  date,
  clock,
  furniture,
  related
};

inline constexpr size_t kNoLine = static_cast<size_t>(-1);

struct Headline {
  std::string title;      ///< without the site's name
  size_t line = kNoLine;  ///< kNoLine where the page has none
};

/// The headline: the first heading that names an article, else the line above the date and the
/// text. Numbered headings ("Article 3"), file names and names of sites are passed over. `roles`
/// beside the page's lines.
Headline printed_headline(const Page& page, std::span<const LineRole> roles);

/// Where the text of the article begins: the first line from `first` on that is a paragraph;
/// lines.size() without one.
size_t find_text(std::span<const Line> lines, std::span<const LineRole> roles, size_t first);

/// A title made of the first sentence of `text`, at most 110 code points, cut at a word with "…".
std::string make_title(std::string_view text);

}  // namespace khobao::read
