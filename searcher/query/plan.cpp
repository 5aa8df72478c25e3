#include "searcher/query/plan.h"

#include <algorithm>
#include <optional>

#include "common/text/tokenizer.h"

namespace khobao::query {
namespace {

using text::Token;

class Planner {
 public:
  Plan run(const Node& root) {
    if (auto node = plan(root, true)) plan_.root = std::move(*node);
    if (plan_.root.type != PlanNode::Type::all) plan_.root = all_of({std::move(plan_.root)});
    for (const PlanNode& child : plan_.root.children) {
      if (child.type == PlanNode::Type::phrase || child.type == PlanNode::Type::no) {
        plan_.required.children.push_back(child);
      }
    }
    return std::move(plan_);
  }

 private:
  static PlanNode all_of(std::vector<PlanNode> children) {
    return {.type = PlanNode::Type::all, .terms = {}, .children = std::move(children)};
  }
  static PlanNode leaf(PlanNode::Type type, std::vector<std::string> terms) {
    return {.type = type, .terms = std::move(terms), .children = {}};
  }

  std::vector<Token> tokens_of(const std::string& text) {
    std::vector<Token> tokens;
    tokenizer_.tokenize(text, tokens);
    return tokens;
  }

  void note_terms(const std::vector<Token>& tokens, bool new_run) {
    if (new_run || plan_.runs.empty()) plan_.runs.emplace_back();
    for (const Token& token : tokens) {
      if (std::find(plan_.terms.begin(), plan_.terms.end(), token.term) == plan_.terms.end()) {
        plan_.terms.push_back(token.term);
      }
      if (token.parts == 0) plan_.runs.back().push_back(token.term);
    }
  }

  // The words of a leaf, one node each; the parts of a compound are what it stands for.
  std::vector<PlanNode> leaves(const std::vector<Token>& tokens) {
    std::vector<PlanNode> nodes;
    for (size_t i = 0; i < tokens.size(); i += 1 + tokens[i].parts) {
      nodes.push_back(leaf(PlanNode::Type::term, {tokens[i].term}));
    }
    return nodes;
  }

  std::optional<PlanNode> plan_word(const Node& node, bool wanted) {
    const std::vector<Token> tokens = tokens_of(node.text);
    if (tokens.empty()) return std::nullopt;
    if (wanted) note_terms(tokens, false);
    std::vector<PlanNode> nodes = leaves(tokens);
    if (nodes.size() == 1) return std::move(nodes.front());
    // "-Covid-19" excludes the pair, not each half.
    if (!wanted) return plan_phrase(tokens);
    return all_of(std::move(nodes));
  }

  std::optional<PlanNode> plan_phrase(const std::vector<Token>& tokens) {
    if (tokens.empty()) return std::nullopt;
    std::vector<PlanNode> nodes = leaves(tokens);
    if (nodes.size() == 1) return std::move(nodes.front());
    std::vector<std::string> terms;
    for (const Token& token : tokens) {
      if (token.parts == 0) terms.push_back(token.term);
    }
    return leaf(PlanNode::Type::phrase, std::move(terms));
  }

  std::optional<PlanNode> plan(const Node& node, bool wanted) {
    switch (node.type) {
      case Node::Type::word: return plan_word(node, wanted);
      case Node::Type::phrase: {
        const std::vector<Token> tokens = tokens_of(node.text);
        if (wanted && !tokens.empty()) {
          note_terms(tokens, true);
          plan_.runs.emplace_back();
        }
        return plan_phrase(tokens);
      }
      case Node::Type::no: {
        auto child = plan(node.children.front(), !wanted);
        if (!child) return std::nullopt;
        return PlanNode{.type = PlanNode::Type::no, .terms = {}, .children = {std::move(*child)}};
      }
      default: break;
    }
    PlanNode out{.type = node.type == Node::Type::any ? PlanNode::Type::any : PlanNode::Type::all, .terms = {},
                 .children = {}};
    for (const Node& child : node.children) {
      auto planned = plan(child, wanted);
      if (!planned) continue;
      if (out.type == PlanNode::Type::all && planned->type == PlanNode::Type::all) {
        for (PlanNode& inner : planned->children) out.children.push_back(std::move(inner));
      } else {
        out.children.push_back(std::move(*planned));
      }
    }
    if (out.children.empty()) return std::nullopt;
    return out;
  }

  text::Tokenizer tokenizer_;
  Plan plan_;
};

}  // namespace

Plan make_plan(const Node& root) { return Planner().run(root); }

std::string to_string(const PlanNode& node) {
  std::string out;
  switch (node.type) {
    case PlanNode::Type::term: return node.terms.front();
    case PlanNode::Type::phrase:
      for (const std::string& term : node.terms) out += (out.empty() ? "phrase " : "+") + term;
      return out;
    case PlanNode::Type::all: out = "all("; break;
    case PlanNode::Type::any: out = "any("; break;
    case PlanNode::Type::no: out = "no("; break;
  }
  for (size_t i = 0; i < node.children.size(); ++i) out += (i > 0 ? ", " : "") + to_string(node.children[i]);
  return out + ")";
}

}  // namespace khobao::query
