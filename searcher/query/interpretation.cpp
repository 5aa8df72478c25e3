#include "searcher/query/interpretation.h"

#include <algorithm>
#include <string_view>

namespace khobao::query {
namespace {

using Type = PlanNode::Type;

std::string in_brackets(const std::string& text, bool several) {
  return several ? "(" + text + ")" : text;
}

std::string words_of(const PlanNode& node) {
  std::string out;
  for (size_t i = 0; i < std::min(node.forms.size(), kMaxShownForms); ++i) {
    std::string form;
    for (const std::string& term : node.forms[i].terms) form += (form.empty() ? "" : " ") + term;
    if (node.type == Type::phrase) form = "\"" + form + "\"";
    out += (i > 0 ? " / " : "") + form;
  }
  if (node.forms.size() > kMaxShownForms)
    out += " / " + std::to_string(node.forms.size() - kMaxShownForms) + " more";
  return out;
}

std::string shown(const PlanNode& node, bool inside);

std::string joined_children(const PlanNode& node, const std::string& between) {
  std::string out;
  for (const PlanNode& child : node.children)
    out += (out.empty() ? "" : between) + shown(child, true);
  return out;
}

std::string near(const PlanNode& node) {
  std::string out = shown(node.children.front(), true);
  for (size_t i = 1; i < node.children.size(); ++i) {
    out += " NEAR/" + std::to_string(node.distances[i - 1]) + " ";
    out += shown(node.children[i], true);
  }
  return out;
}

// `inside`: beside others, so that what is made of several parts wants brackets.
std::string shown(const PlanNode& node, bool inside) {
  const bool several = inside && node.children.size() > 1;
  switch (node.type) {
    case Type::word:
    case Type::name:
    case Type::phrase: return in_brackets(words_of(node), inside && node.forms.size() > 1);
    case Type::all: return in_brackets(joined_children(node, " · "), several);
    case Type::any: return in_brackets(joined_children(node, " OR "), several);
    case Type::same: return in_brackets(joined_children(node, " SAME "), several);
    case Type::near: return in_brackets(near(node), several);
    case Type::no: return "-" + shown(node.children.front(), true);
    case Type::scope:
      return std::string(archive::field(node.field).name) + ":" +
             shown(node.children.front(), true);
    case Type::filter: break;
  }
  return std::string(archive::field(node.field).name) + ":" + node.value;
}

}  // namespace

std::string describe(const PlanNode& root) { return shown(root, false); }

std::string describe(const Plan& plan) {
  if (plan.small_words.empty()) return describe(plan.root);
  std::string out;
  const auto append = [&](const std::string& part) { out += (out.empty() ? "" : " · ") + part; };
  const auto& children = plan.root.children;
  auto small = plan.small_words.begin();
  for (size_t i = 0; i <= children.size(); ++i) {
    for (; small != plan.small_words.end() && (small->before <= i || i == children.size()); ++small)
      append("[" + small->word + "]");
    if (i < children.size()) append(shown(children[i], true));
  }
  return out;
}

}  // namespace khobao::query
