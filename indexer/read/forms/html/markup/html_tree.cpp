#include "indexer/read/forms/html/markup/html_tree.h"

#include <libxml/HTMLparser.h>

#include <cstdint>

#include "common/language/say.h"
#include "indexer/read/forms/html/markup/html_elements.h"
#include "indexer/read/lines/clean.h"
#include "indexer/read/xml_ready.h"

namespace khobao::read {
namespace {

struct FreeContext {
  void operator()(htmlParserCtxt* context) const { htmlFreeParserCtxt(context); }
};

std::string_view view(const xmlChar* text) {
  return text ? std::string_view(reinterpret_cast<const char*>(text)) : std::string_view();
}

bool says_hidden(std::string_view style) {
  std::string plain;
  for (const char c : style.substr(0, 400)) {
    if (c != ' ') plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  return plain.find("display:none") != std::string::npos ||
         plain.find("visibility:hidden") != std::string::npos;
}

}  // namespace

Result<HtmlTree> HtmlTree::parse(std::string_view markup) {
  make_xml_ready();
  HtmlTree tree;
  const std::unique_ptr<htmlParserCtxt, FreeContext> context(htmlNewParserCtxt());
  constexpr int kOptions = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                           HTML_PARSE_NONET | HTML_PARSE_COMPACT | HTML_PARSE_IGNORE_ENC;
  if (context) {
    tree.document_.reset(htmlCtxtReadMemory(
        context.get(), markup.data(), static_cast<int>(markup.size()), nullptr, "UTF-8", kOptions));
    // The parser gives up at a depth of 256 elements, as an internal error.
    tree.cut_short_ = context->errNo == XML_ERR_INTERNAL_ERROR || context->disableSAX != 0;
    if (context->errNo == XML_ERR_NO_MEMORY) tree.document_.reset();
  }
  if (!tree.document_) {
    if (markup.find_first_not_of(" \t\n") == std::string_view::npos) return tree;
    return Error{
        .code = ErrorCode::input, .message = say("the page cannot be parsed as HTML"), .hint = ""};
  }
  tree.list_elements();
  tree.add_up();
  tree.find_unread();
  return tree;
}

void HtmlTree::list_elements() {
  xmlNode* const root = xmlDocGetRootElement(document_.get());
  const auto leave = [&](xmlNode* node) { elements_[index_of(node)].end = elements_.size(); };
  for (xmlNode* node = root; node; node = next_node(node, root, leave)) {
    if (node->type != XML_ELEMENT_NODE) continue;
    HtmlElement element;
    element.node = node;
    element.name = view(node->name);
    if (node != root) element.parent = index_of(node->parent);
    // NOLINTNEXTLINE(performance-no-int-to-ptr): an index, in the field that libxml2 leaves to us
    node->_private = reinterpret_cast<void*>(elements_.size());
    elements_.push_back(element);
    const size_t index = elements_.size() - 1;
    elements_[index].roles = roles_of({.tag = element.name,
                                       .class_names = attribute(index, "class"),
                                       .id = attribute(index, "id"),
                                       .itemprop = attribute(index, "itemprop"),
                                       .role = attribute(index, "role")});
  }
}

// Children stand after their parents, so one backward pass sums up.
void HtmlTree::add_up() {
  for (size_t i = elements_.size(); i-- > 0;) {
    HtmlElement& element = elements_[i];
    for (const xmlNode* child = element.node->children; child; child = child->next) {
      if (child->type == XML_TEXT_NODE) element.text_bytes += trim(view(child->content)).size();
    }
    if (element.parent == kNoElement) continue;
    HtmlElement& parent = elements_[element.parent];
    if (!is_unread_element(element.name)) parent.text_bytes += element.text_bytes;
    parent.holds_block |=
        element.holds_block || is_block_element(element.name) || element.name == "br";
    parent.holds_image |= element.holds_image || element.name == "img" || element.name == "amp-img";
  }
}

// Hidden elements are not read, unless most of the page is in them.
void HtmlTree::find_unread() {
  for (size_t i = 0; i < elements_.size(); ++i) {
    HtmlElement& element = elements_[i];
    const bool hidden =
        xmlHasProp(element.node, reinterpret_cast<const xmlChar*>("hidden")) != nullptr ||
        says_hidden(attribute(i, "style"));
    element.unread = (element.parent != kNoElement && elements_[element.parent].unread) ||
                     is_unread_element(element.name) ||
                     (hidden && element.text_bytes * 2 < elements_[0].text_bytes);
  }
}

std::string_view HtmlTree::attribute(size_t element, const char* name) const {
  const xmlAttr* attribute =
      xmlHasProp(elements_[element].node, reinterpret_cast<const xmlChar*>(name));
  if (!attribute || !attribute->children || attribute->children->type != XML_TEXT_NODE) {
    return std::string_view();
  }
  return view(attribute->children->content);
}

bool HtmlTree::has_attribute(size_t element, const char* name) const {
  return xmlHasProp(elements_[element].node, reinterpret_cast<const xmlChar*>(name)) != nullptr;
}

size_t HtmlTree::index_of(const xmlNode* node) { return reinterpret_cast<size_t>(node->_private); }

bool is_in_h1(const std::vector<HtmlElement>& elements, size_t element) {
  constexpr int kSteps = 4;
  for (int step = 0; step < kSteps && element != kNoElement; ++step) {
    if (elements[element].name == "h1") return true;
    element = elements[element].parent;
  }
  return false;
}

}  // namespace khobao::read
