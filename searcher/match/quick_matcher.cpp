#include "searcher/match/quick_matcher.h"

#include <algorithm>

#include "searcher/filter/field_filters.h"

namespace khobao::match {

namespace unit = archive::stream_unit;
using QuickType = query::PlanNode::Type;

namespace {

// A walk over all elements takes as long as comparing them with so many words.
constexpr size_t kMostTerms = 24;

}  // namespace

std::optional<QuickMatcher> QuickMatcher::of(const query::PlanNode& root,
                                             const filter::FieldFilters* filters) {
  QuickMatcher matcher;
  matcher.root_ = matcher.compiled(root, filters);
  if (!matcher.able_ || matcher.terms_.size() > kMostTerms) return std::nullopt;
  return matcher;
}

size_t QuickMatcher::term(const std::string& term) {
  const auto found = std::find(terms_.begin(), terms_.end(), term);
  if (found != terms_.end()) return static_cast<size_t>(found - terms_.begin());
  const auto id = text::vocabulary().find(term);
  const bool named = id && *id < unit::kNamedWords;
  if (!named) outside_.push_back(terms_.size());
  units_.push_back(named ? unit::kFirstWord + *id : kNowhere);
  words_.push_back(named ? *id : archive::kFirstGap);
  terms_.push_back(term);
  return terms_.size() - 1;
}

QuickMatcher::Node QuickMatcher::compiled(const query::PlanNode& node,
                                          const filter::FieldFilters* filters) {
  Node out;
  out.type = node.type;
  able_ = able_ && node.type != QuickType::near && node.type != QuickType::same &&
          node.type != QuickType::scope;
  for (const query::Form& form : node.forms) {
    if (form.terms.empty()) continue;
    Form& indexes = out.forms.emplace_back();
    std::vector<uint16_t> units;
    for (const std::string& word : form.terms) {
      indexes.push_back(term(word));
      if (units_[indexes.back()] != kNowhere)
        units.push_back(static_cast<uint16_t>(units_[indexes.back()]));
    }
    out.finders.emplace_back();
    if (units.size() == indexes.size()) out.finders.back().emplace(std::move(units));
  }
  if (node.type == QuickType::filter && filters)
    out.docids = filters->docids(node.field, node.value);
  if (node.type == QuickType::name && filters) out.docids = filters->docids_naming(node.value);
  for (const query::PlanNode& child : node.children)
    out.children.push_back(compiled(child, filters));
  return out;
}

// Which elements the terms are that the vocabulary lacks, and whether a term is a compound of the
// article, which has no element.
QuickMatcher::Answer QuickMatcher::find_words() {
  for (const size_t term : outside_) {
    units_[term] = kNowhere;
    words_[term] = archive::kFirstGap;  // no word
  }
  std::string_view rest = stream_.rest;
  uint64_t count = 0;
  if (!archive::take_varint(rest, count) || count > rest.size()) return Answer::damaged;
  compounds_.clear();
  archive::Compound compound{.word = 0, .place = 0};
  for (uint64_t i = 0; i < count; ++i) {
    if (!archive::take_compound(rest, stream_, compound)) return Answer::damaged;
    compounds_.push_back(compound);
  }
  if (!outside_.empty()) {
    if (!archive::take_varint(rest, count)) return Answer::damaged;
    if (count > 0) return Answer::unknown;  // an article of very many words
    if (!archive::take_varint(rest, count) || count > rest.size()) return Answer::damaged;
    for (uint64_t own = 0; own < count; ++own) {
      std::string_view word;
      if (!archive::take_string(rest, word)) return Answer::damaged;
      for (const size_t term : outside_) {
        if (terms_[term] != word) continue;
        words_[term] = archive::kOwnWord + static_cast<archive::StreamWord>(own);
        if (own < unit::kNamedOwn) units_[term] = unit::kFirstOwn + static_cast<unsigned>(own);
      }
    }
  }
  for (const archive::Compound& found : compounds_) {
    if (std::find(words_.begin(), words_.end(), found.word) != words_.end()) return Answer::unknown;
  }
  return Answer::yes;
}

QuickMatcher::Answer QuickMatcher::matches(std::string_view stream, Xapian::docid docid) {
  const auto view = archive::view_stream(stream);
  if (!view) return Answer::damaged;
  stream_ = *view;
  docid_ = docid;
  if (const Answer words = find_words(); words != Answer::yes) return words;
  return holds(root_) ? Answer::yes : Answer::no;
}

bool QuickMatcher::holds(const Node& node, size_t form) const {
  if (node.finders[form]) return node.finders[form]->in(stream_);
  std::vector<uint16_t> units;
  for (const size_t term : node.forms[form]) {
    if (units_[term] == kNowhere) return false;
    units.push_back(static_cast<uint16_t>(units_[term]));
  }
  return RunFinder(std::move(units)).in(stream_);
}

bool QuickMatcher::holds(const Node& node) const {
  const auto inner = [&](const Node& child) { return holds(child); };
  switch (node.type) {
    case QuickType::no: return !inner(node.children.front());
    case QuickType::any: return std::any_of(node.children.begin(), node.children.end(), inner);
    case QuickType::filter:
      return !node.docids || std::binary_search(node.docids->begin(), node.docids->end(), docid_);
    case QuickType::word:
    case QuickType::phrase:
    case QuickType::name:
      if (node.docids && std::binary_search(node.docids->begin(), node.docids->end(), docid_))
        return true;
      for (size_t form = 0; form < node.forms.size(); ++form) {
        if (holds(node, form)) return true;
      }
      return false;
    default: return std::all_of(node.children.begin(), node.children.end(), inner);
  }
}

}  // namespace khobao::match
