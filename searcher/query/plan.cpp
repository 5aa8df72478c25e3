#include "searcher/query/plan.h"

#include <algorithm>
#include <optional>

#include "common/text/tokenizer.h"

namespace khobao::query {
namespace {

using text::Token;

// Readings at least this likely beside the best count as the word in a match.
constexpr double kMatchWeight = 0.3;

class Planner {
 public:
  Plan run(const Node& root, Interpreter* interpreter) {
    if (interpreter) read_words(root, *interpreter);
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

  // Reads every word of the query, in its order, so that each is seen beside its neighbours.
  void read_words(const Node& root, Interpreter& interpreter) {
    std::vector<std::string> words;
    std::vector<const Node*> waiting{&root};
    while (!waiting.empty()) {
      const Node* node = waiting.back();
      waiting.pop_back();
      for (const Token& token : tokens_of(node->text)) {
        if (token.kind == text::TokenKind::word && token.parts == 0) words.push_back(token.term);
      }
      for (auto child = node->children.rbegin(); child != node->children.rend(); ++child)
        waiting.push_back(&*child);
    }
    readings_ = interpreter.read(words);
    words_ = std::move(words);
  }

  // The readings of the next word that read_words() saw; the word itself without an interpreter.
  std::vector<Reading> readings_of(const Token& token) {
    if (token.kind != text::TokenKind::word || token.parts > 0 || next_word_ >= readings_.size() ||
        words_[next_word_] != token.term) {
      return {{token.term, 1}};
    }
    return readings_[next_word_++];
  }

  void note_terms(const std::vector<Token>& tokens,
                  const std::vector<std::vector<Reading>>& readings, bool new_run) {
    if (new_run || plan_.runs.empty()) plan_.runs.emplace_back();
    for (size_t i = 0; i < tokens.size(); ++i) {
      const size_t word = plan_.roles.empty() ? 0 : plan_.roles.back().word + 1;
      for (const Reading& reading : readings[i]) {
        const auto known = std::find(plan_.terms.begin(), plan_.terms.end(), reading.term);
        if (known != plan_.terms.end()) {
          double& weight = plan_.roles[static_cast<size_t>(known - plan_.terms.begin())].weight;
          weight = std::max(weight, reading.weight);
          continue;
        }
        plan_.terms.push_back(reading.term);
        plan_.roles.push_back({word, reading.weight});
      }
      if (tokens[i].parts == 0) plan_.runs.back().push_back(readings[i].front().term);
    }
  }

  // The words of a leaf, one node each; the parts of a compound are what it stands for. A match may
  // hold any reading that is likely enough.
  static std::vector<PlanNode> leaves(const std::vector<Token>& tokens,
                                      const std::vector<std::vector<Reading>>& readings) {
    std::vector<PlanNode> nodes;
    for (size_t i = 0; i < tokens.size(); i += 1 + tokens[i].parts) {
      PlanNode node = leaf(PlanNode::Type::term, {});
      for (const Reading& reading : readings[i]) {
        if (reading.weight >= kMatchWeight || node.terms.empty())
          node.terms.push_back(reading.term);
      }
      nodes.push_back(std::move(node));
    }
    return nodes;
  }

  std::vector<std::vector<Reading>> all_readings(const std::vector<Token>& tokens) {
    std::vector<std::vector<Reading>> readings;
    for (const Token& token : tokens) readings.push_back(readings_of(token));
    return readings;
  }

  std::optional<PlanNode> plan_word(const Node& node, bool wanted) {
    const std::vector<Token> tokens = tokens_of(node.text);
    if (tokens.empty()) return std::nullopt;
    const auto readings = all_readings(tokens);
    if (wanted) note_terms(tokens, readings, false);
    std::vector<PlanNode> nodes = leaves(tokens, readings);
    if (nodes.size() == 1) return std::move(nodes.front());
    // "-Covid-19" excludes the pair, not each half.
    if (!wanted) return plan_phrase(tokens, readings);
    return all_of(std::move(nodes));
  }

  static std::optional<PlanNode> plan_phrase(const std::vector<Token>& tokens,
                                             const std::vector<std::vector<Reading>>& readings) {
    if (tokens.empty()) return std::nullopt;
    std::vector<PlanNode> nodes = leaves(tokens, readings);
    if (nodes.size() == 1) return std::move(nodes.front());
    std::vector<std::string> terms;
    for (size_t i = 0; i < tokens.size(); ++i) {
      if (tokens[i].parts == 0) terms.push_back(readings[i].front().term);
    }
    return leaf(PlanNode::Type::phrase, std::move(terms));
  }

  std::optional<PlanNode> plan(const Node& node, bool wanted) {
    switch (node.type) {
      case Node::Type::word: return plan_word(node, wanted);
      case Node::Type::phrase: {
        const std::vector<Token> tokens = tokens_of(node.text);
        const auto readings = all_readings(tokens);
        if (wanted && !tokens.empty()) {
          note_terms(tokens, readings, true);
          plan_.runs.emplace_back();
        }
        return plan_phrase(tokens, readings);
      }
      case Node::Type::no: {
        auto child = plan(node.children.front(), !wanted);
        if (!child) return std::nullopt;
        return PlanNode{.type = PlanNode::Type::no, .terms = {}, .children = {std::move(*child)}};
      }
      default: break;
    }
    PlanNode out{.type = node.type == Node::Type::any ? PlanNode::Type::any : PlanNode::Type::all,
                 .terms = {},
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
  std::vector<std::string> words_;
  std::vector<std::vector<Reading>> readings_;
  size_t next_word_ = 0;
  Plan plan_;
};

}  // namespace

Plan make_plan(const Node& root, Interpreter* interpreter) {
  return Planner().run(root, interpreter);
}

std::string to_string(const PlanNode& node) {
  std::string out;
  switch (node.type) {
    case PlanNode::Type::term:
      for (const std::string& term : node.terms) out += (out.empty() ? "" : "|") + term;
      return out;
    case PlanNode::Type::phrase:
      for (const std::string& term : node.terms) out += (out.empty() ? "phrase " : "+") + term;
      return out;
    case PlanNode::Type::all: out = "all("; break;
    case PlanNode::Type::any: out = "any("; break;
    case PlanNode::Type::no: out = "no("; break;
  }
  for (size_t i = 0; i < node.children.size(); ++i)
    out += (i > 0 ? ", " : "") + to_string(node.children[i]);
  return out + ")";
}

}  // namespace khobao::query
