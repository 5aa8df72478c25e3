#include "searcher/match/plan_matcher.h"

#include <algorithm>
#include <bit>

#include "searcher/filter/field_filters.h"

namespace khobao::match {

using Type = query::PlanNode::Type;

namespace {

// To look for the neighbours of a place, beside looking at it.
constexpr uint64_t kNearWork = 4;

}  // namespace

PlanMatcher::PlanMatcher(const query::PlanNode& root, const StreamMatcher& article,
                         const filter::FieldFilters* filters)
    : article_(article), root_(compiled(root, filters)) {}

PlanMatcher::Node PlanMatcher::compiled(const query::PlanNode& node,
                                        const filter::FieldFilters* filters) {
  Node out;
  out.type = node.type;
  out.distances = node.distances;
  out.field = node.field;
  for (const query::Form& form : node.forms) {
    Form terms;
    for (const std::string& term : form.terms) {
      if (const auto index = article_.index_of(term)) terms.push_back(*index);
    }
    if (!terms.empty() && terms.size() == form.terms.size()) out.forms.push_back(std::move(terms));
  }
  if (node.type == Type::filter && filters) out.docids = filters->docids(node.field, node.value);
  if (node.type == Type::name && filters) out.docids = filters->docids_naming(node.value);
  asks_parts_ =
      asks_parts_ || node.type == Type::near || node.type == Type::same || node.type == Type::scope;
  for (const query::PlanNode& child : node.children)
    out.children.push_back(compiled(child, filters));
  if (node.type == Type::near) {
    for (const query::PlanNode& child : node.children) {
      out.first_alike.push_back(static_cast<size_t>(
          std::find(node.children.begin(), node.children.end(), child) - node.children.begin()));
    }
  }
  return out;
}

bool PlanMatcher::matches(Xapian::docid docid) {
  docid_ = docid;
  if (asks_parts_) read_parts();
  return matches(root_, {0, article_.length()});
}

// Where paragraphs begin and end. The lede is the first paragraph of the body that is no caption.
void PlanMatcher::read_parts() {
  for (auto* ranges : {&paragraphs_, &title_, &lede_, &captions_}) ranges->clear();
  ends_before_.assign(1, 0);
  const uint32_t body = article_.body_begin();
  uint32_t begin = 0;
  bool caption = false;
  const auto close = [&](uint32_t at) {
    if (at > begin) {
      paragraphs_.push_back({begin, at});
      if (at < body) {
        title_ = {{begin, at}};
      } else if (caption) {
        captions_.push_back({begin, at});
      } else if (lede_.empty()) {
        lede_ = {{begin, at}};
      }
    }
    begin = at + 1;
  };
  for (const StreamMatcher::Gap& gap : article_.gaps()) {
    ends_before_.push_back(ends_before_.back() + (gap.kind != archive::kSentenceGap));
    if (gap.kind == archive::kSentenceGap) continue;
    close(gap.place);
    caption = gap.kind == archive::kCaptionGap;
  }
  close(article_.length());
}

// The parts of the article that a scope names.
std::span<const PlanMatcher::Range> PlanMatcher::parts(archive::FieldId scope) const {
  switch (scope) {
    case archive::FieldId::title: return title_;
    case archive::FieldId::lede: return lede_;
    case archive::FieldId::caption: return captions_;
    default: return {};
  }
}

bool PlanMatcher::matches(const Node& node, Range range) const {
  const auto both = [&](Range other) {
    const uint32_t begin = std::max(range.begin, other.begin);
    return Range{begin, std::max(begin, std::min(range.end, other.end))};
  };
  const auto holds = [&](const Node& child) { return matches(child, range); };
  ++work_;
  switch (node.type) {
    case Type::word:
    case Type::phrase:
      return std::any_of(node.forms.begin(), node.forms.end(),
                         [&](const Form& form) { return stands(form, range); });
    case Type::name: {
      const auto stands_there = [&](const Form& form) { return stands(form, range); };
      return (node.docids &&
              std::binary_search(node.docids->begin(), node.docids->end(), docid_)) ||
             std::any_of(node.forms.begin(), node.forms.end(), stands_there);
    }
    case Type::no: return !holds(node.children.front());
    case Type::any: return std::any_of(node.children.begin(), node.children.end(), holds);
    case Type::near: return stand_near(node, range);
    case Type::scope: {
      const auto ranges = parts(node.field);
      const auto stands_in = [&](Range part) { return matches(node.children.front(), both(part)); };
      // A part that the article lacks holds nothing.
      return ranges.empty() ? stands_in({range.begin, range.begin})
                            : std::any_of(ranges.begin(), ranges.end(), stands_in);
    }
    case Type::filter:
      return !node.docids || std::binary_search(node.docids->begin(), node.docids->end(), docid_);
    case Type::same:
      return std::any_of(paragraphs_.begin(), paragraphs_.end(), [&](Range paragraph) {
        return std::all_of(node.children.begin(), node.children.end(),
                           [&](const Node& child) { return matches(child, both(paragraph)); });
      });
    case Type::all: break;
  }
  return std::all_of(node.children.begin(), node.children.end(), holds);
}

bool PlanMatcher::stands(const Form& form, Range range) const {
  if (form.size() == 1) {
    ++work_;
    const auto& places = article_.places(form.front());
    const auto place = std::lower_bound(places.begin(), places.end(), range.begin);
    return place != places.end() && *place < range.end;
  }
  work_ += form.size();
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
    work_ += form.size();
    for (size_t i = 0; i < form.size() && whole; ++i) {
      const auto& places = article_.places(form[i]);
      whole = i == rarest ||
              std::binary_search(places.begin(), places.end(), first + static_cast<uint32_t>(i));
    }
    if (whole) return true;
  }
  return false;
}

void PlanMatcher::find_places(const Form& form, Range range, std::vector<Range>& found) const {
  const auto length = static_cast<uint32_t>(form.size());
  work_ += article_.places(form.front()).size();
  for (const uint32_t place : article_.places(form.front())) {
    if (place >= range.begin && place + length <= range.end &&
        (length == 1 || stands(form, {place, place + length})))
      found.push_back({place, place + length});
  }
}

std::vector<PlanMatcher::Range> PlanMatcher::places_of(const Node& node, Range range) const {
  std::vector<Range> found;
  for (const Form& form : node.forms) find_places(form, range, found);
  for (const Node& child : node.children) {
    const auto inner = places_of(child, range);
    found.insert(found.end(), inner.begin(), inner.end());
  }
  work_ += found.size() * static_cast<uint64_t>(std::bit_width(found.size()));
  std::sort(found.begin(), found.end(), [](Range a, Range b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end < b.end;
  });
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

// From the place after one word to the place of another; UINT32_MAX where a paragraph ends
// between.
uint32_t PlanMatcher::words_between(uint32_t last, uint32_t next) const {
  const auto& gaps = article_.gaps();
  const auto gap_at = [&](auto from, uint32_t at) {
    return std::lower_bound(from, gaps.end(), at, [](StreamMatcher::Gap gap, uint32_t wanted) {
      return gap.place < wanted;
    });
  };
  const auto first = gap_at(gaps.begin(), last), behind = gap_at(first, next);
  if (ends_before_[static_cast<size_t>(first - gaps.begin())] !=
      ends_before_[static_cast<size_t>(behind - gaps.begin())])
    return UINT32_MAX;
  return next - last - static_cast<uint32_t>(behind - first);
}

// Along the chain, the places of each child that are near enough to such a place of the one before.
bool PlanMatcher::stand_near(const Node& node, Range range) const {
  std::vector<std::vector<Range>> places(node.children.size());  // of each first of its like
  places.front() = places_of(node.children.front(), range);
  std::vector<Range> reached = places.front();
  std::vector<uint32_t> ends;
  for (size_t i = 1; i < node.children.size() && !reached.empty(); ++i) {
    const uint32_t distance = node.distances[i - 1];
    const size_t alike = node.first_alike[i];
    if (alike == i) places[i] = places_of(node.children[i], range);
    ends.clear();
    for (const Range place : reached) ends.push_back(place.end);
    std::sort(ends.begin(), ends.end());
    std::vector<Range> next;
    work_ += kNearWork * (places[alike].size() + reached.size());
    for (const Range place : places[alike]) {
      // The nearest before ends last, the nearest after begins first.
      const auto front = std::upper_bound(ends.begin(), ends.end(), place.begin);
      const auto behind =
          std::lower_bound(reached.begin(), reached.end(), place.end,
                           [](Range other, uint32_t end) { return other.begin < end; });
      const bool near =
          (front != ends.begin() && words_between(*std::prev(front), place.begin) <= distance) ||
          (behind != reached.end() && words_between(place.end, behind->begin) <= distance);
      if (near) next.push_back(place);
    }
    // What a step like this one leaves as it is, any more of them do, too.
    if (next == reached) {
      while (i + 1 < node.children.size() && node.first_alike[i + 1] == alike &&
             node.distances[i] == distance)
        ++i;
    }
    reached = std::move(next);
  }
  return !reached.empty();
}

}  // namespace khobao::match
