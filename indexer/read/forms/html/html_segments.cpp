#include "indexer/read/forms/html/html_segments.h"

#include <algorithm>
#include <optional>

#include "common/text/letters/utf8.h"
#include "indexer/read/forms/ascii.h"
#include "indexer/read/forms/html/markup/html_elements.h"
#include "indexer/read/lines/clean.h"
#include "indexer/read/lines/line_words.h"

namespace khobao::read {
namespace {

// A cell with more text than this is a paragraph, not a datum.
constexpr size_t kLongestDatumBytes = 120;

bool is_cell(std::string_view name) { return name == "td" || name == "th"; }

// Bytes that print, the no-break space (C2 A0) not being one of them.
size_t printing_bytes(std::string_view text) {
  size_t count = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    const bool no_break_space = text[i] == '\xC2' && i + 1 < text.size() && text[i + 1] == '\xA0';
    if (no_break_space) ++i;
    count += !no_break_space && !is_ascii_space(text[i]);
  }
  return count;
}

bool is_document_link(std::string_view href) {
  const std::string path = lower_ascii(href.substr(0, href.find_first_of("?#")));
  constexpr std::string_view kEndings[] = {".pdf", ".doc",  ".docx", ".xls", ".xlsx",
                                           ".ppt", ".pptx", ".zip",  ".rar", ".odt"};
  return std::any_of(std::begin(kEndings), std::end(kEndings),
                     [&](std::string_view ending) { return path.ends_with(ending); });
}

bool is_home_link(std::string_view href) {
  if (const size_t scheme = href.find("://"); scheme != std::string_view::npos) {
    const size_t slash = href.find('/', scheme + 3);
    return slash == std::string_view::npos || slash + 1 == href.size();
  }
  constexpr std::string_view kHome[] = {"/",           "./",        "index.html",
                                        "/index.html", "index.php", "/default.aspx"};
  return std::find(std::begin(kHome), std::end(kHome), href) != std::end(kHome);
}

class Segmenter {
 public:
  Segmenter(const HtmlTree& tree, const FontStyles& styles)
      : tree_(tree), elements_(tree.elements()), styles_(styles) {}

  std::vector<HtmlSegment> run() {
    if (elements_.empty()) return {};
    xmlNode* const root = elements_[0].node;
    const auto leave_node = [&](xmlNode* node) { leave(HtmlTree::index_of(node)); };
    for (xmlNode* node = root; node; node = next_node(node, root, leave_node)) {
      if (node->type == XML_ELEMENT_NODE) {
        enter(HtmlTree::index_of(node));
      } else if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
        add_text(reinterpret_cast<const char*>(node->content));
      }
    }
    end_segment();
    return std::move(segments_);
  }

 private:
  // Cells that hold blocks or much text are lines of their own, and so is the only cell of a row.
  bool is_block_cell(size_t index) const {
    const HtmlElement& cell = elements_[index];
    if (!is_cell(cell.name)) return false;
    return cell.holds_block || cell.text_bytes > kLongestDatumBytes ||
           (cell.parent != kNoElement && elements_[cell.parent].text_bytes == cell.text_bytes);
  }

  bool is_block(size_t index) const {
    const HtmlElement& element = elements_[index];
    return is_block_element(element.name) || is_block_cell(index) ||
           (element.roles.names_line() && !is_inside_prose(index));
  }

  // <time> or a linked name in the middle of a paragraph is a part of it.
  bool is_inside_prose(size_t index) const {
    const HtmlElement& element = elements_[index];
    if (element.parent == kNoElement || element.holds_block) return false;
    const HtmlElement& parent = elements_[element.parent];
    constexpr size_t kFewestProseBytes = 100;
    return !parent.holds_block && parent.text_bytes > element.text_bytes + kFewestProseBytes &&
           !is_block_element(element.name);
  }

  void enter(size_t index) {
    const HtmlElement& element = elements_[index];
    if (element.unread) {
      ++unread_;
      return;
    }
    if (is_block(index)) {
      end_segment();
      opens_block_ = true;
      block_ = index;
    } else if (is_cell(element.name)) {
      if (!trim(current_.text).empty()) current_.text += " | ";
    } else if (element.name == "br" && is_in_h1(elements_, block_)) {
      current_.text += ' ';
    } else if (element.name == "br") {
      const bool second = trim(current_.text).empty();
      end_segment();
      opens_block_ = opens_block_ || second;
    } else if (element.name == "img" || element.name == "amp-img") {
      image_ = true;
      current_.text += ' ';
    } else if (element.name == "a") {
      enter_link(index);
    } else if (element.name == "i" || element.name == "em") {
      ++italic_;
    }
    // <span>Nội dung</span><b>Lê Na</b>
    beside_ = behind_inline_ && element.name == "span";
    behind_named_ = behind_named_ || (behind_inline_ && element.name != "font");
    if (const auto font = font_set_by(index)) fonts_.emplace_back(index, *font);
    if (element.name == "pre") ++pre_;
  }

  void enter_link(size_t index) {
    ++link_;
    new_link_ = true;
    const std::string_view href = trim(tree_.attribute(index, "href"));
    // Links without white space between are read as the menu that they are printed as.
    if (behind_link_ && !current_.text.empty() && !is_ascii_space(current_.text.back()))
      current_.text += ' ';
    if (href.empty()) return;
    current_.links_document |= is_document_link(href);
    current_.links_home |= is_home_link(href);
  }

  void leave(size_t index) {
    const HtmlElement& element = elements_[index];
    if (element.unread) {
      --unread_;
      return;
    }
    if (is_block(index)) {
      end_segment();
      opens_block_ = true;
      block_ = element.parent == kNoElement ? 0 : element.parent;
      while (block_ != 0 && !is_block(block_)) block_ = elements_[block_].parent;
    } else if (element.name == "a") {
      --link_;
      behind_link_ = true;
    } else if (element.name == "i" || element.name == "em") {
      --italic_;
    }
    behind_named_ = !tree_.attribute(index, "class").empty();
    behind_inline_ = true;
    if (!fonts_.empty() && fonts_.back().first == index) fonts_.pop_back();
    if (element.name == "pre") --pre_;
  }

  // The innermost element that sets a font decides.
  std::optional<Font> font_set_by(size_t index) const {
    std::optional<Font> font;
    if (!styles_.empty())
      font = styles_.font_of(elements_[index].name, tree_.attribute(index, "class"));
    if (const std::string_view face = tree_.attribute(index, "face"); !face.empty())
      font = font_of_families(face);
    const std::string_view style = tree_.attribute(index, "style");
    if (style.find("ont") == std::string_view::npos && style.find("ONT") == std::string_view::npos)
      return font;
    const auto own = font_of_style(style);
    return own ? own : font;
  }

  void add_text(std::string_view text) {
    if (unread_ > 0) return;
    if (pre_ == 0) return add_run(text);
    while (true) {
      const size_t end = text.find('\n');
      add_run(text.substr(0, end));
      if (end == std::string_view::npos) return;
      end_segment();
      text.remove_prefix(end + 1);
    }
  }

  void add_run(std::string_view text) {
    const size_t bytes = printing_bytes(text);
    if (behind_named_ && needs_space(text)) current_.text += ' ';
    behind_named_ = behind_inline_ = beside_ = false;
    if (bytes > 0 || !trim(text).empty()) behind_link_ = false;
    if (!fonts_.empty() && fonts_.back().second.charset)
      current_.runs.push_back(
          {current_.text.size(), current_.text.size() + text.size(), fonts_.back().second});
    current_.text += text;
    current_.bytes += bytes;
    if (link_ > 0) {
      current_.link_bytes += bytes;
      if (bytes > 0 && (new_link_ || current_.links == 0)) ++current_.links;
      if (bytes > 0) new_link_ = false;
    }
    if (italic_ > 0) current_.italic_bytes += bytes;
  }

  // Elements with a class, and elements side by side, are often set apart by style alone:
  // <span class="place">Sơn Hạ</span>Ba ngày, <span>Lê Na</span><span>14/9/2025</span>.
  bool needs_space(std::string_view text) const {
    if (text.empty() || current_.text.empty() || is_ascii_space(current_.text.back())) return false;
    size_t begin = current_.text.size() - 1, pos = 0;
    while (begin > 0 && (static_cast<unsigned char>(current_.text[begin]) & 0xC0) == 0x80) --begin;
    const char32_t last = text::next_code_point(current_.text, begin);
    const bool last_is_small = (last >= 'a' && last <= 'z') || (last >= 0xC0 && !is_upper(last));
    const bool last_is_figure = last >= '0' && last <= '9';
    const char32_t next = text::next_code_point(text, pos);
    const bool next_is_figure = next >= '0' && next <= '9';
    if (beside_ && (last_is_figure || last_is_small) && next_is_figure) return true;
    return (last_is_small || (beside_ && last_is_figure)) && is_upper(next);
  }

  void end_segment() {
    if (current_.bytes > 0) {
      current_.element = block_;
      current_.opens_block = opens_block_;
      current_.behind_image = image_;
      segments_.push_back(std::move(current_));
      opens_block_ = image_ = false;
    }
    current_ = HtmlSegment();
    behind_named_ = behind_inline_ = beside_ = false;
    behind_link_ = false;
  }

  const HtmlTree& tree_;
  const std::vector<HtmlElement>& elements_;
  const FontStyles& styles_;
  std::vector<std::pair<size_t, Font>> fonts_;  // that open elements set
  std::vector<HtmlSegment> segments_;
  HtmlSegment current_;
  size_t block_ = 0;  // the innermost open block
  int unread_ = 0, link_ = 0, italic_ = 0, pre_ = 0;  // how many such elements are open
  bool opens_block_ = true, image_ = false, behind_link_ = false, new_link_ = false,
       behind_named_ = false, behind_inline_ = false,
       beside_ = false;  // an element of a run of them begins
};

}  // namespace

std::vector<HtmlSegment> segments_of(const HtmlTree& tree, const FontStyles& styles) {
  return Segmenter(tree, styles).run();
}

}  // namespace khobao::read
