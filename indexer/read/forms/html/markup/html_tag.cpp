#include "indexer/read/forms/html/markup/html_tag.h"

#include <libxml/HTMLparser.h>

#include <algorithm>

#include "indexer/read/forms/ascii.h"

namespace khobao::read {
namespace {

constexpr std::string_view kReadAttributes[] = {
    "align",    "class", "content",  "datetime", "face", "hidden", "href",  "http-equiv", "id",
    "itemprop", "name",  "property", "pubdate",  "rel",  "role",   "style", "type",       "title"};
static_assert(std::size(kReadAttributes) <= 32);

// A value longer than this, its quote unclosed, is no value but the rest of the page.
constexpr size_t kLongestValueBytes = size_t{1} << 20;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_name_character(char c) {
  return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == ':' || c == '_' || c == '.';
}

std::string small(std::string_view name) {
  std::string out(name);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return out;
}

// Elements that libxml2 2.9, which knows HTML 4, has no entry for.
constexpr std::string_view kHtml5Elements[] = {
    "article", "aside",      "audio",   "bdi",       "canvas",  "data",    "datalist", "details",
    "dialog",  "figcaption", "figure",  "footer",    "header",  "hgroup",  "main",     "mark",
    "marquee", "math",       "meter",   "nav",       "nobr",    "output",  "picture",  "progress",
    "rp",      "rt",         "ruby",    "search",    "section", "slot",    "source",   "summary",
    "svg",     "template",   "time",    "track",     "video",   "wbr",     "blink",    "bgsound",
    "layer",   "noindex",    "listing", "plaintext", "xmp",     "content", "image",    "text"};

}  // namespace

std::string_view HtmlTag::attribute(std::string_view wanted) const {
  for (const HtmlAttribute& attribute : attributes) {
    if (attribute.name == wanted) return attribute.value;
  }
  return std::string_view();
}

bool HtmlTagScanner::read(size_t& pos, HtmlTag& tag) {
  size_t at = pos + 1;
  tag = HtmlTag();
  tag.closing = at < html_.size() && html_[at] == '/';
  at += tag.closing;
  if (at >= html_.size() || !is_letter(html_[at])) return false;
  const size_t name_begin = at;
  while (at < html_.size() && is_name_character(html_[at])) ++at;
  tag.name = small(html_.substr(name_begin, at - name_begin));
  unsigned seen = 0;
  while (at < html_.size() && html_[at] != '>' && html_[at] != '<') {
    if (is_ascii_space(html_[at]) || html_[at] == '/' || html_[at] == '"' || html_[at] == '\'') {
      ++at;
      continue;
    }
    const size_t begin = at;
    while (at < html_.size() && !is_ascii_space(html_[at]) &&
           std::string_view("=>/<").find(html_[at]) == std::string_view::npos) {
      ++at;
    }
    const std::string_view name = html_.substr(begin, at - begin);
    size_t equals = at;
    while (equals < html_.size() && is_ascii_space(html_[equals])) ++equals;
    std::string_view value;
    if (equals < html_.size() && html_[equals] == '=') {
      tag.has_values = true;
      at = equals + 1;
      while (at < html_.size() && is_ascii_space(html_[at])) ++at;
      const char quote = at < html_.size() ? html_[at] : '\0';
      const size_t end =
          quote == '"' || quote == '\'' ? closing_quote(quote, at + 1) : std::string_view::npos;
      if (end != std::string_view::npos) {
        value = html_.substr(at + 1, end - at - 1);
        at = end + 1;
      } else {
        const size_t value_begin = at;
        while (at < html_.size() && !is_ascii_space(html_[at]) && html_[at] != '>' &&
               html_[at] != '<')
          ++at;
        value = html_.substr(value_begin, at - value_begin);
      }
    }
    ++tag.attribute_count;
    const std::string lower = small(name.substr(0, 16));
    const auto* known = std::find(std::begin(kReadAttributes), std::end(kReadAttributes), lower);
    if (known == std::end(kReadAttributes)) continue;
    const unsigned bit = 1u << (known - std::begin(kReadAttributes));
    if (seen & bit) continue;
    seen |= bit;
    tag.attributes.push_back({*known, value});
  }
  pos = at < html_.size() && html_[at] == '>' ? at + 1 : at;
  return true;
}

size_t HtmlTagScanner::closing_quote(char quote, size_t pos) {
  Search& search = searches_[quote == '"' ? 0 : 1];
  const bool is_known = search.searched_from != std::string_view::npos &&
                        pos >= search.searched_from &&
                        (search.found == std::string_view::npos || pos <= search.found);
  if (!is_known) search = {.searched_from = pos, .found = html_.find(quote, pos)};
  if (search.found == std::string_view::npos || search.found - pos > kLongestValueBytes) {
    return std::string_view::npos;
  }
  return search.found;
}

bool is_html_element(std::string_view name) {
  if (name.find_first_of("-:") != std::string_view::npos) return true;
  if (std::find(std::begin(kHtml5Elements), std::end(kHtml5Elements), name) !=
      std::end(kHtml5Elements)) {
    return true;
  }
  return htmlTagLookup(reinterpret_cast<const xmlChar*>(std::string(name).c_str())) != nullptr;
}

}  // namespace khobao::read
