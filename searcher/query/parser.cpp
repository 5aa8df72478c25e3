#include "searcher/query/parser.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "common/text/utf8.h"
#include "searcher/query/lexer.h"

namespace khobao::query {
namespace {

using Type = Lexeme::Type;

class Parser {
 public:
  Parser(std::string_view query, std::vector<Lexeme> lexemes, std::vector<Warning>& warnings)
      : query_(query), lexemes_(std::move(lexemes)), warnings_(warnings) {}

  Result<Node> run() {
    Node root = any(0);
    while (!error_ && at_ < lexemes_.size()) {  // only a bracket too many stops any()
      warn("the bracket closes nothing; left out", lexemes_[at_++].begin_byte);
      Node rest = any(0);
      root = joined(std::move(root), std::move(rest));
    }
    if (error_) return *error_;
    if (root.type != Node::Type::all) root = wrap(std::move(root));
    return root;
  }

 private:
  const Lexeme* peek() const { return at_ < lexemes_.size() ? &lexemes_[at_] : nullptr; }
  bool is(Type type) const { return peek() && peek()->type == type; }
  void warn(std::string message, size_t at_byte) {
    warnings_.push_back({std::move(message), at_byte});
  }

  static Node wrap(Node node) {
    Node root{.type = Node::Type::all,
              .text = {},
              .children = {},
              .begin_byte = node.begin_byte,
              .end_byte = node.end_byte};
    root.children.push_back(std::move(node));
    return root;
  }

  static Node joined(Node left, Node right) {
    if (left.children.empty() && left.type == Node::Type::all) return right;
    if (right.children.empty() && right.type == Node::Type::all) return left;
    if (left.type != Node::Type::all) left = wrap(std::move(left));
    left.children.push_back(std::move(right));
    return left;
  }

  Node any(size_t depth) {
    Node node{.type = Node::Type::any, .text = {}, .children = {}, .begin_byte = 0, .end_byte = 0};
    node.children.push_back(all(depth));
    while (!error_ && is(Type::op_or)) {
      const Lexeme op = lexemes_[at_++];
      Node right = all(depth);
      if (right.children.empty() || node.children.back().children.empty()) {
        warn("OR wants a word on both sides; searched as a word", op.begin_byte);
        if (node.children.back().children.empty()) node.children.pop_back();
        Node word = leaf(op);
        right = joined(wrap(std::move(word)), std::move(right));
        if (right.type != Node::Type::all) right = wrap(std::move(right));
      }
      node.children.push_back(std::move(right));
    }
    for (Node& child : node.children) {
      if (child.type == Node::Type::all && child.children.size() == 1) {
        Node only = std::move(child.children.front());
        child = std::move(only);
      }
    }
    if (node.children.size() == 1) {
      Node only = std::move(node.children.front());
      return only;
    }
    node.begin_byte = node.children.front().begin_byte;
    node.end_byte = node.children.back().end_byte;
    return node;
  }

  Node all(size_t depth) {
    Node node{.type = Node::Type::all, .text = {}, .children = {}, .begin_byte = 0, .end_byte = 0};
    bool apart = false;
    while (!error_ && peek() && !is(Type::op_or) && !is(Type::close)) {
      if (is(Type::op_and)) {
        const Lexeme op = lexemes_[at_++];
        if (!node.children.empty() && peek() && !is(Type::op_or) && !is(Type::op_and) &&
            !is(Type::close)) {
          apart = true;
          continue;
        }
        warn("AND wants a word on both sides; searched as a word", op.begin_byte);
        node.children.push_back(leaf(op));
        continue;
      }
      if (auto child = unary(depth)) {
        child->apart = std::exchange(apart, false);
        node.children.push_back(std::move(*child));
      }
    }
    if (!node.children.empty()) {
      node.begin_byte = node.children.front().begin_byte;
      node.end_byte = node.children.back().end_byte;
    }
    return node;
  }

  std::optional<Node> unary(size_t depth) {
    if (depth > kMaxNesting) {
      error_ = Error{ErrorCode::query,
                     "query: nested deeper than " + std::to_string(kMaxNesting) + " levels\n" +
                         caret(query_, peek() ? peek()->begin_byte : query_.size()),
                     ""};
      return std::nullopt;
    }
    const Lexeme lexeme = lexemes_[at_++];
    switch (lexeme.type) {
      case Type::minus:
      case Type::op_not: {
        if (!peek() || is(Type::close) || is(Type::op_or) || is(Type::op_and)) {
          warn("nothing to exclude here; searched as a word", lexeme.begin_byte);
          return leaf(lexeme);
        }
        auto child = unary(depth + 1);
        if (!child) return std::nullopt;
        Node node{.type = Node::Type::no,
                  .text = {},
                  .children = {},
                  .begin_byte = lexeme.begin_byte,
                  .end_byte = child->end_byte};
        node.children.push_back(std::move(*child));
        return node;
      }
      case Type::open: {
        Node node = any(depth + 1);
        if (is(Type::close)) {
          ++at_;
        } else if (!error_) {
          warn("the bracket is not closed; closed at the end", lexeme.begin_byte);
        }
        if (node.type == Node::Type::all && node.children.empty()) return std::nullopt;
        return node;
      }
      default: return leaf(lexeme);
    }
  }

  Node leaf(const Lexeme& lexeme) {
    if (++words_ > kMaxWords && !error_) {
      error_ = Error{ErrorCode::query,
                     "query: more than " + std::to_string(kMaxWords) + " words\n" +
                         caret(query_, lexeme.begin_byte),
                     ""};
    }
    return {.type = lexeme.type == Type::phrase ? Node::Type::phrase : Node::Type::word,
            .text = lexeme.text,
            .children = {},
            .begin_byte = lexeme.begin_byte,
            .end_byte = lexeme.end_byte};
  }

  std::string_view query_;
  std::vector<Lexeme> lexemes_;
  std::vector<Warning>& warnings_;
  std::optional<Error> error_;
  size_t at_ = 0;
  size_t words_ = 0;
};

}  // namespace

Result<Parsed> parse(std::string_view query) {
  if (query.size() > kMaxQueryBytes) {
    return Error{ErrorCode::query,
                 "query: longer than " + std::to_string(kMaxQueryBytes >> 10) + " KiB", ""};
  }
  for (size_t pos = 0; pos < query.size();) {
    const size_t begin = pos;
    if (text::next_code_point(query, pos) == text::kReplacement && pos - begin == 1) {
      return Error{ErrorCode::query, "query: not UTF-8\n" + caret(query, begin),
                   "set the terminal to UTF-8"};
    }
  }
  Parsed parsed;
  auto lexemes = lex(query, parsed.warnings);
  auto root = Parser(query, std::move(lexemes), parsed.warnings).run();
  if (!root) return root.error();
  parsed.root = std::move(*root);
  std::stable_sort(parsed.warnings.begin(), parsed.warnings.end(),
                   [](const Warning& a, const Warning& b) { return a.at_byte < b.at_byte; });
  return parsed;
}

}  // namespace khobao::query
