#pragma once
/// What every form reader (plain text, HTML, Markdown, JSON Lines) makes of a file, before the page
/// is understood: its lines in reading order, and what the form itself states. understand() turns
/// it into an Article. Text is valid UTF-8 in NFC, without control characters.
#include <string>
#include <vector>

namespace khobao::read {

/// What the form says of a line; plain text says nothing.
enum class Mark : unsigned char {
  none,
  heading,    ///< <h1>, Markdown '#'
  caption,    ///< <figcaption>, alt text in Markdown
  furniture,  ///< <nav>, <footer>, lists of links
};

struct Line {
  std::string text;  ///< trimmed, single-spaced, never empty
  Mark mark = Mark::none;
  bool blank_before = false;  ///< a blank line stood in front, or a block element begins
};

/// Values that HTML metadata or a JSON record states outright; "" where it does not. Dates and
/// times as printed there; read by the same rules as date lines.
struct Stated {
  std::string id, url, title, published, source, author, section, summary;
  std::string received;  ///< the day that the archive got it: no date lies behind it
};

struct Page {
  std::vector<Line> lines;
  Stated stated;
  bool is_record = false;  ///< one record of JSON Lines: an article for sure, no page around it
};

}  // namespace khobao::read
