#pragma once
/// A query as it was understood, before the index is asked. Knows nothing of Xapian.
///
///   dịch (covid OR "viêm phổi") -cúm   ->   all(dịch, any(covid, phrase(viêm phổi)), not(cúm))
///   title:lúa gạo NEAR/5 giá           ->   all(title(lúa), near/5(gạo, giá))
#include <string>
#include <vector>

#include "common/archive/fields.h"
#include "common/base/message.h"
#include "common/text/token.h"

namespace khobao::query {

struct Node {
  enum class Type : unsigned char {
    word,    ///< `text`: as typed, without spaces; may hold several tokens ("Covid-19")
    phrase,  ///< `text`: what stood between the quotation marks
    prefix,  ///< `text`: how the word begins, as typed before the "*"
    all,     ///< every child
    any,     ///< at least one child
    no,      ///< not its one child
    near,    ///< each child at most so many words from the one before it (`distances`)
    same,    ///< every child within one paragraph
    scope,   ///< its one child within the part of the article that `field` names
    filter,  ///< articles whose `field` is `text`
  };

  Type type = Type::all;
  std::string text;
  /// Of words, phrases and prefixes: what the tokenizer made of `text` (leaf_tokens.h).
  std::vector<text::Token> tokens;
  std::vector<Node> children;
  /// Place in the query as typed, half-open, also where `text` is a mended spelling.
  size_t begin_byte = 0;
  size_t end_byte = 0;
  bool apart = false;  ///< AND stands in front: no one word with what is before
  archive::FieldId field = archive::FieldId::title;  ///< of scopes and filters
  std::vector<unsigned> distances;                   ///< of `near`, one fewer than its children

  bool operator==(const Node&) const = default;
};

/// Something the parser mended or passed over, and where; printed with a caret.
struct Warning {
  Message message;
  size_t at_byte = 0;

  bool operator==(const Warning&) const = default;
};

/// True for what holds words of its own.
inline bool is_leaf(const Node& node) {
  return node.type == Node::Type::word || node.type == Node::Type::phrase ||
         node.type == Node::Type::prefix;
}

/// The tree in one line, as the example above writes it.
std::string to_string(const Node& node);

/// The query text with a caret under byte `at_byte`, two lines, each indented by two spaces.
/// Columns are those of a terminal, so accents and wide characters before the place do not shift
/// it.
std::string caret(std::string_view query, size_t at_byte);

}  // namespace khobao::query
