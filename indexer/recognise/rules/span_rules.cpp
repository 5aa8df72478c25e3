#include "indexer/recognise/rules/span_rules.h"

#include <algorithm>

#include "common/text/letters/normalise.h"
#include "common/text/letters/syllable.h"
#include "common/text/letters/utf8.h"
#include "indexer/recognise/grammar/boundary.h"
#include "indexer/recognise/posts.h"
#include "indexer/recognise/rules/no_people.h"
#include "indexer/recognise/rules/other_things.h"

namespace khobao::recognise {
namespace {

using names::Paragraph;
namespace sep = names::sep;

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

// What the model found, cut and dropped by what no name is.
class Tidy {
 public:
  Tidy(const names::Gazetteer& gazetteer, std::span<const Paragraph> paragraphs, bool football,
       const Reading& reading)
      : gazetteer_(gazetteer), paragraphs_(paragraphs), football_(football), reading_(reading) {}

  std::vector<NameSpan> tidy(std::span<const NameSpan> spans) {
    std::vector<NameSpan> out;
    for (const NameSpan& span : spans) {
      const Paragraph& paragraph = paragraphs_[span.paragraph];
      const auto& words = paragraph.words;
      if (span.kind == NameKind::organisation) {
        NameSpan name = span;
        // "Hoài Sơn thắng Sông Kon": two teams.
        for (size_t i = name.first + 1; i + 1 < span.end; ++i) {
          if (!words[i - 1].capital() || !words[i + 1].capital() || !plays(paragraph, i)) continue;
          out.push_back({span.paragraph, name.first, i, span.kind});
          name.first = i + 1;
        }
        name.end = balanced_end(words, span);
        if (!is_none(name) && !is_other_thing(gazetteer_, paragraph, name, entry_at(name)))
          out.push_back(name);
        continue;
      }
      if (span.kind == NameKind::place && football_ && is_team(paragraph, span)) {
        out.push_back({span.paragraph, span.first, span.end, NameKind::organisation});
        continue;
      }
      // "Thanh Hóa, Nghệ An", "Minh (Trần Trung": two names.
      if (const size_t second = second_country(words, span); second != 0) {
        out.push_back({span.paragraph, span.first, second, NameKind::place});
        out.push_back({span.paragraph, second, span.end, NameKind::place});
        continue;
      }
      size_t first = span.first, end = span.end;
      if (span.kind == NameKind::place) {
        if (const size_t title = title_after_level(paragraph, span); title != 0) {
          if (title < span.end) out.push_back({span.paragraph, title, span.end, NameKind::person});
          continue;
        }
        if (is_level_alone(words, span)) continue;
        first = level_begin(words, span, out);
      } else {
        const NameSpan person{0, span.first, span.end, span.kind};
        if (is_no_person(gazetteer_, paragraph, person)) continue;
        end = person_end(paragraph, person);
        if (!out.empty() && is_initial(paragraph, out.back(), span)) {
          first = out.back().first;
          out.pop_back();
        }
      }
      for (size_t i = first + 1; i <= end; ++i) {
        if (i < end && (words[i].before & (sep::kComma | sep::kOpen | sep::kClose)) == 0)
          continue;
        out.push_back({span.paragraph, first, i, span.kind});
        first = i;
      }
    }
    return out;
  }

 private:
  // "đặc | khu Phú Quý", "đặc khu | Phú Quý": a level of two words belongs to the name.
  size_t level_begin(const std::vector<names::Word>& words, const NameSpan& span,
                     const std::vector<NameSpan>& before) const {
    // "Các | xã Cát Hải"
    if (const auto level = gazetteer_.lexicon().level_phrases.longest(
            words, std::min(span.first + 1, words.size() - 1),
            [](const names::Spelling&, size_t) { return true; });
        level && level.end < span.end && words[span.first + 1].shape == names::Shape::lower &&
        is_listed(words, span.first + 1))
      return span.first + 1;
    const size_t taken =
        !before.empty() && before.back().paragraph == span.paragraph ? before.back().end : 0;
    for (size_t more = 1; more <= 2 && more <= span.first; ++more) {
      const size_t first = span.first - more;
      if (first < taken || words[first + 1].before != sep::kSpace) break;
      const auto level = gazetteer_.lexicon().level_phrases.longest(
          words, first, [](const names::Spelling&, size_t) { return true; });
      const bool own = level && level.end == first + 2 && level.end < span.end;
      if (!own || (more == 2 && (words[span.first].before != sep::kSpace || is_listed(words, first))))
        continue;
      return first;
    }
    return span.first;
  }

  // "E.| Macron"
  static bool is_initial(const Paragraph& paragraph, const NameSpan& initial, const NameSpan& name) {
    const auto& words = paragraph.words;
    return initial.paragraph == name.paragraph && initial.kind == name.kind &&
           initial.end == name.first && initial.end == initial.first + 1 &&
           words[name.first].before == sep::kDot &&
           text::to_code_points(paragraph.surface(words[initial.first])).size() == 1;
  }

  // "ngụ huyện,"
  bool is_level_alone(const std::vector<names::Word>& words, const NameSpan& span) const {
    const auto level = gazetteer_.lexicon().level_phrases.longest(
        words, span.first, [](const names::Spelling&, size_t) { return true; });
    return level.end == span.end && words[span.first].shape == names::Shape::lower;
  }

  // "các | thị xã Sông Kon"
  bool is_listed(const std::vector<names::Word>& words, size_t level) const {
    return level > 0 && gazetteer_.lexicon().has(words[level - 1].symbol, names::role::kPlural);
  }

  // "… ở TP. Ông | Chiến nói": a sentence ends after the level. The word after the title; 0 where
  // none does.
  static size_t title_after_level(const Paragraph& paragraph, const NameSpan& span) {
    const size_t next = span.first + 1;
    constexpr uint16_t kStop = sep::kDot | sep::kSpace;
    if (next >= span.end || paragraph.words[next].before != kStop) return 0;
    const size_t title = title_words(paragraph, next, span.end);
    return title > 0 && paragraph.words[next].capital() ? next + title : 0;
  }

  // "Mỹ-Nga": two countries, whatever they were taken for. The word at which the second begins; 0
  // where there are none.
  size_t second_country(const std::vector<names::Word>& words, const NameSpan& span) const {
    const auto end_of = [&](size_t at) {
      const auto match = gazetteer_.lexicon().country_phrases.longest(
          words, at, [&](const names::Spelling& spelling, size_t from) {
            return fits_case(spelling, words, from) && words[from].capital();
          });
      return match ? match.end : 0;
    };
    const size_t second = end_of(span.first);
    const bool dashed = second != 0 && second < span.end && (words[second].before & sep::kDash) != 0;
    return dashed && end_of(second) == span.end ? second : 0;
  }

  // "Cộng hòa Sao (CHS) và": before a bracket that stays open, or closes what did not open.
  static size_t balanced_end(const std::vector<names::Word>& words, const NameSpan& span) {
    size_t open = 0;
    for (size_t i = span.first + 1; i < span.end; ++i) {
      if ((words[i].before & sep::kClose) != 0) {
        if (open == 0) return i;
        open = 0;
      }
      if ((words[i].before & sep::kOpen) != 0) open = i;
    }
    const bool closes = span.end < words.size() && (words[span.end].before & sep::kClose) != 0;
    return open != 0 && !closes && span.end < words.size() ? open : span.end;
  }

  static bool plays(const Paragraph& paragraph, size_t word) {
    static constexpr std::string_view kWords[] = {"thắng", "thua", "gặp", "hạ", "đấu", "vs"};
    const std::string_view surface = paragraph.surface(paragraph.words[word]);
    return std::find(std::begin(kWords), std::end(kWords), surface) != std::end(kWords);
  }

  // A bare place that plays: "đội Thanh Hóa", "Thanh Hóa | thắng Sông Kon", "Sông Kon thắng | Thanh Hóa".
  static bool is_team(const Paragraph& paragraph, const NameSpan& span) {
    const auto& words = paragraph.words;
    const auto spaced = [&](size_t i) { return i < words.size() && words[i].before == sep::kSpace; };
    for (size_t i = span.first; i < span.end; ++i) {
      if (!words[i].capital() || (i > span.first && words[i].before != sep::kSpace)) return false;
    }
    if (span.first > 0 && spaced(span.first)) {
      const std::string_view before = paragraph.surface(words[span.first - 1]);
      if (before == "đội" || before == "CLB") return true;
      if (before == "bóng" && span.first > 1 &&
          paragraph.surface(words[span.first - 2]) == "đội")
        return true;
      if (span.first > 1 && plays(paragraph, span.first - 1) && spaced(span.first - 1) &&
          words[span.first - 2].capital())
        return true;
    }
    return spaced(span.end) && plays(paragraph, span.end) && spaced(span.end + 1) &&
           words[span.end + 1].capital();
  }

  // The entry of the gazetteer that the whole span is; after is_none() of the same span.
  const names::Entry* entry_at(const NameSpan& span) const {
    for (size_t i = next_; i < reading_.found.size(); ++i) {
      const Found& found = reading_.found[i];
      if (found.paragraph != span.paragraph || found.first > span.first) break;
      if (found.first == span.first && found.end == span.end && found.entry >= 0)
        return &gazetteer_.entry(found.entry);
    }
    return nullptr;
  }

  // A class of bodies ("Công ty TNHH", "Ủy ban") or one capital syllable, where the grammar knows no
  // such name.
  bool is_none(const NameSpan& span) {
    const Paragraph& paragraph = paragraphs_[span.paragraph];
    const auto& words = paragraph.words;
    while (next_ < reading_.found.size() && is_before(reading_.found[next_], span)) ++next_;
    for (size_t i = next_; i < reading_.found.size(); ++i) {
      const Found& found = reading_.found[i];
      if (found.paragraph != span.paragraph || found.first > span.first) break;
      if (found.first == span.first && found.end == span.end && !found.nested)
        return false;
    }
    const auto fits = [&](const names::Spelling& spelling, size_t at) {
      return fits_case(spelling, words, at);
    };
    const names::Lexicon& lexicon = gazetteer_.lexicon();
    if (const auto head = lexicon.head_phrases.longest(words, span.first, fits);
        head && head.end == span.end && !lexicon.heads[head.spelling->target].bare)
      return true;
    // "Hướng"
    const names::Word& word = words[span.first];
    return span.end == span.first + 1 && word.shape == names::Shape::capital &&
           (word.roles & names::role::kCountry) == 0 && is_syllable(paragraph.surface(word));
  }

  static bool is_before(const Found& found, const NameSpan& span) {
    return found.paragraph != span.paragraph ? found.paragraph < span.paragraph
                                             : found.end <= span.first;
  }
  static bool is_syllable(std::string_view surface) {
    return text::parse_syllable(text::to_code_points(text::normalise_word(surface))).has_value();
  }

  const names::Gazetteer& gazetteer_;
  std::span<const Paragraph> paragraphs_;
  bool football_;
  const Reading& reading_;
  size_t next_ = 0;
};

}  // namespace

void apply_span_rules(const names::Gazetteer& gazetteer, std::span<const Paragraph> paragraphs,
                      bool football, const Reading& reading, std::vector<NameSpan>& spans) {
  Rules rules(gazetteer, paragraphs, spans);
  for (const Found& found : reading.found) {
    if (!found.nested) rules.apply(found);
  }
  spans = Tidy(gazetteer, paragraphs, football, reading).tidy(spans);
}

}  // namespace khobao::recognise
