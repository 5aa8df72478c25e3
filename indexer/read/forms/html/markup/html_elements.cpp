#include "indexer/read/forms/html/markup/html_elements.h"

#include <algorithm>

namespace khobao::read {

bool is_block_element(std::string_view name) {
  constexpr std::string_view kBlocks[] = {
      "address", "amp-carousel", "article",    "aside",    "blockquote", "body",  "caption",
      "center",  "dd",           "details",    "dialog",   "dir",        "div",   "dl",
      "dt",      "fieldset",     "figcaption", "figure",   "footer",     "form",  "frameset",
      "h1",      "h2",           "h3",         "h4",       "h5",         "h6",    "header",
      "hgroup",  "hr",           "html",       "isindex",  "legend",     "li",    "main",
      "marquee", "menu",         "nav",        "noframes", "ol",         "p",     "pre",
      "section", "summary",      "table",      "tbody",    "tfoot",      "thead", "tr",
      "ul",      "video"};
  return std::find(std::begin(kBlocks), std::end(kBlocks), name) != std::end(kBlocks);
}

bool is_unread_element(std::string_view name) {
  constexpr std::string_view kUnread[] = {"head",   "script", "style",  "noscript", "template",
                                          "iframe", "select", "option", "datalist", "textarea",
                                          "object", "svg",    "title",  "meta",     "link",
                                          "input",  "map"};
  return std::find(std::begin(kUnread), std::end(kUnread), name) != std::end(kUnread);
}

}  // namespace khobao::read
