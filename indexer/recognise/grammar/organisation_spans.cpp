#include "indexer/recognise/grammar/organisation_spans.h"

#include <algorithm>

#include "indexer/recognise/grammar/boundary.h"
#include "indexer/recognise/grammar/canonical_spelling.h"

namespace khobao::recognise {
namespace {

using names::Lexicon;
using names::Paragraph;
using names::Spelling;
namespace role = names::role;

// A name with the names inside it, which stand before it.
struct Group {
  std::vector<Found> parts;
  const Found& name() const { return parts.back(); }
};

std::vector<Group> groups_of(std::vector<Found> found) {
  std::vector<Group> groups;
  Group group;
  size_t first = 0;
  for (size_t i = 0; i < found.size(); ++i) {
    const bool whole = !found[i].nested;
    if (found[i].parent >= 0) found[i].parent -= static_cast<int>(first);
    group.parts.push_back(std::move(found[i]));
    if (!whole) continue;
    groups.push_back(std::move(group));
    group = {};
    first = i + 1;
  }
  return groups;
}

// "UBND P.Hoài Sơn" as the canonical name writes it: abbreviations of heads and levels spelled out.
std::string spelled(const Lexicon& lexicon, const Paragraph& paragraph, size_t first, size_t end) {
  std::string out;
  const auto& words = paragraph.words;
  size_t plain = first;
  const auto flush = [&](size_t to) {
    if (plain == to) return;
    if (!out.empty()) out += ' ';
    out += spell(lexicon, paragraph, plain, to);
  };
  for (size_t pos = first; pos < end;) {
    const auto fits = [&](const Spelling& spelling, size_t at) {
      return at + spelling.words <= end && fits_case(spelling, words, at);
    };
    const bool upper =
        words[pos].shape == names::Shape::upper || words[pos].shape == names::Shape::capital;
    const bool level_follows =
        pos + 1 < end && words[pos + 1].joined(names::sep::kSpace | names::sep::kDot);
    if (pos == first && (words[pos].roles & role::kHead) != 0) {
      const auto small = [&](const Spelling& spelling, size_t at) {
        return at + spelling.words < end && spelling.uppers == 0;
      };
      auto head = lexicon.head_phrases.longest(words, pos, fits);
      if (!head) head = lexicon.head_phrases.longest(words, pos, small);
      if (head) {
        out += lexicon.text(lexicon.heads[head.spelling->target].name);
        pos = plain = head.end;
        // "phòng TN&MT"
        const auto domain = lexicon.domain_phrases.longest(words, pos, fits);
        if (domain && words[pos].shape == names::Shape::upper) {
          out.append(" ").append(lexicon.domains[domain.spelling->target]);
          pos = plain = domain.end;
        }
        continue;
      }
    }
    if (upper && level_follows && (words[pos].roles & role::kLevel) != 0) {
      const auto level =
          lexicon.level_phrases.longest(words, pos, [&](const Spelling& spelling, size_t at) {
            return at + spelling.words < end && (spelling.uppers & 1) != 0 && words[at].capital();
          });
      if (level) {
        flush(pos);
        if (!out.empty()) out += ' ';
        out += lexicon.levels[level.spelling->target];
        pos = plain = level.end;
        continue;
      }
    }
    ++pos;
  }
  flush(end);
  return out;
}

Found whole_span(const Lexicon& lexicon, const Paragraph& paragraph, const NameSpan& span) {
  Found found;
  found.paragraph = span.paragraph;
  found.first = span.first;
  found.end = found.core_end = span.end;
  found.begin_byte = paragraph.words[span.first].begin_byte;
  found.end_byte = paragraph.words[span.end - 1].end_byte;
  found.unit = spelled(lexicon, paragraph, span.first, span.end);
  return found;
}

// Words of "ĐT", "đội tuyển", "tuyển" at the beginning of a team's name.
size_t team_words(const Paragraph& paragraph, const NameSpan& span) {
  const auto& words = paragraph.words;
  const std::string_view first = paragraph.surface(words[span.first]);
  if (first == "ĐT" || first == "ĐTQG" || first == "tuyển" || first == "Tuyển") return 1;
  const bool two = (first == "đội" || first == "Đội") && span.first + 1 < span.end &&
                   paragraph.surface(words[span.first + 1]) == "tuyển";
  return two ? 2 : 0;
}

// "U19 Thái Lan", "U18 nữ Thái Lan", "ĐT Thái Lan", and "Thái Lan" where it plays.
std::string team_name(const Lexicon& lexicon, const Paragraph& paragraph, const NameSpan& span) {
  const auto& words = paragraph.words;
  size_t begin = span.first + team_words(paragraph, span);
  if (begin >= span.end) return {};
  const std::string_view first = paragraph.surface(words[begin]);
  const bool age = first.size() >= 2 && first.size() <= 3 && first[0] == 'U' &&
                   first.find_first_not_of("0123456789", 1) == std::string_view::npos;
  begin += age;
  const bool women = begin < span.end && paragraph.surface(words[begin]) == "nữ";
  begin += women;
  if (begin >= span.end) return {};
  const auto country = lexicon.country_phrases.longest(
      words, begin,
      [&](const Spelling& spelling, size_t at) { return fits_case(spelling, words, at); });
  if (!country || country.end != span.end) return {};
  std::string name = "Đội tuyển ";
  if (age) name.append(first) += ' ';
  if (women) name += "nữ ";
  return name.append(lexicon.countries[country.spelling->target]);
}

// What the grammar makes of the span's words alone, without what stands in brackets inside it:
// "Sở Giáo dục và Đào tạo (GD&ĐT) Gia Lai".
Group parse_span(const names::Gazetteer& gazetteer, const Grammar& grammar,
                 const Paragraph& paragraph, bool football, const NameSpan& span) {
  Found whole = whole_span(gazetteer.lexicon(), paragraph, span);
  if (std::string team = team_name(gazetteer.lexicon(), paragraph, span); !team.empty()) {
    whole.unit = std::move(team);
    return {{std::move(whole)}};
  }
  Paragraph alone{.text = paragraph.text, .words = {}, .shouting = paragraph.shouting};
  std::vector<size_t> from;  // where its words stand in the paragraph
  bool bracket = false;
  for (size_t i = span.first; i < span.end; ++i) {
    names::Word word = paragraph.words[i];
    bracket |= i > span.first && (word.before & names::sep::kOpen) != 0;
    if (bracket && (word.before & names::sep::kClose) != 0) {
      bracket = false;
      word.before = names::sep::kSpace;
    }
    if (bracket) continue;
    alone.words.push_back(word);
    from.push_back(i);
  }
  Reading reading;
  grammar.read(alone, span.paragraph, football, reading);
  for (Group& group : groups_of(std::move(reading.found))) {
    const Found& name = group.name();
    if (name.dropped || name.first != 0 || name.end != alone.words.size()) continue;
    for (Found& part : group.parts) {
      part.first = from[part.first];
      part.end = from[part.end - 1] + 1;
      part.core_end = part.core_end == 0 ? part.end : from[part.core_end - 1] + 1;
    }
    group.parts.back().end = whole.end;
    group.parts.back().end_byte = whole.end_byte;
    return std::move(group);
  }
  if (alone.words.size() < span.end - span.first)
    whole.unit = spelled(gazetteer.lexicon(), alone, 0, alone.words.size());
  return {{std::move(whole)}};
}

}  // namespace

void take_spans(const names::Gazetteer& gazetteer, const Grammar& grammar,
                std::span<const Paragraph> paragraphs, bool football,
                std::span<const NameSpan> spans, Reading& reading) {
  std::vector<Group> groups = groups_of(std::move(reading.found));
  std::vector<bool> known(spans.size());
  size_t next = 0;
  for (Group& group : groups) {
    Found& name = group.parts.back();
    while (next < spans.size() &&
           (spans[next].paragraph < name.paragraph ||
            (spans[next].paragraph == name.paragraph && spans[next].first < name.first)))
      ++next;
    const bool meant = next < spans.size() && spans[next].kind == NameKind::organisation &&
                       spans[next].paragraph == name.paragraph && spans[next].first == name.first &&
                       spans[next].end == name.end;
    if (meant) known[next] = true;
    name.dropped = !meant;
  }
  for (size_t i = 0; i < spans.size(); ++i) {
    if (known[i] || spans[i].kind != NameKind::organisation) continue;
    groups.push_back(
        parse_span(gazetteer, grammar, paragraphs[spans[i].paragraph], football, spans[i]));
  }
  std::stable_sort(groups.begin(), groups.end(), [](const Group& a, const Group& b) {
    const Found &x = a.name(), &y = b.name();
    return x.paragraph != y.paragraph ? x.paragraph < y.paragraph : x.first < y.first;
  });
  reading.found.clear();
  for (Group& group : groups) {
    const auto first = static_cast<int>(reading.found.size());
    for (Found& part : group.parts) {
      if (part.parent >= 0) part.parent += first;
      reading.found.push_back(std::move(part));
    }
  }
}

}  // namespace khobao::recognise
