#include "searcher/match/typed_occurrences.h"

#include <algorithm>

namespace khobao::match {
namespace {

// Where the form's terms stand one after another, from each of the places of the first.
template <class Found>
void find_runs(const StreamMatcher& matcher, const std::vector<size_t>& terms, Found found) {
  for (const size_t term : terms) {
    if (matcher.places(term).empty()) return;
  }
  for (const uint32_t first : matcher.places(terms.front())) {
    uint32_t place = first;
    const bool whole = std::all_of(terms.begin() + 1, terms.end(), [&](size_t term) {
      const auto& places = matcher.places(term);
      return std::binary_search(places.begin(), places.end(), ++place);
    });
    if (whole) found(first);
  }
}

}  // namespace

TypedOccurrences::TypedOccurrences(const query::Plan& plan, const StreamMatcher& matcher)
    : matcher_(matcher), terms_(plan.terms.size()) {
  add(plan.root, plan);
}

void TypedOccurrences::add(const query::PlanNode& node, const query::Plan& plan) {
  using NodeType = query::PlanNode::Type;
  if (node.type == NodeType::no) return;
  for (const query::PlanNode& child : node.children) add(child, plan);
  if ((node.type != NodeType::word && node.type != NodeType::name) || node.forms.size() < 2) return;
  const auto indexes = [&](const query::Form& form) {
    std::vector<size_t> terms;
    for (const std::string& term : form.terms) {
      if (const auto index = matcher_.index_of(term)) terms.push_back(*index);
    }
    if (terms.size() != form.terms.size()) terms.clear();
    return terms;
  };
  // A compound ("35-ct/tw") stands beside its parts, not among them.
  const auto stands = [&](size_t term) {
    return term < terms_ &&
           std::any_of(plan.runs.begin(), plan.runs.end(), [&](const auto& run) {
             return std::find(run.begin(), run.end(), plan.terms[term]) != run.end();
           });
  };
  const std::vector<size_t> typed = indexes(node.forms.front());
  if (typed.empty() || !std::all_of(typed.begin(), typed.end(), stands)) return;
  for (size_t i = 1; i < node.forms.size(); ++i) {
    std::vector<size_t> terms = indexes(node.forms[i]);
    const bool readings = std::equal(
        terms.begin(), terms.end(), typed.begin(), typed.end(), [&](size_t term, size_t as_typed) {
          return term < terms_ && plan.roles[term].word == plan.roles[as_typed].word;
        });
    if (!terms.empty() && !readings) forms_.push_back({node.forms[i].terms, std::move(terms), typed});
  }
}

// The run's own words give way to the typed ones.
void TypedOccurrences::put_typed(const OtherForm& form) {
  const auto is_of_run = [&](size_t term) {
    return std::find(form.terms.begin(), form.terms.end(), term) != form.terms.end();
  };
  const auto width = static_cast<uint32_t>(form.terms.size());
  find_runs(matcher_, form.terms, [&](uint32_t first) {
    const auto at = std::lower_bound(found_.begin(), found_.end(), first,
                                     [](const Occurrence& o, uint32_t p) { return o.place < p; });
    auto end = at;
    while (end != found_.end() && end->place < first + width) ++end;
    // A place that was taken by a wider form is left to it.
    if (std::any_of(at, end, [&](const Occurrence& o) { return !is_of_run(o.term); })) return;
    std::vector<Occurrence> typed;
    const auto place_of = [&](size_t i) {  // the last one is as wide as what is left
      return i == form.typed.size() ? first + width
                                    : first + std::min(static_cast<uint32_t>(i), width - 1);
    };
    for (size_t i = 0; i < form.typed.size(); ++i)
      typed.push_back({place_of(i), place_of(i + 1), 0, form.typed[i], false});
    const auto& gaps = matcher_.gaps();
    const auto sentence = static_cast<uint32_t>(
        std::lower_bound(gaps.begin(), gaps.end(), first,
                         [](const auto& gap, uint32_t place) { return gap.place < place; }) -
        gaps.begin());
    for (Occurrence& one : typed) one.sentence = sentence;
    const auto next = found_.erase(at, end);
    found_.insert(next, typed.begin(), typed.end());
  });
}

const std::vector<TypedOccurrences::Occurrence>& TypedOccurrences::of_article() {
  found_.clear();
  for (const StreamMatcher::Occurrence& one : matcher_.occurrences()) {
    if (one.term < terms_) found_.push_back({one.place, one.place + 1, one.sentence, one.term, true});
  }
  for (const OtherForm& form : forms_) put_typed(form);
  return found_;
}

}  // namespace khobao::match
