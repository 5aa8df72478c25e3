#pragma once
/// A parsed page as a flat list of its elements in document order, with what later steps ask of
/// each.
#include <libxml/tree.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "indexer/read/forms/html/html_roles.h"

namespace khobao::read {

inline constexpr size_t kNoElement = static_cast<size_t>(-1);

struct HtmlElement {
  xmlNode* node = nullptr;
  std::string_view name;       ///< in lower case; lives as long as the tree
  size_t parent = kNoElement;  ///< index; always less than the element's own
  size_t end = 0;              ///< index after its last descendant
  size_t text_bytes = 0;  ///< in it and its descendants, without white space at the ends of nodes
  bool holds_block = false;  ///< some descendant is a block or a <br>
  bool holds_image = false;
  bool unread = false;  ///< it or an ancestor is not read: <head>, hidden elements
  Roles roles;
};

class HtmlTree {
 public:
  /// Parses cleaned markup (clean_html). Errors: ErrorCode::input where libxml2 runs out of memory.
  /// `cut_short()` tells that the page is nested more deeply than the parser goes.
  static Result<HtmlTree> parse(std::string_view markup);

  const std::vector<HtmlElement>& elements() const { return elements_; }
  bool cut_short() const { return cut_short_; }

  /// An attribute's value, "" where absent.
  std::string_view attribute(size_t element, const char* name) const;

  /// True also where it has no value: <time pubdate>.
  bool has_attribute(size_t element, const char* name) const;

  /// The element that a libxml2 element node is in the list.
  static size_t index_of(const xmlNode* node);

  bool is_within(size_t element, size_t ancestor) const {
    return element >= ancestor && element < elements_[ancestor].end;
  }

 private:
  struct FreeDocument {
    void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
  };

  void list_elements();
  void add_up();
  void find_unread();

  std::unique_ptr<xmlDoc, FreeDocument> document_;
  std::vector<HtmlElement> elements_;
  bool cut_short_ = false;
};

/// True where the element is an <h1> or stands directly within one.
bool is_in_h1(const std::vector<HtmlElement>& elements, size_t element);

/// The node after `node` in document order, within `root`; `leave` is called for each element
/// whose end is passed. nullptr at the end of `root`. Not recursive.
template <class Leave>
xmlNode* next_node(xmlNode* node, xmlNode* root, Leave leave) {
  if (node->type == XML_ELEMENT_NODE && node->children) return node->children;
  while (true) {
    if (node->type == XML_ELEMENT_NODE) leave(node);
    if (node == root) return nullptr;
    if (node->next) return node->next;
    node = node->parent;
  }
}

}  // namespace khobao::read
