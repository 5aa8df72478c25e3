#include "searcher/query/leaf_tokens.h"

#include <algorithm>

#include "common/text/letters/normalise.h"
#include "common/text/numbers/date_expression.h"
#include "common/text/short_forms.h"
#include "common/text/tokenizer.h"

namespace khobao::query {
namespace {

// Words typed with at most this many spaces between them belong together.
constexpr size_t kMostSpaces = 2;

bool has_small_letters(const Node& root) {
  const bool leaf = (root.type == Node::Type::word || root.type == Node::Type::phrase) &&
                    root.text.find_first_not_of("0123456789.,/- ") != std::string::npos;
  if (leaf && !text::is_capitals(root.text)) return true;
  return std::any_of(root.children.begin(), root.children.end(), has_small_letters);
}

// TƯ among words in small letters is T.Ư (common/text/short_forms.h).
bool is_central(const Node& node) {
  return node.type == Node::Type::word && node.text.size() <= 4 && text::compose(node.text) == "TƯ";
}

// What the word that ends one leaf says of the number that begins the next: "sáng 16.12".
text::DateCue cue_after(const Node& node) {
  if (node.type != Node::Type::word || node.tokens.empty()) return text::DateCue::none;
  const text::Token& last = node.tokens.back();
  return last.end_byte == node.text.size() ? text::typed_date_cue(last.term) : text::DateCue::none;
}

// "3 %": the sign was typed apart from its number.
bool ends_percentage(const Node& number, const Node& sign) {
  return number.type == Node::Type::word && sign.type == Node::Type::word && sign.text == "%" &&
         sign.begin_byte <= number.end_byte + kMostSpaces && !number.tokens.empty() &&
         number.tokens.back().kind == text::TokenKind::number &&
         number.tokens.back().end_byte == number.text.size();
}

void add_percent_sign(Node& number) {
  text::Token whole = number.tokens.back();
  whole.term += '%';
  whole.kind = text::TokenKind::marked;
  whole.parts = 1;
  number.tokens.insert(number.tokens.end() - 1, std::move(whole));
}

class TokenReader {
 public:
  explicit TokenReader(bool capitals) : capitals_(capitals) {}

  void read(Node& node) {
    if (is_leaf(node)) read_leaf(node);
    Node* before = nullptr;
    for (Node& child : node.children) {
      read(child);
      if (before != nullptr && ends_percentage(*before, child)) add_percent_sign(*before);
      before = &child;
    }
  }

 private:
  void read_leaf(Node& node) {
    node.tokens.clear();
    if (!capitals_ && is_central(node)) {
      tokenizer_.tokenize("T.Ư", node.tokens);
      for (text::Token& token : node.tokens)
        token.end_byte = static_cast<uint32_t>(node.text.size());
    } else {
      const bool beside = node.type == Node::Type::word && !node.apart &&
                          node.begin_byte <= end_byte_ + kMostSpaces;
      tokenizer_.tokenize(node.text, node.tokens, beside ? cue_ : text::DateCue::none);
    }
    cue_ = cue_after(node);
    end_byte_ = node.end_byte;
  }

  const bool capitals_;
  text::Tokenizer tokenizer_;
  text::DateCue cue_ = text::DateCue::none;  // of the leaf read last
  size_t end_byte_ = 0;
};

}  // namespace

void tokenise(Node& root) {
  // Nobody shouts a single word.
  const bool alone = root.children.size() == 1 && is_central(root.children.front());
  TokenReader(!alone && !has_small_letters(root)).read(root);
}

}  // namespace khobao::query
