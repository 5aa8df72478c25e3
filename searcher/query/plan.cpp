#include "searcher/query/plan.h"

#include <algorithm>
#include <optional>

#include "searcher/query/words/leaf_words.h"
#include "searcher/query/words/rank_terms.h"
#include "searcher/query/words/word_data.h"
#include "searcher/query/words/word_planner.h"

namespace khobao::query {
namespace {

using Type = PlanNode::Type;

// Words of an archive from which on it tells which words are common, and how common a small word
// is: one of so many.
constexpr uint64_t kTellingWords = 100'000, kSmallWordShare = 10'000;

PlanNode plan_node(Type type, std::vector<PlanNode> children) {
  PlanNode node;
  node.type = type;
  node.children = std::move(children);
  return node;
}

PlanNode over(Type type, PlanNode child) {
  std::vector<PlanNode> only;
  only.push_back(std::move(child));
  return plan_node(type, std::move(only));
}

// Exclusions and filters say which articles are asked for, not what of.
bool is_restriction(const PlanNode& node) {
  return node.type == Type::no || node.type == Type::filter;
}

bool is_words(const PlanNode& node) {
  return node.type == Type::word || node.type == Type::phrase || node.type == Type::name ||
         node.type == Type::any || node.type == Type::all;
}

// A phrase beside words is a condition of matches alone: articles that hold its words rank by how
// they stand. One that is the whole query puts its holders first.
bool is_one_phrase(const PlanNode& root) {
  size_t wanted = 0, phrases = 0;
  for (const PlanNode& child : root.children) {
    wanted += !is_restriction(child);
    phrases += child.type == Type::phrase;
  }
  return wanted == 1 && phrases == 1;
}

class Planner {
 public:
  Planner(const Node& root, const PlanOptions& options)
      : options_(options),
        in_parts_(options.near),
        words_(root, options, plan_.warnings),
        word_planner_(words_, options) {}

  Plan run(const Node& root) {
    if (auto node = plan(root, true)) plan_.root = std::move(*node);
    if (plan_.root.type != Type::all) plan_.root = over(Type::all, std::move(plan_.root));
    if (options_.match == MatchMode::words) drop_small_words();
    if (options_.match == MatchMode::any) gather(Type::any);
    if (options_.near) gather(Type::same);
    const bool one_phrase = is_one_phrase(plan_.root);
    for (const PlanNode& child : plan_.root.children) {
      const bool respected =
          options_.match == MatchMode::any ? is_restriction(child) : one_phrase || !is_words(child);
      if (respected) plan_.required.children.push_back(child);
    }
    return std::move(plan_);
  }

 private:
  // In an archive too small to tell, every word counts.
  bool is_small(const PlanNode& node) const {
    if (node.type != Type::word || node.forms.empty() || node.forms.front().terms.size() != 1)
      return false;
    const std::string& word = node.forms.front().terms.front();
    const WordStatistics& archive = *options_.statistics;
    return archive.words() >= kTellingWords && is_small_word(word) &&
           archive.count(word) >= archive.words() / kSmallWordShare;
  }

  // "luật du lịch có gì mới": a match need not hold the words that carry only grammar.
  void drop_small_words() {
    if (!options_.statistics) return;
    auto& words = plan_.root.children;
    const bool others = std::any_of(words.begin(), words.end(), [&](const PlanNode& node) {
      return !is_restriction(node) && !is_small(node);
    });
    if (!others) return;
    std::vector<PlanNode> kept;
    for (PlanNode& node : words) {
      if (is_small(node)) {
        plan_.small_words.push_back({kept.size(), node.forms.front().terms.front()});
      } else {
        kept.push_back(std::move(node));
      }
    }
    words = std::move(kept);
  }

  // All that is wanted, as one node of `type`; what restricts the articles stays.
  void gather(Type type) {
    std::vector<PlanNode> wanted, rest;
    for (PlanNode& child : plan_.root.children)
      (is_restriction(child) ? rest : wanted).push_back(std::move(child));
    if (wanted.size() == 1) rest.insert(rest.begin(), std::move(wanted.front()));
    if (wanted.size() > 1) rest.insert(rest.begin(), plan_node(type, std::move(wanted)));
    plan_.root.children = std::move(rest);
  }

  static bool is_word(const Node& node) {
    return node.type == Node::Type::word || node.type == Node::Type::prefix;
  }

  // Leaves side by side, as words.
  std::vector<PlanNode> plan_words(const std::vector<const Node*>& leaves, bool wanted,
                                   bool linked) {
    const size_t begin = words_.leaf(*leaves.front()).begin, end = words_.leaf(*leaves.back()).end;
    if (begin == end) return {};
    std::vector<PlacedCompound> compounds;
    for (const Node* node : leaves) {
      const auto& own = words_.leaf(*node).compounds;
      compounds.insert(compounds.end(), own.begin(), own.end());
    }
    if (wanted) note_rank_terms(words_, begin, end, compounds, plan_);
    return word_planner_.run(begin, end, compounds,
                             {.alternatives = !linked, .names = !linked && in_parts_ == 0});
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
    return word_planner_.phrase(own);
  }

  std::optional<PlanNode> plan_excluded(const Node& node, bool wanted) {
    auto child =
        node.type == Node::Type::word && !wanted ? plan_phrase(node, wanted) : plan(node, wanted);
    if (!child) return std::nullopt;
    return over(Type::no, std::move(*child));
  }

  /// A child of an `all`, or a word on one side of NEAR.
  struct Item {
    const Node* node;
    unsigned distance;  // to the item in front where NEAR stands between, else 0
  };

  // "-công ty": an excluded word takes the syllables after it that are one word with it. Moves `i`
  // after them; nullopt, and `i` stays, where there are none.
  std::optional<PlanNode> plan_excluded_word(const std::vector<Item>& items, size_t& i,
                                             bool wanted) {
    const Node& no = *items[i].node;
    if (no.type != Node::Type::no || no.children.front().type != Node::Type::word || !wanted)
      return std::nullopt;
    std::vector<const Node*> leaves{&no.children.front()};
    std::vector<PlacedCompound> compounds = words_.leaf(*leaves.front()).compounds;
    for (size_t next = i + 1; next < items.size(); ++next) {
      const Node& node = *items[next].node;
      const bool near =
          items[next].distance > 0 || (next + 1 < items.size() && items[next + 1].distance > 0);
      if (node.type != Node::Type::word || node.apart || near) break;
      leaves.push_back(&node);
      const auto& own = words_.leaf(node).compounds;
      compounds.insert(compounds.end(), own.begin(), own.end());
    }
    const size_t begin = words_.leaf(*leaves.front()).begin;
    const size_t first_end = words_.leaf(*leaves.front()).end;
    const size_t end =
        word_planner_.end_of_word(first_end, begin, words_.leaf(*leaves.back()).end, compounds);
    if (end <= first_end) return std::nullopt;
    const auto last = std::find_if(leaves.begin(), leaves.end(),
                                   [&](const Node* leaf) { return words_.leaf(*leaf).end == end; });
    if (last == leaves.end()) return std::nullopt;
    auto excluded =
        word_planner_.run(begin, end, compounds, {.alternatives = true, .names = in_parts_ == 0});
    if (excluded.size() != 1) return std::nullopt;
    i += static_cast<size_t>(last - leaves.begin()) + 1;
    return over(Type::no, std::move(excluded.front()));
  }

  std::optional<PlanNode> plan(const Node& node, bool wanted) {
    switch (node.type) {
      case Node::Type::phrase: return plan_phrase(node, wanted);
      case Node::Type::no: return plan_excluded(node.children.front(), !wanted);
      case Node::Type::filter: {
        PlanNode filter = plan_node(Type::filter, {});
        filter.field = node.field;
        filter.value = node.text;
        return filter;
      }
      case Node::Type::scope: {
        ++in_parts_;
        auto child = plan(node.children.front(), wanted);
        --in_parts_;
        if (!child) return std::nullopt;
        PlanNode scope = over(Type::scope, std::move(*child));
        scope.field = node.field;
        return scope;
      }
      case Node::Type::any: return plan_each(node, Type::any, wanted);
      case Node::Type::same: return plan_each(node, Type::same, wanted);
      default: return plan_all(node, wanted);
    }
  }

  std::optional<PlanNode> plan_each(const Node& node, Type type, bool wanted) {
    PlanNode out = plan_node(type, {});
    in_parts_ += type == Type::same;
    for (const Node& child : node.children) {
      if (auto planned = plan(child, wanted)) out.children.push_back(std::move(*planned));
    }
    in_parts_ -= type == Type::same;
    return simplified(std::move(out));
  }

  static std::optional<PlanNode> simplified(PlanNode node) {
    if (node.children.empty()) return std::nullopt;
    if (node.children.size() > 1) return node;
    PlanNode only = std::move(node.children.front());
    return only;
  }

  static std::vector<Item> items_of(const Node& node) {
    if (node.type == Node::Type::near) return items_of_near(node);
    if (node.type != Node::Type::all) return {{&node, 0}};
    std::vector<Item> items;
    for (const Node& child : node.children) {
      if (child.type != Node::Type::near) {
        items.push_back({&child, 0});
        continue;
      }
      const auto chain = items_of_near(child);
      items.insert(items.end(), chain.begin(), chain.end());
    }
    return items;
  }

  static std::vector<Item> items_of_near(const Node& node) {
    std::vector<Item> items;
    for (size_t i = 0; i < node.children.size(); ++i)
      items.push_back({&node.children[i], i > 0 ? node.distances[i - 1] : 0});
    return items;
  }

  // Words in a row are cut into words first, so that NEAR has whole words beside it:
  // "hội nghị công ty NEAR/5 lúa gạo" wants "công ty" near "lúa gạo".
  std::optional<PlanNode> plan_all(const Node& node, bool wanted) {
    const std::vector<Item> items = items_of(node);
    PlanNode out = plan_node(Type::all, {});
    for (size_t i = 0; i < items.size();) {
      const unsigned distance = items[i].distance;
      std::vector<PlanNode> planned;
      if (is_word(*items[i].node)) {
        std::vector<const Node*> leaves{items[i++].node};
        while (i < items.size() && is_word(*items[i].node) && items[i].distance == 0 &&
               !items[i].node->apart)
          leaves.push_back(items[i++].node);
        const bool linked = distance > 0 || (i < items.size() && items[i].distance > 0);
        planned = plan_words(leaves, wanted, linked);
      } else if (auto excluded = plan_excluded_word(items, i, wanted)) {
        planned.push_back(std::move(*excluded));
      } else if (auto child = plan(*items[i++].node, wanted)) {
        planned.push_back(std::move(*child));
      }
      for (size_t p = 0; p < planned.size(); ++p)
        append(std::move(planned[p]), p == 0 ? distance : 0, out);
    }
    return simplified(std::move(out));
  }

  // After what `out` ends with, or near it.
  static void append(PlanNode node, unsigned distance, PlanNode& out) {
    if (distance > 0 && !out.children.empty()) {
      PlanNode& last = out.children.back();
      if (last.type != Type::near) last = over(Type::near, std::move(last));
      last.children.push_back(std::move(node));
      last.distances.push_back(distance);
    } else if (node.type == Type::all) {
      for (PlanNode& inner : node.children) out.children.push_back(std::move(inner));
    } else {
      out.children.push_back(std::move(node));
    }
  }

  const PlanOptions& options_;
  // Above zero within a part of the article, where a name counts as it stands there.
  unsigned in_parts_ = 0;
  Plan plan_;
  LeafWords words_;
  WordPlanner word_planner_;
};

std::string joined_terms(const std::vector<std::string>& terms) {
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
    case Type::name:
      for (const Form& form : node.forms)
        out += (out.empty() ? "" : "|") + joined_terms(form.terms);
      return node.type == Type::phrase ? "phrase " + out
             : node.type == Type::name ? "name " + out
                                       : out;
    case Type::all: out = "all("; break;
    case Type::any: out = "any("; break;
    case Type::no: out = "no("; break;
    case Type::same: out = "same("; break;
    case Type::scope: out = std::string(archive::field(node.field).name) + "("; break;
    case Type::filter:
      return std::string(archive::field(node.field).name) + "=(" + node.value + ")";
    case Type::near:
      out = "near";
      for (const unsigned distance : node.distances) out += "/" + std::to_string(distance);
      out += "(";
      break;
  }
  for (size_t i = 0; i < node.children.size(); ++i)
    out += (i > 0 ? ", " : "") + to_string(node.children[i]);
  return out + ")";
}

}  // namespace khobao::query
