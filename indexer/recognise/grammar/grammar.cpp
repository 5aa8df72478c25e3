#include "indexer/recognise/grammar/grammar.h"

#include <algorithm>

#include "indexer/recognise/grammar/boundary.h"
#include "indexer/recognise/grammar/canonical_spelling.h"
#include "indexer/recognise/grammar/grammar_places.h"
#include "indexer/recognise/grammar/grammar_tails.h"

namespace khobao::recognise {
namespace {

size_t class_words(const Found& found) { return found.head->words; }

}  // namespace

Grammar::Grammar(const names::Gazetteer& gazetteer)
    : gazetteer_(gazetteer), lexicon_(gazetteer.lexicon()) {}

void Grammar::read(const names::Paragraph& paragraph, size_t number, bool football,
                   Reading& out) const {
  GrammarAt at{paragraph, number, football, out};
  for (size_t pos = 0; pos < paragraph.words.size();) {
    const names::Word& word = paragraph.words[pos];
    if ((word.roles & (names::role::kHead | names::role::kEntry)) == 0 || word.cited) {
      ++pos;
      continue;
    }
    const size_t before = out.found.size();
    const auto index = parse(at, pos, 0);
    if (!index) {
      ++pos;
      continue;
    }
    const Found& found = out.found[*index];
    const bool none = is_none(found);
    if (found.dropped && !none) {  // generic: kept, since it makes those in its list generic, too
      pos = found.end;
      continue;
    }
    if (none || !acceptable(at, found)) {
      // What turned out not to be a name may hold one.
      pos = none ? found.end : pos + 1;
      out.found.resize(before);
      continue;
    }
    pos = found.end;
    distribute(at, *index);
    pos = std::max(pos, out.found.back().end);
  }
}

std::optional<size_t> Grammar::parse(GrammarAt& at, size_t pos, int depth) const {
  if (depth > kMaxDepth) return std::nullopt;
  const names::Symbol symbol = at.words()[pos].symbol;
  std::optional<Found> best;
  if (lexicon_.has(symbol, names::role::kEntry)) best = parse_entry(at, pos);
  const size_t before = at.out.found.size();
  if (lexicon_.has(symbol, names::role::kHead) &&
      !(best && is_none(*best) && head_end(at, pos) < best->end)) {
    Found found;
    if (GrammarTails(*this, gazetteer_).parse_head(at, pos, depth, found) &&
        (!best || (outranks(found, *best) && goes_on(at, found, *best)))) {
      best = std::move(found);
    } else {
      at.out.found.resize(before);
    }
  }
  if (!best) return std::nullopt;
  best->paragraph = at.number;
  best->first = pos;
  best->begin_byte = at.words()[pos].begin_byte;
  best->end_byte = at.words()[best->end - 1].end_byte;
  at.out.found.push_back(std::move(*best));
  return at.out.found.size() - 1;
}

bool Grammar::is_none(const Found& found) const {
  return found.entry >= 0 && gazetteer_.kind(gazetteer_.entry(found.entry)) == "none";
}

size_t Grammar::head_end(const GrammarAt& at, size_t pos) const {
  return lexicon_.head_phrases
      .longest(at.words(), pos, [](const names::Spelling&, size_t) { return true; })
      .end;
}

// The longer name is taken, but what the gazetteer knows whole needs no place after it ("Bệnh viện
// Chợ Rẫy TP.HCM"), and what follows a known newspaper or party is no part of it.
bool Grammar::outranks(const Found& headed, const Found& known) const {
  if (headed.end <= known.end) return false;
  if (headed.entry >= 0 || headed.head == nullptr || is_none(known)) return true;
  if (headed.head->tail != names::Tail::name) return true;
  const std::string_view kind = gazetteer_.kind(gazetteer_.entry(known.entry));
  return kind != "media" && kind != "foreign" && headed.core_end > known.end;
}

// "Liên hiệp Quốc Simon Stiell": after a known whole only what names are made of goes on.
bool Grammar::goes_on(const GrammarAt& at, const Found& headed, const Found& known) const {
  if (is_none(known) || headed.head == nullptr || headed.head->tail != names::Tail::domain)
    return true;
  const names::Word& next = at.words()[known.end];
  return !next.capital() || begins_common(lexicon_, at.paragraph, known.end) ||
         lexicon_.has(next.symbol, names::role::kPlace | names::role::kLevel | names::role::kHead |
                                       names::role::kCountry | names::role::kEntry);
}

std::optional<Found> Grammar::parse_entry(const GrammarAt& at, size_t pos) const {
  const auto match = gazetteer_.phrases().longest(
      at.words(), pos, [&](const names::Spelling& spelling, size_t from) {
        const std::string_view kind = gazetteer_.kind(gazetteer_.entries()[spelling.target]);
        const bool brand = kind == "company" || kind == "club" || kind == "media" || kind == "user";
        const bool exact = brand && !lexicon_.has(at.words()[from].symbol, names::role::kHead);
        return exact ? fits_exactly(spelling, at.words(), from)
                     : fits_case(spelling, at.words(), from);
      });
  if (!match) return std::nullopt;
  // "dự báo Bình Định": the second syllable of another word.
  const names::Word& first = at.words()[pos];
  if (!first.capital() && pos > 0 && first.joined(names::sep::kSpace) &&
      lexicon_.has(at.words()[pos - 1].symbol, names::role::kCompound)) {
    return std::nullopt;
  }
  const names::Entry& entry = gazetteer_.entries()[match.spelling->target];
  Found found;
  found.entry = static_cast<int>(match.spelling->target);
  found.unit = gazetteer_.name(entry);
  found.end = match.end;
  if (entry.football && !at.football) return std::nullopt;
  if (entry.platform && !acts(at, pos, match.end)) return std::nullopt;
  if (pos > 0) {
    const names::Symbol previous = at.words()[pos - 1].symbol;
    const bool near = at.words()[pos].joined(names::sep::kSpace | names::sep::kQuote);
    const bool named =
        lexicon_.has(at.words()[pos].symbol, names::role::kCueMedia);  // "Báo Nhân Dân"
    if (entry.cue && !named && !(near && lexicon_.has(previous, names::role::kCueMedia)))
      return std::nullopt;
  } else if (entry.cue && !lexicon_.has(at.words()[pos].symbol, names::role::kCueMedia)) {
    return std::nullopt;
  }
  if (gazetteer_.kind(entry) != "state") return found;
  GrammarPlaces(lexicon_).read_country(at, found);
  // "Bộ Giáo dục New Zealand" is no Bộ Giáo dục và Đào tạo: abroad a name is what is printed.
  const auto& words = at.words();
  const bool printed = std::none_of(
      words.begin() + static_cast<std::ptrdiff_t>(pos),
      words.begin() + static_cast<std::ptrdiff_t>(match.end),
      [](const names::Word& word) { return word.shape == names::Shape::upper; });
  if (found.country >= 0 && printed) found.unit = spell(lexicon_, at.paragraph, pos, match.end);
  return found;
}

// "Google cho biết" acts; "trên Google" is a place.
bool Grammar::acts(const GrammarAt& at, size_t pos, size_t end) const {
  const auto& words = at.words();
  if (pos > 0 && lexicon_.has(words[pos - 1].symbol, names::role::kPlatform)) return false;
  if (pos > 0 && lexicon_.has(words[pos - 1].symbol, names::role::kCueMedia)) return true;
  return at.spaced(end) && lexicon_.has(words[end].symbol, names::role::kActs);
}

void Grammar::distribute(GrammarAt& at, size_t index) const {
  // "Sở Tài chính, Công Thương và Y tế": fields of work that share the head.
  if (at.out.found[index].head == nullptr || !at.out.found[index].head->province) return;
  if (at.out.found[index].plain || !at.out.found[index].place.empty()) return;
  const auto& words = at.words();
  const names::Head& head = *at.out.found[index].head;
  for (size_t pos = at.out.found[index].end; at.has(pos);) {
    size_t next = pos;
    if (words[pos].before == names::sep::kSpace &&
        lexicon_.has(words[pos].symbol, names::role::kAnd) && at.spaced(pos + 1)) {
      next = pos + 1;
    } else if (!(words[pos].before & names::sep::kComma) ||
               !words[pos].joined(names::sep::kComma | names::sep::kSpace)) {
      return;
    }
    if (!words[next].capital()) return;
    const auto domain = lexicon_.domain_phrases.longest(
        words, next, [&](const names::Spelling& spelling, size_t from) {
          return spelling.words >= 2 && fits_case(spelling, words, from) && words[from].capital();
        });
    if (!domain || (at.spaced(domain.end) && words[domain.end].capital())) return;
    Found found;
    found.paragraph = at.number;
    found.first = next;
    found.end = domain.end;
    found.begin_byte = words[next].begin_byte;
    found.end_byte = words[domain.end - 1].end_byte;
    found.head = &head;
    found.unit = lexicon_.text(head.name);
    found.unit.append(" ").append(lexicon_.domains[domain.spelling->target]);
    found.shared = true;
    at.out.found.push_back(found);
    pos = domain.end;
  }
}

bool Grammar::acceptable(const GrammarAt& at, const Found& found) const {
  if (found.dropped) return false;
  if (found.entry >= 0) return true;
  if (found.head == nullptr) return !found.unit.empty();
  const names::Word& first = at.words()[found.first];
  const bool lower = !first.capital();
  if (found.plain) {
    if (!found.head->bare && found.head->tail != names::Tail::territory &&
        found.head->tail != names::Tail::body)
      return false;
    if (found.first > 0 && lexicon_.has(at.words()[found.first - 1].symbol, names::role::kPlural) &&
        first.joined(names::sep::kSpace)) {
      return false;
    }
    return !lower || found.head->bare;
  }
  if (lower && found.head->known_lower) return false;
  // "Viện Nghiên cứu", "Cơ quan Thi hành án": any of the kind.
  if (found.head->specific && found.place.empty() && found.parent < 0 && found.country < 0) {
    const size_t tail = found.first + class_words(found);
    if (found.end <= tail + 2 && all_common(lexicon_, at.paragraph, tail, found.end)) return false;
  }
  // "Vụ Cầu Mây: …" is a case, "Vụ Tín dụng" a department.
  if (found.head->worded) {
    const size_t tail = found.first + class_words(found);
    if (!at.has(tail) || (at.words()[tail].shape != names::Shape::upper &&
                          !begins_common(lexicon_, at.paragraph, tail))) {
      return false;
    }
  }
  // A small class word ("vụ", "trung tâm") stands before a field of work, or it is part of another
  // word.
  if (lower && found.head->tail == names::Tail::domain && class_words(found) <= 2 &&
      !(at.words().size() > found.first + class_words(found) &&
        begins_common(lexicon_, at.paragraph, found.first + class_words(found)))) {
    return false;
  }
  const std::string_view head = lexicon_.text(found.head->name);
  if (lower && found.place.empty() && found.parent < 0 && found.country < 0 && found.unit == head &&
      found.head->tail != names::Tail::body) {
    return false;
  }
  // "ĐH XIII" is a congress; "Đảng" alone names no body.
  if (found.unit.size() > head.size() && found.unit.starts_with(head)) {
    const std::string_view rest = std::string_view(found.unit).substr(head.size() + 1);
    // "Thanh tra Bộ", "Cơ quan Công an": the class of a body alone.
    const auto words = 1 + static_cast<size_t>(std::count(rest.begin(), rest.end(), ' '));
    if (words <= 2 && found.place.empty() && found.parent < 0) {
      const size_t tail_begin = found.end - words;
      if (tail_begin > found.first &&
          lexicon_.has(at.words()[tail_begin].symbol, names::role::kHead) &&
          head_end(at, tail_begin) == found.end) {
        return false;
      }
    }
    if (rest == "Đảng" || rest.ends_with(" Đảng") || rest.find_first_not_of("IVX") == rest.npos)
      return false;
  }
  return true;
}

}  // namespace khobao::recognise
