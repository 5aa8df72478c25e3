#include "searcher/query/parser.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "common/language/say.h"
#include "common/text/letters/char_class.h"
#include "common/text/letters/utf8.h"
#include "searcher/query/leaf_tokens.h"
#include "searcher/query/lexer.h"

namespace khobao::query {
namespace {

using LexemeType = Lexeme::Type;

Node node_of(Node::Type type) {
  Node node;
  node.type = type;
  return node;
}

void span_children(Node& node) {
  if (node.children.empty()) return;
  node.begin_byte = node.children.front().begin_byte;
  node.end_byte = node.children.back().end_byte;
}

bool is_empty(const Node& node) { return node.type == Node::Type::all && node.children.empty(); }

// An `all` of one child says no more than the child.
Node simplified(Node node) {
  if (node.type != Node::Type::all || node.children.size() != 1) return node;
  Node only = std::move(node.children.front());
  return only;
}

// Runs of letters and digits, which the tokenizer makes about as many tokens of.
size_t words_in(std::string_view text) {
  size_t count = 0;
  bool inside = false;
  for (size_t pos = 0; pos < text.size();) {
    const bool letter =
        text::classify(text::next_code_point(text, pos)) != text::CharClass::separator;
    count += letter && !inside;
    inside = letter;
  }
  return count;
}

// What can stand near something: words, phrases, and alternatives of them.
bool has_place(const Node& node) {
  switch (node.type) {
    case Node::Type::word:
    case Node::Type::phrase:
    case Node::Type::prefix: return true;
    case Node::Type::any: return std::all_of(node.children.begin(), node.children.end(), has_place);
    default: return false;
  }
}

class Parser {
 public:
  Parser(std::string_view query, std::vector<Lexeme> lexemes, std::vector<Warning>& warnings)
      : query_(query), lexemes_(std::move(lexemes)), warnings_(warnings) {}

  Result<Node> run() {
    drop_stray_brackets();
    Node root = any(0);
    if (!error_ && is_empty(root)) root = operators_as_words();
    if (error_) return *error_;
    if (root.type != Node::Type::all) root = wrap(std::move(root));
    return root;
  }

 private:
  const Lexeme* peek() const { return at_ < lexemes_.size() ? &lexemes_[at_] : nullptr; }
  bool is(LexemeType type) const { return peek() && peek()->type == type; }
  bool at_operand() const {
    const Lexeme* next = peek();
    return next && next->type != LexemeType::close && next->type != LexemeType::op_or &&
           next->type != LexemeType::op_and && next->type != LexemeType::op_same &&
           next->type != LexemeType::op_near;
  }
  void warn(Message message, size_t at_byte) { warnings_.push_back({std::move(message), at_byte}); }
  void warn_of_operand(const Lexeme& op) {
    warn(say("{} wants a word on both sides; left out", op.text), op.begin_byte);
  }
  void fail(const Message& what, size_t at_byte) {
    if (!error_)
      error_ = Error{ErrorCode::query, say("query: {}", what) + "\n" + caret(query_, at_byte), ""};
  }

  static Node wrap(Node node) {
    Node root = node_of(Node::Type::all);
    root.children.push_back(std::move(node));
    span_children(root);
    return root;
  }

  void drop_stray_brackets() {
    size_t open = 0;
    std::erase_if(lexemes_, [&](const Lexeme& lexeme) {
      open += lexeme.type == LexemeType::open;
      if (lexeme.type != LexemeType::close) return false;
      if (open > 0) {
        --open;
        return false;
      }
      warn(say("the bracket closes nothing; left out"), lexeme.begin_byte);
      return true;
    });
  }

  // A query of nothing but operators: perhaps they were meant.
  Node operators_as_words() {
    Node root = node_of(Node::Type::all);
    for (const Lexeme& lexeme : lexemes_) {
      if (lexeme.type == LexemeType::op_and || lexeme.type == LexemeType::op_or ||
          lexeme.type == LexemeType::op_not || lexeme.type == LexemeType::op_near ||
          lexeme.type == LexemeType::op_same) {
        root.children.push_back(leaf(lexeme));
      }
    }
    if (!root.children.empty())
      warn(say("nothing to look for but operators; searched as words"),
           root.children[0].begin_byte);
    span_children(root);
    return root;
  }

  using Level = Node (Parser::*)(size_t);

  // Operands of the next level with `op` between them, as a node of `type` where there are several.
  Node chain(LexemeType op, Node::Type type, Level next, size_t depth) {
    Node node = node_of(type);
    node.children.push_back((this->*next)(depth));
    while (!error_ && is(op)) {
      const Lexeme lexeme = lexemes_[at_++];
      Node right = (this->*next)(depth);
      if (is_empty(right) || is_empty(node.children.back())) {
        warn_of_operand(lexeme);
        if (is_empty(node.children.back())) node.children.back() = std::move(right);
      } else {
        node.children.push_back(std::move(right));
      }
    }
    for (Node& child : node.children) child = simplified(std::move(child));
    if (node.children.size() == 1) {
      Node only = std::move(node.children.front());
      return only;
    }
    span_children(node);
    return node;
  }

  Node any(size_t depth) { return chain(LexemeType::op_or, Node::Type::any, &Parser::same, depth); }
  Node same(size_t depth) {
    return chain(LexemeType::op_same, Node::Type::same, &Parser::all, depth);
  }

  Node all(size_t depth) {
    Node node = node_of(Node::Type::all);
    bool apart = false;
    while (!error_ && peek() && !is(LexemeType::op_or) && !is(LexemeType::op_same) &&
           !is(LexemeType::close)) {
      if (is(LexemeType::op_and)) {
        const Lexeme op = lexemes_[at_++];
        if (!node.children.empty() && at_operand()) {
          apart = true;
        } else {
          warn_of_operand(op);
        }
      } else if (is(LexemeType::op_near)) {
        near(node, depth);
      } else if (auto child = unary(depth)) {
        child->apart = std::exchange(apart, false);
        node.children.push_back(std::move(*child));
      }
    }
    span_children(node);
    return node;
  }

  // NEAR between the last child and what comes.
  void near(Node& node, size_t depth) {
    const Lexeme op = lexemes_[at_++];
    if (node.children.empty() || !at_operand()) return warn_of_operand(op);
    auto right = unary(depth);
    if (!right) return warn_of_operand(op);
    Node& left = node.children.back();
    const bool chained = left.type == Node::Type::near;
    if ((!chained && !has_place(left)) || !has_place(*right)) {
      warn(say("{} wants a word, a phrase or alternatives of them on both sides; they may stand "
               "anywhere now",
               op.text),
           op.begin_byte);
      right->apart = true;
      node.children.push_back(std::move(*right));
      return;
    }
    if (!chained) {
      Node pair = node_of(Node::Type::near);
      pair.apart = std::exchange(left.apart, false);
      pair.children.push_back(std::move(left));
      left = std::move(pair);
    }
    left.children.push_back(std::move(*right));
    left.distances.push_back(op.distance);
    span_children(left);
  }

  std::optional<Node> unary(size_t depth) {
    if (depth > kMaxNesting) {
      fail(say("nested deeper than {} levels", kMaxNesting),
           peek() ? peek()->begin_byte : query_.size());
      return std::nullopt;
    }
    const Lexeme lexeme = lexemes_[at_++];
    switch (lexeme.type) {
      case LexemeType::minus:
      case LexemeType::op_not: return excluded(lexeme, depth);
      case LexemeType::open: return group(lexeme, depth);
      case LexemeType::field: return field(lexeme, depth);
      default: return leaf(lexeme);
    }
  }

  std::optional<Node> excluded(const Lexeme& op, size_t depth) {
    if (!at_operand()) {
      warn(say("nothing to exclude here; left out"), op.begin_byte);
      return std::nullopt;
    }
    auto child = unary(depth + 1);
    if (!child) return std::nullopt;
    Node node = node_of(Node::Type::no);
    node.begin_byte = op.begin_byte;
    node.end_byte = child->end_byte;
    node.children.push_back(std::move(*child));
    return node;
  }

  std::optional<Node> group(const Lexeme& open, size_t depth) {
    Node node = any(depth + 1);
    if (is(LexemeType::close)) {
      ++at_;
    } else if (!error_) {
      warn(say("the bracket is not closed; closed at the end"), open.begin_byte);
    }
    if (is_empty(node)) return std::nullopt;
    return node;
  }

  std::optional<Node> field(const Lexeme& name, size_t depth) {
    const bool value = is(LexemeType::word) || is(LexemeType::phrase) || is(LexemeType::prefix) ||
                       is(LexemeType::open);
    if (!value) {
      warn(say("'{}:' wants a value behind it; left out", name.text), name.begin_byte);
      return std::nullopt;
    }
    if (peek()->begin_byte > name.end_byte)
      warn(say("the value of '{}:' goes right behind the colon", name.text), name.end_byte);
    auto child = unary(depth + 1);
    if (!child) {
      warn(say("'{}:' wants a value behind it; left out", name.text), name.begin_byte);
      return std::nullopt;
    }
    if (archive::field(name.field).kind != archive::FieldKind::scope)
      return filter(std::move(*child), name.field);
    Node node = node_of(Node::Type::scope);
    node.field = name.field;
    node.begin_byte = name.begin_byte;
    node.end_byte = child->end_byte;
    node.children.push_back(std::move(*child));
    return node;
  }

  // org:(ubnd OR "hội đồng") -> the same tree of values; words side by side are one value.
  Node filter(Node node, archive::FieldId field) {
    switch (node.type) {
      case Node::Type::word:
      case Node::Type::phrase:
      case Node::Type::prefix:
        if (field != archive::FieldId::date && ++names_ > kMaxNames) {
          fail(say("more than {} names in fields", kMaxNames), node.begin_byte);
        }
        node.type = Node::Type::filter;
        node.field = field;
        return node;
      case Node::Type::filter:
      case Node::Type::scope: return node;
      case Node::Type::near:
      case Node::Type::same:
        node.type = Node::Type::all;
        node.distances.clear();
        break;
      default: break;
    }
    std::vector<Node> values;
    bool goes_on = false;
    for (Node& child : node.children) {
      const bool word = child.type == Node::Type::word;
      if (word && goes_on && !child.apart && node.type == Node::Type::all) {
        values.back().text += " " + child.text;
        values.back().end_byte = child.end_byte;
      } else {
        values.push_back(filter(std::move(child), field));
      }
      goes_on = word;
    }
    node.children = std::move(values);
    return simplified(std::move(node));
  }

  Node leaf(const Lexeme& lexeme) {
    words_ += std::max<size_t>(1, words_in(lexeme.text));
    if (words_ > kMaxWords) fail(say("more than {} words", kMaxWords), lexeme.begin_byte);
    const bool prefix = lexeme.type == LexemeType::prefix;
    if (prefix && ++prefixes_ > kMaxPrefixes)
      fail(say("more than {} words with *", kMaxPrefixes), lexeme.begin_byte);
    Node node = node_of(lexeme.type == LexemeType::phrase ? Node::Type::phrase
                        : prefix                          ? Node::Type::prefix
                                                          : Node::Type::word);
    node.text = lexeme.text;
    node.begin_byte = lexeme.begin_byte;
    node.end_byte = lexeme.end_byte;
    return node;
  }

  std::string_view query_;
  std::vector<Lexeme> lexemes_;
  std::vector<Warning>& warnings_;
  std::optional<Error> error_;
  size_t at_ = 0;
  size_t words_ = 0, prefixes_ = 0, names_ = 0;
};

}  // namespace

Result<Parsed> parse(std::string_view query) {
  if (query.size() > kMaxQueryBytes) {
    return Error{ErrorCode::query,
                 say("query: {}", say("longer than {} KiB", kMaxQueryBytes >> 10)), ""};
  }
  for (size_t pos = 0; pos < query.size();) {
    const size_t begin = pos;
    if (text::next_code_point(query, pos) == text::kReplacement && pos - begin == 1) {
      return Error{ErrorCode::query,
                   say("query: {}", say("not UTF-8")) + "\n" + caret(query, begin),
                   say("set the terminal to UTF-8")};
    }
  }
  Parsed parsed;
  auto lexemes = lex(query, parsed.warnings);
  auto root = Parser(query, std::move(lexemes), parsed.warnings).run();
  if (!root) return root.error();
  parsed.root = std::move(*root);
  tokenise(parsed.root);
  std::stable_sort(parsed.warnings.begin(), parsed.warnings.end(),
                   [](const Warning& a, const Warning& b) { return a.at_byte < b.at_byte; });
  return parsed;
}

}  // namespace khobao::query
