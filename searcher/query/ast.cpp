#include "searcher/query/ast.h"

#include <algorithm>

#include "common/text/printable.h"
#include "common/text/utf8.h"

namespace khobao::query {

std::string to_string(const Node& node) {
  switch (node.type) {
    case Node::Type::word: return node.text;
    case Node::Type::phrase: return "phrase(" + node.text + ")";
    default: break;
  }
  std::string out = node.type == Node::Type::all   ? "all("
                    : node.type == Node::Type::any ? "any("
                                                   : "not(";
  for (size_t i = 0; i < node.children.size(); ++i) {
    if (i > 0) out += ", ";
    out += to_string(node.children[i]);
  }
  return out + ")";
}

std::string caret(std::string_view query, size_t at_byte) {
  // Long queries are shown from shortly before the place.
  constexpr size_t kShownBytes = 120;
  at_byte = std::min(at_byte, query.size());
  const size_t begin =
      at_byte > kShownBytes / 2 ? text::prefix_bytes(query, at_byte - kShownBytes / 2).size() : 0;
  const std::string before = text::printable(query.substr(begin, at_byte - begin));
  const std::string shown =
      before + text::printable(text::prefix_bytes(query.substr(at_byte), kShownBytes / 2));
  return "  " + shown + "\n  " + std::string(text::display_columns(before), ' ') + "^";
}

}  // namespace khobao::query
