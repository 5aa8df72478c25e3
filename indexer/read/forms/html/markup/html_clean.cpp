#include "indexer/read/forms/html/markup/html_clean.h"

#include <algorithm>
#include <set>

#include "common/language/say.h"
#include "indexer/read/forms/html/markup/html_elements.h"
#include "indexer/read/forms/html/markup/html_tag.h"

namespace khobao::read {
namespace {

constexpr size_t kLongestPageBytes = size_t{32} << 20;
constexpr size_t kMostTags = 500'000;
constexpr size_t kLongestKeptValueBytes = size_t{16} << 10;
constexpr size_t kMostJsonLd = 64;
constexpr size_t kMostStyleBytes = size_t{64} << 10;

// Elements whose contents are left out.
bool is_opaque(std::string_view name) {
  constexpr std::string_view kOpaque[] = {"script",   "style",  "svg",      "noscript",
                                          "template", "iframe", "textarea", "object",
                                          "canvas",   "math",   "applet",   "audio"};
  return std::find(std::begin(kOpaque), std::end(kOpaque), name) != std::end(kOpaque);
}

bool equal_ignoring_case(std::string_view a, std::string_view lower) {
  return a.size() == lower.size() &&
         std::equal(a.begin(), a.end(), lower.begin(), [](char x, char y) {
           return (x >= 'A' && x <= 'Z' ? static_cast<char>(x + 32) : x) == y;
         });
}

class Cleaner {
 public:
  Cleaner(std::string_view html, TagDepth depth) : html_(html), scanner_(html), depth_(depth) {}

  Result<CleanHtml> run() {
    out_.markup.reserve(html_.size() / 2);
    for (size_t pos = 0; pos < html_.size();) {
      const size_t tag = html_.find('<', pos);
      copy_text(html_.substr(pos, tag == std::string_view::npos ? tag : tag - pos));
      if (tag == std::string_view::npos) break;
      pos = tag;
      if (!skip_block(pos)) read_tag(pos);
      if (tags_ > kMostTags) {
        return Error{.code = ErrorCode::input,
                     .message = say("the page has more than {} tags", kMostTags),
                     .hint = ""};
      }
    }
    return std::move(out_);
  }

 private:
  void copy_text(std::string_view text) {
    constexpr std::string_view kCdataEnd = "]]>";
    const size_t end = in_cdata_ ? text.find(kCdataEnd) : std::string_view::npos;
    if (end != std::string_view::npos) {
      out_.markup += text.substr(0, end);
      text.remove_prefix(end + kCdataEnd.size());
      in_cdata_ = false;
    }
    out_.markup += text;
  }

  // Moves past the next `end`; without one, past `otherwise` bytes. A search that failed once
  // is not repeated.
  void skip_to(size_t& pos, std::string_view end, size_t otherwise) {
    size_t found = std::string_view::npos;
    if (!missing_.contains(end)) found = html_.find(end, pos);
    if (found == std::string_view::npos) missing_.emplace(end);
    pos = found == std::string_view::npos ? std::min(html_.size(), pos + otherwise)
                                          : found + end.size();
  }

  bool at(size_t pos, std::string_view text) const {
    return html_.substr(pos, text.size()) == text;
  }

  // Comments, declarations, and program blocks.
  bool skip_block(size_t& pos) {
    if (at(pos, "<!--")) {
      skip_to(pos, "-->", 4);
    } else if (at(pos, "<![CDATA[")) {
      pos += 9;
      in_cdata_ = true;
    } else if (at(pos, "<%")) {
      skip_to(pos, "%>", 2);
    } else if (equal_ignoring_case(html_.substr(pos, 5), "<?php") || at(pos, "<?=")) {
      skip_to(pos, "?>", html_.size());  // PHP needs no end mark at the end of a file
    } else if (at(pos, "<!") || at(pos, "<?")) {
      skip_to(pos, ">", 2);  // <?xml … ?>, and <?xml:namespace … /> from word processors
    } else {
      return false;
    }
    return true;
  }

  void read_tag(size_t& pos) {
    const size_t begin = pos;
    HtmlTag tag;
    if (!scanner_.read(pos, tag)) {
      // "</" and a blank is nothing; any other '<' is text.
      if (!at(pos, "</")) out_.markup += "&lt;";
      pos += at(pos, "</") ? 2 : 1;
      return;
    }
    ++tags_;
    if (!is_html_element(tag.name) && !tag.has_values &&
        (tag.attribute_count > 0 || pos >= html_.size())) {
      out_.markup += "&lt;";
      copy_text(html_.substr(begin + 1, pos - begin - 1));
      return;
    }
    if (!tag.closing && is_opaque(tag.name)) {
      skip_contents(tag, pos);
      return;
    }
    if (depth_ == TagDepth::flat) {
      write_flat(tag);
    } else {
      write(tag);
    }
  }

  // From the end of an opening tag to the end of its closing tag; where that is missing, nothing is
  // skipped.
  void skip_contents(const HtmlTag& tag, size_t& pos) {
    const std::string closing = "</" + tag.name;
    if (missing_.contains(closing)) return;
    for (size_t end = html_.find("</", pos); end != std::string_view::npos;
         end = html_.find("</", end + 2)) {
      if (!equal_ignoring_case(html_.substr(end, closing.size()), closing)) continue;
      if (tag.name == "script" && tag.attribute("type").find("ld+json") != std::string_view::npos &&
          out_.json_ld.size() < kMostJsonLd) {
        out_.json_ld.emplace_back(html_.substr(pos, end - pos));
      }
      if (tag.name == "style") keep_style(html_.substr(pos, end - pos));
      const size_t close = html_.find('>', end);
      pos = close == std::string_view::npos ? html_.size() : close + 1;
      return;
    }
    missing_.insert(closing);
  }

  void keep_style(std::string_view style) {
    style = style.substr(0, kMostStyleBytes - std::min(kMostStyleBytes, out_.styles.size()));
    for (const std::string_view font : {".Vn", ".VN", ".vn", "VNI", "vni-", "VNtimes", "VNTimes"}) {
      if (style.find(font) == std::string_view::npos) continue;
      out_.styles += style;
      out_.styles += '\n';
      return;
    }
  }

  void write(const HtmlTag& tag) {
    out_.markup += tag.closing ? "</" : "<";
    out_.markup += tag.name;
    for (const HtmlAttribute& attribute :
         tag.closing ? std::vector<HtmlAttribute>() : tag.attributes) {
      out_.markup += ' ';
      out_.markup += attribute.name;
      out_.markup += "=\"";
      for (const char c : attribute.value.substr(0, kLongestKeptValueBytes)) {
        if (c == '"') {
          out_.markup += "&quot;";
        } else if (c == '<') {
          out_.markup += "&lt;";
        } else {
          out_.markup += c;
        }
      }
      out_.markup += '"';
    }
    out_.markup += '>';
  }

  void write_flat(const HtmlTag& tag) {
    constexpr std::string_view kKept[] = {"title", "meta", "link", "br"};
    if (std::find(std::begin(kKept), std::end(kKept), tag.name) != std::end(kKept)) {
      write(tag);
    } else if (tag.name == "h1") {
      out_.markup += tag.closing ? "</h1>" : "</h1><h1>";  // the parser nests them
    } else if (is_block_element(tag.name)) {
      out_.markup += "<p>";
    }
  }

  std::string_view html_;
  HtmlTagScanner scanner_;
  TagDepth depth_;
  CleanHtml out_;
  size_t tags_ = 0;
  bool in_cdata_ = false;
  std::set<std::string, std::less<>> missing_;  // ends that do not come any more
};

}  // namespace

Result<CleanHtml> clean_html(std::string_view utf8, TagDepth depth) {
  if (utf8.size() > kLongestPageBytes) {
    return Error{.code = ErrorCode::input, .message = say("the page is longer than 32 MiB"), .hint = ""};
  }
  return Cleaner(utf8, depth).run();
}

}  // namespace khobao::read
