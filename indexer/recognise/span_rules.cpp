#include "indexer/recognise/span_rules.h"

#include <algorithm>

#include "indexer/recognise/grammar/boundary.h"

namespace khobao::recognise {
namespace {

using names::Paragraph;

bool is_before(const NameSpan& span, size_t paragraph, size_t word) {
  return span.paragraph != paragraph ? span.paragraph < paragraph : span.end <= word;
}

class Rules {
 public:
  Rules(const names::Gazetteer& gazetteer, std::span<const Paragraph> paragraphs,
        std::vector<NameSpan>& spans)
      : gazetteer_(gazetteer), paragraphs_(paragraphs), spans_(spans) {}

  void apply(const Found& found) {
    const auto [first, last] = overlapping(found);
    if (is_forced(found, first, last)) {
      put(found, first, last);
      previous_taken_ = true;
      return;
    }
    if (found.shared && first == last && previous_taken_) {
      put(found, first, last);
      return;
    }
    const bool same = last == first + 1 && at(first).first == found.first;
    if (same && at(first).kind == NameKind::organisation) {
      cut_person(found, first);
      cut_verb(found, first);
    }
    if (!found.shared) {
      previous_taken_ = first != last && at(first).kind == NameKind::organisation &&
                        at(first).first == found.first;
    }
  }

 private:
  NameSpan& at(size_t i) { return spans_[i]; }

  // Where the spans that overlap a name begin and end; found come in reading order.
  std::pair<size_t, size_t> overlapping(const Found& found) {
    while (next_ < spans_.size() && is_before(spans_[next_], found.paragraph, found.first)) ++next_;
    size_t last = next_;
    while (last < spans_.size() && spans_[last].paragraph == found.paragraph &&
           spans_[last].first < found.end)
      ++last;
    return {next_, last};
  }

  bool is_forced(const Found& found, size_t first, size_t last) {
    if (found.dropped) return false;
    if (found.entry >= 0) {
      const Paragraph& paragraph = paragraphs_[found.paragraph];
      const bool line = found.first == 0 && found.end == paragraph.words.size();
      if (line || gazetteer_.entry(found.entry).user) return true;
    }
    if (found.end - found.first < 2 || first == last) return false;
    bool organisation = false, inside = true;
    for (size_t i = first; i < last; ++i) {
      organisation |= at(i).kind == NameKind::organisation;
      inside = inside && at(i).first >= found.first && at(i).end <= found.end;
    }
    return organisation && inside;
  }

  void put(const Found& found, size_t first, size_t last) {
    const auto from = spans_.begin() + static_cast<std::ptrdiff_t>(first);
    const auto to = spans_.begin() + static_cast<std::ptrdiff_t>(last);
    spans_.insert(spans_.erase(from, to),
                  {found.paragraph, found.first, found.end, NameKind::organisation});
  }

  void cut_person(const Found& found, size_t i) {
    const bool body = found.head != nullptr && found.head->tail == names::Tail::territory;
    const size_t end = at(i).end;
    if (!body || found.end >= end ||
        !is_person(gazetteer_.lexicon(), paragraphs_[found.paragraph], found.end))
      return;
    at(i).end = found.end;
    spans_.insert(spans_.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                  {found.paragraph, found.end, end, NameKind::person});
  }

  // "Ngân hàng Sông Kon | dự báo …"
  void cut_verb(const Found& found, size_t i) {
    if (found.dropped || found.end >= at(i).end) return;
    const names::Word& next = paragraphs_[found.paragraph].words[found.end];
    if (!next.capital() && gazetteer_.lexicon().has(next.symbol, names::role::kActs))
      at(i).end = found.end;
  }

  const names::Gazetteer& gazetteer_;
  std::span<const Paragraph> paragraphs_;
  std::vector<NameSpan>& spans_;
  size_t next_ = 0;
  bool previous_taken_ = false;
};

}  // namespace

void apply_span_rules(const names::Gazetteer& gazetteer, std::span<const Paragraph> paragraphs,
                      const Reading& reading, std::vector<NameSpan>& spans) {
  Rules rules(gazetteer, paragraphs, spans);
  for (const Found& found : reading.found) {
    if (!found.nested) rules.apply(found);
  }
}

}  // namespace khobao::recognise
