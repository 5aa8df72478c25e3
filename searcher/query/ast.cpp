#include "searcher/query/ast.h"

#include <algorithm>

#include "common/text/letters/printable.h"
#include "common/text/letters/utf8.h"

namespace khobao::query {

std::string to_string(const Node& node) {
  std::string out;
  switch (node.type) {
    case Node::Type::word: return node.text;
    case Node::Type::phrase: return "phrase(" + node.text + ")";
    case Node::Type::prefix: return node.text + "*";
    case Node::Type::filter:
      return std::string(archive::field(node.field).name) + "=(" + node.text + ")";
    case Node::Type::all: out = "all("; break;
    case Node::Type::any: out = "any("; break;
    case Node::Type::no: out = "not("; break;
    case Node::Type::same: out = "same("; break;
    case Node::Type::scope: out = std::string(archive::field(node.field).name) + "("; break;
    case Node::Type::near:
      out = "near";
      for (const unsigned distance : node.distances) out += "/" + std::to_string(distance);
      out += "(";
      break;
  }
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
