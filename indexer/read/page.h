#pragma once
/// What every form reader (plain text, HTML, Markdown, JSON Lines) makes of a file, before the page
/// is understood: its lines in reading order, and what the form itself states. understand() turns
/// it into an Article. Text is valid UTF-8 in NFC, without control characters.
#include <string>
#include <vector>

#include "indexer/read/dates/publication.h"

namespace khobao::read {

/// What the form says of a line; plain text says nothing.
enum class Mark : unsigned char {
  none,
  heading,    ///< <h1>, Markdown '#'
  caption,    ///< <figcaption>, alt text in Markdown
  furniture,  ///< <nav>, <footer>, lists of links
};

/// What the names of its element say that a line is; plain text and Markdown say nothing.
enum class Named : unsigned char { nothing, author, date, updated, source };

struct Line {
  std::string text;  ///< trimmed, single-spaced, never empty
  Mark mark = Mark::none;
  bool blank_before = false;  ///< a blank line stood in front, or a block element begins
  bool indented = false;      ///< white space stood in front of it, more than of the text around
  bool is_item = false;       ///< of a list
  unsigned char link_percent = 0;  ///< of its letters, inside links
  Named named = Named::nothing;

  /// A line that is a link, or little else.
  bool is_link() const { return link_percent >= 70; }
};

/// Values that HTML metadata or a JSON record states outright; "" where it does not. Dates and
/// times as printed there; read by the same rules as date lines.
struct Stated {
  std::string id, url, title, published, source, author, section, summary;
  std::string updated;   ///< when it was changed last
  std::string received;  ///< the day that the archive got it: no date lies after it
  std::string crawled;   ///< the day that a crawler came, perhaps years after
};

struct Page {
  std::vector<Line> lines;
  Stated stated;
  std::vector<DateClaim> dates;  ///< of <time> elements that stand where a date line does
  bool is_record = false;     ///< one record of JSON Lines: an article for sure, no page around it
  bool is_marked_up = false;  ///< HTML: its furniture is marked, as far as elements tell it
  bool states_article = false;  ///< HTML that states the day of one article
  bool has_head_block = false;  ///< a crawler wrote what it knew in front (head_block.h)
};

}  // namespace khobao::read
