#pragma once
/// Between which sets of articles the matches of a plan lie (matches.h), over any kind of sets.
///
/// Sets: `Set term(string)`, `Set filter(field, value)`, `Set naming(name)`, `Set everything()`,
/// `Set nothing()`, `Set both(vector<Set>)`, `Set either(vector<Set>)` (of one or more), `Set
/// but(Set, Set)`, `optional<BoundsOf<Set>> run(vector<string>)` (of words side by side, where it knows
/// more than which articles hold all of them).
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/archive/fields.h"
#include "searcher/query/plan.h"

namespace khobao::match {

/// lower implies the plan, the plan implies upper. `exact`: they are the same.
template <class Set>
struct BoundsOf {
  Set lower, upper;
  bool exact = true;
};

template <class Sets>
class Bounder {
 public:
  using Set = typename Sets::Set;
  using Bounds = BoundsOf<Set>;

  /// `filtered`: whether the plan's filters are known; without, they hold for every article.
  Bounder(Sets& sets, bool filtered) : sets_(sets), filtered_(filtered) {}

  Bounds of(const query::PlanNode& node) const {
    using Type = query::PlanNode::Type;
    switch (node.type) {
      case Type::word:
      case Type::phrase: return of_forms(node.forms, "");
      case Type::name: return of_name(node);
      case Type::all: return of_all(node.children);
      case Type::any: return of_any(node.children);
      case Type::filter: {
        const Set set = filtered_ ? sets_.filter(node.field, node.value) : sets_.everything();
        return {set, set, true};
      }
      case Type::no: {
        const Bounds inner = of(node.children.front());
        return {all_but(inner.upper), all_but(inner.lower), inner.exact};
      }
      case Type::scope:
        if (const auto prefix = archive::field(node.field).prefix;
            !prefix.empty() && node.children.front().type == Type::word)
          return of_forms(node.children.front().forms, prefix);
        break;
      case Type::near:
      case Type::same: break;
    }
    return {sets_.nothing(), within_part(node, ""), false};
  }

 private:
  Set all_but(const Set& set) const { return sets_.but(sets_.everything(), set); }

  Set all_terms(const query::Form& form, std::string_view prefix) const {
    std::vector<Set> terms;
    for (const std::string& term : form.terms)
      terms.push_back(sets_.term(std::string(prefix) + term));
    return joined_all(terms);
  }

  Set joined_all(const std::vector<Set>& sets) const {
    return sets.empty() ? sets_.everything() : sets_.both(sets);
  }
  Set joined_any(const std::vector<Set>& sets) const {
    return sets.empty() ? sets_.nothing() : sets_.either(sets);
  }

  Bounds of_forms(const std::vector<query::Form>& forms, std::string_view prefix) const {
    std::vector<Set> lower, upper;
    bool exact = true;
    for (const query::Form& form : forms) {
      if (form.terms.empty()) continue;
      if (prefix.empty() && form.terms.size() > 1) {
        if (auto run = sets_.run(form.terms)) {
          upper.push_back(std::move(run->upper));
          lower.push_back(std::move(run->lower));
          exact = exact && run->exact;
          continue;
        }
      }
      upper.push_back(all_terms(form, prefix));
      if (form.terms.size() == 1) lower.push_back(upper.back());
      exact = exact && form.terms.size() == 1;
    }
    const Set all = joined_any(upper);
    return {exact ? all : joined_any(lower), all, exact};
  }

  // Who names it need not print it in one of these forms.
  Bounds of_name(const query::PlanNode& node) const {
    const Bounds printed = of_forms(node.forms, "");
    const Set named = sets_.naming(node.value);
    const Set upper = sets_.either({printed.upper, named});
    return {printed.exact ? upper : sets_.either({printed.lower, named}), upper, printed.exact};
  }

  // Exclusions are taken off: Xapian need not run through the whole archive for them.
  Bounds of_all(const std::vector<query::PlanNode>& children) const {
    std::vector<Set> lower, upper, not_in_lower, not_in_upper;
    bool exact = true;
    for (const query::PlanNode& child : children) {
      const bool excluded = child.type == query::PlanNode::Type::no;
      Bounds b = of(excluded ? child.children.front() : child);
      exact = exact && b.exact;
      (excluded ? not_in_upper : lower).push_back(std::move(b.lower));
      (excluded ? not_in_lower : upper).push_back(std::move(b.upper));
    }
    const auto less = [&](const std::vector<Set>& wanted, const std::vector<Set>& excluded) {
      const Set all = joined_all(wanted);
      return excluded.empty() ? all : sets_.but(all, sets_.either(excluded));
    };
    const Set above = less(upper, not_in_upper);
    return {exact ? above : less(lower, not_in_lower), above, exact};
  }

  Bounds of_any(const std::vector<query::PlanNode>& children) const {
    std::vector<Set> lower, upper;
    bool exact = true;
    for (const query::PlanNode& child : children) {
      Bounds b = of(child);
      exact = exact && b.exact;
      lower.push_back(std::move(b.lower));
      upper.push_back(std::move(b.upper));
    }
    return {joined_any(lower), joined_any(upper), exact};
  }

  // What an article must hold for some part of it to match. What the part lacks may stand
  // elsewhere, so exclusions say nothing. `prefix`: of the terms of the part.
  Set within_part(const query::PlanNode& node, std::string_view prefix) const {
    using Type = query::PlanNode::Type;
    std::vector<Set> children;
    switch (node.type) {
      case Type::no: return sets_.everything();
      case Type::filter:
      case Type::name: return of(node).upper;
      case Type::word:
      case Type::phrase: return of_forms(node.forms, prefix).upper;
      case Type::scope:
        return within_part(node.children.front(), archive::field(node.field).prefix);
      default: break;
    }
    for (const query::PlanNode& child : node.children)
      children.push_back(within_part(child, prefix));
    return node.type == Type::any ? joined_any(children) : joined_all(children);
  }

  Sets& sets_;
  bool filtered_;
};

}  // namespace khobao::match
