#include "searcher/query/plan.h"

#include <algorithm>
#include <optional>

#include "searcher/query/leaf_words.h"
#include "searcher/query/rank_terms.h"
#include "searcher/query/segmentation.h"

namespace khobao::query {
namespace {

using Type = PlanNode::Type;

// Readings at least this likely beside the best count as the word in a match.
constexpr double kMatchWeight = 0.3;
// Unlikelier forms of a whole word are left out.
constexpr double kLeastForm = 0.1;
// An equivalent never counts as much as what was typed.
constexpr double kMostEquivalentWeight = 0.99;

PlanNode node_of(Type type, std::vector<PlanNode> children) {
  return {.type = type, .forms = {}, .children = std::move(children)};
}

class Planner {
 public:
  Planner(const Node& root, const PlanOptions& options)
      : options_(options), words_(root, options.interpreter) {}

  Plan run(const Node& root) {
    if (auto node = plan(root, true)) plan_.root = std::move(*node);
    if (plan_.root.type != Type::all) {
      std::vector<PlanNode> only;
      only.push_back(std::move(plan_.root));
      plan_.root = node_of(Type::all, std::move(only));
    }
    if (options_.match == MatchMode::any) want_any();
    for (const PlanNode& child : plan_.root.children) {
      if (child.type == Type::phrase || child.type == Type::no)
        plan_.required.children.push_back(child);
    }
    return std::move(plan_);
  }

 private:
  // The words side by side become alternatives; exclusions stay.
  void want_any() {
    std::vector<PlanNode> wanted, rest;
    for (PlanNode& child : plan_.root.children)
      (child.type == Type::no ? rest : wanted).push_back(std::move(child));
    if (wanted.size() == 1) rest.insert(rest.begin(), std::move(wanted.front()));
    if (wanted.size() > 1) rest.insert(rest.begin(), node_of(Type::any, std::move(wanted)));
    plan_.root.children = std::move(rest);
  }

  // Whether each word of the run [begin, end) belongs to one word with the next.
  std::vector<bool> joined_in(size_t begin, size_t end,
                              const std::vector<PlacedCompound>& compounds) const {
    std::vector<bool> joined(end - begin);
    const auto join = [&](size_t first, size_t behind) {
      for (size_t i = first; i + 1 < behind; ++i) joined[i - begin] = true;
    };
    if (options_.match != MatchMode::all) join_words(begin, end, joined);
    std::vector<bool> inside(end - begin + 1);  // true where a compound would be cut in front
    for (const PlacedCompound& compound : compounds) {
      if (compound.begin > begin) joined[compound.begin - 1 - begin] = false;
      joined[compound.end - 1 - begin] = false;
      join(compound.begin, compound.end);
      for (size_t i = compound.begin + 1; i < compound.end; ++i) inside[i - begin] = true;
    }
    for (const Equivalent& other : words_.equivalents()) {
      const bool apart = other.begin < begin || other.end > end || inside[other.begin - begin] ||
                         inside[other.end - begin];
      const bool syllables = options_.match == MatchMode::all && other.end - other.begin > 1;
      if (!apart && !syllables) join(other.begin, other.end);
    }
    return joined;
  }

  void join_words(size_t begin, size_t end, std::vector<bool>& joined) const {
    std::vector<std::string> side_by_side;
    size_t first = begin;
    const auto flush = [&] {
      if (!options_.statistics) return;
      const std::vector<bool> found = joined_words(side_by_side, *options_.statistics);
      for (size_t i = 0; i < found.size(); ++i) joined[first + i - begin] = found[i];
    };
    for (size_t i = begin; i < end; ++i) {
      const PlacedWord& word = words_.words()[i];
      const bool apart = i == begin || words_.before(i) == Between::mark || word.number;
      if (i > begin && words_.before(i) == Between::dash &&
          (word.number || words_.words()[i - 1].number)) {
        joined[i - 1 - begin] = true;  // Covid-19
      }
      if (apart || words_.words()[i - 1].number) {
        flush();
        side_by_side.clear();
        first = i;
      }
      side_by_side.push_back(word.likeliest());
    }
    flush();
  }

  // The pieces that words [begin, end) may be written with; within compounds only the compound,
  // unless a phrase asks for its parts.
  std::vector<Piece> pieces_in(size_t begin, size_t end,
                               const std::vector<PlacedCompound>& compounds) const {
    std::vector<Piece> pieces;
    std::vector<bool> inside(end - begin);
    for (const PlacedCompound& compound : compounds) {
      if (compound.begin < begin || compound.end > end) continue;
      pieces.push_back({compound.begin, compound.end, {compound.term}, 1});
      for (size_t i = compound.begin; i < compound.end; ++i) inside[i - begin] = true;
    }
    for (size_t i = begin; i < end; ++i) {
      if (inside[i - begin]) continue;
      const auto& readings = words_.words()[i].readings;
      for (const Reading& reading : readings) {
        if (&reading == &readings.front() || reading.weight >= kMatchWeight)
          pieces.push_back({i, i + 1, {reading.term}, reading.weight});
      }
    }
    for (const Equivalent& other : words_.equivalents()) {
      pieces.push_back(
          {other.begin, other.end, other.words, std::min(other.weight, kMostEquivalentWeight)});
    }
    return pieces;
  }

  PlanNode leaf(Type type, size_t begin, size_t end,
                const std::vector<PlacedCompound>& compounds) const {
    PlanNode node{.type = type,
                  .forms = forms_of(pieces_in(begin, end, compounds), begin, end),
                  .children = {}};
    std::erase_if(node.forms, [](const Form& form) { return form.weight < kLeastForm; });
    return node;
  }

  // Leaves side by side, as words.
  std::vector<PlanNode> plan_run(const std::vector<const Node*>& run, bool wanted) {
    const size_t begin = words_.leaf(*run.front()).begin, end = words_.leaf(*run.back()).end;
    std::vector<PlacedCompound> compounds;
    for (const Node* node : run) {
      const auto& own = words_.leaf(*node).compounds;
      compounds.insert(compounds.end(), own.begin(), own.end());
    }
    if (wanted) note_rank_terms(words_, begin, end, compounds, plan_);
    const std::vector<bool> joined = joined_in(begin, end, compounds);
    std::vector<PlanNode> nodes;
    for (size_t first = begin; first < end;) {
      size_t behind = first + 1;
      while (behind < end && joined[behind - 1 - begin]) ++behind;
      nodes.push_back(leaf(Type::word, first, behind, compounds));
      first = behind;
    }
    return nodes;
  }

  // A phrase, or what is excluded as one ("-Covid-19").
  std::optional<PlanNode> plan_phrase(const Node& node, bool wanted) {
    const Leaf& own = words_.leaf(node);
    if (own.begin == own.end) return std::nullopt;
    if (wanted) {
      plan_.runs.emplace_back();
      note_rank_terms(words_, own.begin, own.end, own.compounds, plan_);
      plan_.runs.emplace_back();
    }
    const bool compound = own.compounds.size() == 1 && own.compounds.front().begin == own.begin &&
                          own.compounds.front().end == own.end;
    if (compound || own.end - own.begin == 1)
      return leaf(Type::word, own.begin, own.end, own.compounds);
    return leaf(Type::phrase, own.begin, own.end, {});
  }

  std::optional<PlanNode> plan_excluded(const Node& node, bool wanted) {
    auto child =
        node.type == Node::Type::word && !wanted ? plan_phrase(node, wanted) : plan(node, wanted);
    if (!child) return std::nullopt;
    std::vector<PlanNode> only;
    only.push_back(std::move(*child));
    return node_of(Type::no, std::move(only));
  }

  std::optional<PlanNode> plan(const Node& node, bool wanted) {
    switch (node.type) {
      case Node::Type::phrase: return plan_phrase(node, wanted);
      case Node::Type::no: return plan_excluded(node.children.front(), !wanted);
      case Node::Type::word: {
        const Leaf& own = words_.leaf(node);
        if (own.begin == own.end) return std::nullopt;
        std::vector<PlanNode> nodes = plan_run({&node}, wanted);
        if (nodes.size() == 1) return std::move(nodes.front());
        return node_of(Type::all, std::move(nodes));
      }
      default: break;
    }
    PlanNode out =
        node_of(node.type == Node::Type::any ? PlanNode::Type::any : PlanNode::Type::all, {});
    for (size_t i = 0; i < node.children.size(); ++i) {
      std::vector<PlanNode> planned;
      if (out.type == Type::all && node.children[i].type == Node::Type::word) {
        std::vector<const Node*> run{&node.children[i]};
        while (i + 1 < node.children.size() && continues_run(node.children[i + 1]))
          run.push_back(&node.children[++i]);
        if (words_.leaf(*run.front()).begin < words_.leaf(*run.back()).end)
          planned = plan_run(run, wanted);
      } else if (auto child = plan(node.children[i], wanted)) {
        planned.push_back(std::move(*child));
      }
      for (PlanNode& child : planned) {
        if (out.type == Type::all && child.type == Type::all) {
          for (PlanNode& inner : child.children) out.children.push_back(std::move(inner));
        } else {
          out.children.push_back(std::move(child));
        }
      }
    }
    if (out.children.empty()) return std::nullopt;
    if (out.children.size() == 1) {
      PlanNode only = std::move(out.children.front());
      return only;
    }
    return out;
  }

  static bool continues_run(const Node& node) {
    return node.type == Node::Type::word && !node.apart;
  }

  const PlanOptions& options_;
  LeafWords words_;
  Plan plan_;
};

std::string joined(const std::vector<std::string>& terms) {
  std::string out;
  for (const std::string& term : terms) out += (out.empty() ? "" : "+") + term;
  return out;
}

}  // namespace

Plan make_plan(const Node& root, const PlanOptions& options) {
  return Planner(root, options).run(root);
}

std::string to_string(const PlanNode& node) {
  std::string out;
  switch (node.type) {
    case Type::word:
    case Type::phrase:
      for (const Form& form : node.forms) out += (out.empty() ? "" : "|") + joined(form.terms);
      return node.type == Type::phrase ? "phrase " + out : out;
    case Type::all: out = "all("; break;
    case Type::any: out = "any("; break;
    case Type::no: out = "no("; break;
  }
  for (size_t i = 0; i < node.children.size(); ++i)
    out += (i > 0 ? ", " : "") + to_string(node.children[i]);
  return out + ")";
}

}  // namespace khobao::query
