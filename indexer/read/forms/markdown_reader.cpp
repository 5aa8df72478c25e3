#include "indexer/read/forms/markdown_reader.h"

#include <algorithm>
#include <string>
#include <vector>

#include "common/text/letters/byte_order_mark.h"
#include "common/text/letters/char_class.h"
#include "indexer/read/forms/front_matter.h"
#include "indexer/read/forms/line_joining.h"
#include "indexer/read/forms/lines.h"
#include "indexer/read/forms/markdown_inline.h"
#include "indexer/read/lines/clean.h"
#include "indexer/read/lines/credits/source.h"
#include "indexer/read/lines/line_words.h"

namespace khobao::read {
namespace {

constexpr size_t kMaxHeadingWords = 40;  // a longer underlined line is no heading
constexpr size_t kMaxJoinedBytes = 1 << 20;

bool is_rule(std::string_view line, char sign) {
  line = trim(line);
  return line.size() >= 3 && line.find_first_not_of(sign) == std::string_view::npos;
}

size_t heading_level(std::string_view line) {
  const size_t level = std::min(line.find_first_not_of('#'), line.size());
  return level >= 1 && level <= 6 && level < line.size() && line[level] == ' ' ? level : 0;
}

// Bytes of the mark of a list item or a quotation that `line` begins with: "* ", "- ", "> ".
// Numbers stay, since they are text.
size_t item_mark_bytes(std::string_view line) {
  if (line.starts_with("* ") || line.starts_with("- ") || line.starts_with("+ ") ||
      line.starts_with("> "))
    return 2;
  return line == ">" ? 1 : 0;
}

bool starts_numbered_item(std::string_view line) {
  size_t pos = 0;
  while (pos < line.size() && pos < 4 && text::is_ascii_digit(line[pos])) ++pos;
  return pos > 0 && line.substr(pos).starts_with(". ");
}

// What an exporter leaves of "<!--more-->": the excerpt is printed again after it.
bool is_excerpt(std::string_view line) {
  return line.starts_with("more") && line.size() > 4 &&
         (line[4] == '(' || starts_upper(line.substr(4, 4)));
}

bool is_read_more_link(std::string_view line) {
  if (!line.starts_with('[')) return false;
  const std::string words = comparison_form(line.substr(0, line.find(']')));
  for (std::string_view sign :
       {"xem chi tiết", "đọc tiếp", "xem thêm", "xem tiếp", "read more", "tại đây"}) {
    if (words.find(sign) != std::string::npos) return true;
  }
  return false;
}

// Links side by side are printed as the menu that they are.
std::string with_spaced_links(std::string_view raw) {
  std::string out;
  for (size_t pos = 0; pos < raw.size(); ++pos) {
    const bool beside = raw[pos] == '[' && pos > 0 && raw[pos - 1] == ')';
    if (beside) out += ' ';
    out += raw[pos];
  }
  return out;
}

class Builder {
 public:
  void heading(std::string_view raw) {
    flush();
    const bool furniture = is_read_more_link(trim(raw));
    const Mark mark = furniture                              ? Mark::furniture
                      : count_words(raw) <= kMaxHeadingWords ? Mark::heading
                                                             : Mark::none;
    add(raw, mark);
  }

  // `continues`: the line before breaks off, and this one goes on.
  void text(std::string_view raw, bool continues) {
    const std::string_view line = trim(raw);
    const size_t mark = item_mark_bytes(line);
    if (continues && mark == 0 && !joined_.empty() && joined_.size() <= kMaxJoinedBytes) {
      append_continuation(joined_, line);
    } else {
      flush();
      item_ = mark > 0 || starts_numbered_item(line);
      joined_ = std::string(line.substr(mark));
    }
    if (raw.ends_with("  ") || raw.ends_with("  \r")) flush();
  }

  void code(std::string_view raw) {
    flush();
    add(raw, Mark::furniture);
  }

  void blank() {
    flush();
    blank_ = true;
  }

  void flush() {
    if (joined_.empty()) return;
    const std::string line = std::move(joined_);
    joined_.clear();
    if (is_excerpt(line)) {
      if (const HeadTag tag = read_head_tag(std::string_view(line).substr(4)); tag.end > 0)
        page.stated.source = clean_line(tag.name);
      add(line, Mark::furniture);
    } else {
      add(line, is_read_more_link(line) ? Mark::furniture : Mark::none);
    }
    item_ = false;
  }

  Page page;

 private:
  void add(std::string_view raw, Mark mark) {
    MarkdownText line = markdown_text(with_spaced_links(raw));
    for (std::string& image : line.images)
      push({.text = std::move(image), .mark = line.links_images ? Mark::furniture : Mark::caption});
    // Headings inside links keep their marks: "[## Chợ Mây họp phiên](/cho)".
    const size_t signs = std::min(line.text.find_first_not_of("# "), line.text.size());
    if (line.link_percent > 0) line.text.erase(0, signs);
    push({.text = std::move(line.text),
          .mark = mark,
          .is_item = item_,
          .link_percent = line.link_percent});
  }

  void push(Line line) {
    if (line.text.empty()) return;
    line.blank_before = blank_;
    page.lines.push_back(std::move(line));
    blank_ = false;
  }

  std::string joined_;
  bool blank_ = false, item_ = false;
};

}  // namespace

Page read_markdown(std::string_view utf8_bytes) {
  utf8_bytes = text::without_utf8_mark(utf8_bytes);
  const std::vector<std::string_view> lines = split_lines(utf8_bytes);
  Builder builder;
  const size_t front = read_front_matter(lines, builder.page.stated);
  bool fenced = false;
  std::vector<std::string_view> trimmed;
  for (std::string_view line : lines) {
    const size_t end = trim(line).find_last_not_of("*_");
    trimmed.push_back(trim(line).substr(0, end == std::string_view::npos ? 0 : end + 1));
  }
  const std::vector<bool> continued = continued_lines(trimmed);
  for (size_t i = front; i < lines.size(); ++i) {
    const std::string_view line = trim(lines[i]);
    const bool underlined =
        i + 1 < lines.size() && (is_rule(lines[i + 1], '=') || is_rule(lines[i + 1], '-'));
    if (line.starts_with("```") || line.starts_with("~~~")) {
      builder.flush();
      fenced = !fenced;
    } else if (fenced) {
      builder.code(line);
    } else if (line.empty()) {
      builder.blank();
    } else if (const size_t level = heading_level(line); level > 0) {
      builder.heading(line.substr(level + 1));
    } else if (underlined && !is_rule(line, '-') && !is_rule(line, '=')) {
      builder.heading(line);
      ++i;
    } else if (is_rule(line, '-') || is_rule(line, '*') || is_rule(line, '_') ||
               is_rule(line, '=')) {
      builder.flush();
    } else {
      builder.text(lines[i], continued[i]);
    }
  }
  builder.flush();
  return std::move(builder.page);
}

}  // namespace khobao::read
