#include "searcher/plan_matcher.h"

#include <algorithm>

namespace khobao::searcher {

using Type = query::PlanNode::Type;

PlanMatcher::PlanMatcher(const query::PlanNode& root, const StreamMatcher& article)
    : article_(article), root_(compiled(root)) {}

PlanMatcher::Node PlanMatcher::compiled(const query::PlanNode& node) const {
  Node out{.type = node.type, .forms = {}, .children = {}};
  for (const query::Form& form : node.forms) {
    Form terms;
    for (const std::string& term : form.terms) {
      if (const auto index = article_.index_of(term)) terms.push_back(*index);
    }
    if (!terms.empty() && terms.size() == form.terms.size()) out.forms.push_back(std::move(terms));
  }
  for (const query::PlanNode& child : node.children) out.children.push_back(compiled(child));
  return out;
}

bool PlanMatcher::matches() const {
  return matches(root_, {0, static_cast<uint32_t>(article_.stream().words.size())});
}

bool PlanMatcher::matches(const Node& node, Range range) const {
  const auto holds = [&](const Node& child) { return matches(child, range); };
  switch (node.type) {
    case Type::word:
    case Type::phrase:
      return std::any_of(node.forms.begin(), node.forms.end(),
                         [&](const Form& form) { return stands(form, range); });
    case Type::no: return !holds(node.children.front());
    case Type::any: return std::any_of(node.children.begin(), node.children.end(), holds);
    case Type::all: break;
  }
  return std::all_of(node.children.begin(), node.children.end(), holds);
}

bool PlanMatcher::stands(const Form& form, Range range) const {
  // From the rarest term outwards.
  size_t rarest = 0;
  for (size_t i = 0; i < form.size(); ++i) {
    const size_t count = article_.places(form[i]).size();
    if (count == 0) return false;
    if (count < article_.places(form[rarest]).size()) rarest = i;
  }
  const auto& rare = article_.places(form[rarest]);
  for (auto place = std::lower_bound(rare.begin(), rare.end(), range.begin);
       place != rare.end() && *place < range.end; ++place) {
    if (*place < range.begin + rarest) continue;
    const uint32_t first = *place - static_cast<uint32_t>(rarest);
    if (first + form.size() > range.end) break;
    bool whole = true;
    for (size_t i = 0; i < form.size() && whole; ++i) {
      const auto& places = article_.places(form[i]);
      whole = i == rarest ||
              std::binary_search(places.begin(), places.end(), first + static_cast<uint32_t>(i));
    }
    if (whole) return true;
  }
  return false;
}

}  // namespace khobao::searcher
