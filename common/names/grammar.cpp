#include "common/names/grammar.h"

#include <algorithm>

#include "common/names/boundary.h"
#include "common/names/spelling.h"

namespace khobao::names {
namespace {

constexpr int kMaxDepth = 4;

}  // namespace

struct Grammar::At {
  const Paragraph& paragraph;
  size_t number = 0;
  bool football = false;
  Reading& out;

  const std::vector<Word>& words() const { return paragraph.words; }
  bool has(size_t pos) const { return pos < paragraph.words.size(); }
  /// The word stands behind nothing but a space.
  bool spaced(size_t pos) const { return has(pos) && words()[pos].before == sep::kSpace; }
};

Grammar::Grammar(const Gazetteer& gazetteer)
    : gazetteer_(gazetteer), lexicon_(gazetteer.lexicon()) {}

void Grammar::read(const Paragraph& paragraph, size_t number, bool football, Reading& out) const {
  At at{paragraph, number, football, out};
  for (size_t pos = 0; pos < paragraph.words.size();) {
    const Word& word = paragraph.words[pos];
    if ((word.roles & (role::kHead | role::kEntry)) == 0 || word.cited) {
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
      // What stands inside a name that is none may still be one.
      pos = none ? found.end : pos + 1;
      out.found.resize(before);
      continue;
    }
    pos = found.end;
    distribute(at, *index);
    pos = std::max(pos, out.found.back().end);
  }
}

std::optional<size_t> Grammar::parse(At& at, size_t pos, int depth) const {
  if (depth > kMaxDepth) return std::nullopt;
  const Symbol symbol = at.words()[pos].symbol;
  std::optional<Found> best;
  if (lexicon_.has(symbol, role::kEntry)) best = parse_entry(at, pos);
  const size_t before = at.out.found.size();
  if (lexicon_.has(symbol, role::kHead) && !(best && is_none(*best) && head_end(at, pos) < best->end)) {
    Found found;
    if (parse_head(at, pos, depth, found) && (!best || found.end > best->end)) {
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
  return found.entry >= 0 && gazetteer_.entry(found.entry).kind == "none";
}

size_t Grammar::head_end(const At& at, size_t pos) const {
  return lexicon_.head_phrases.longest(at.words(), pos, [](const Spelling&, size_t) { return true; }).end;
}

std::optional<Found> Grammar::parse_entry(const At& at, size_t pos) const {
  const auto match = gazetteer_.phrases().longest(
      at.words(), pos, [&](const Spelling& spelling, size_t from) {
        const std::string& kind = gazetteer_.entries()[spelling.target].kind;
        const bool brand = kind == "company" || kind == "club" || kind == "media" || kind == "user";
        const bool exact = brand && !lexicon_.has(at.words()[from].symbol, role::kHead);
        return exact ? fits_exactly(spelling, at.words(), from) : fits_case(spelling, at.words(), from);
      });
  if (!match) return std::nullopt;
  const Entry& entry = gazetteer_.entries()[match.spelling->target];
  Found found;
  found.entry = static_cast<int>(match.spelling->target);
  found.unit = entry.name;
  found.end = match.end;
  if (entry.football && !at.football) return std::nullopt;
  if (entry.platform && !acts(at, pos, match.end)) return std::nullopt;
  if (pos > 0) {
    const Symbol previous = at.words()[pos - 1].symbol;
    const bool near = at.words()[pos].joined(sep::kSpace | sep::kQuote);
    if (entry.cue && !(near && lexicon_.has(previous, role::kCueMedia))) return std::nullopt;
  } else if (entry.cue) {
    return std::nullopt;
  }
  if (entry.kind == "state") read_country(at, found);
  return found;
}

// "Google cho biết" acts; "trên Google" is a place.
bool Grammar::acts(const At& at, size_t pos, size_t end) const {
  const auto& words = at.words();
  if (pos > 0 && lexicon_.has(words[pos - 1].symbol, role::kPlatform)) return false;
  if (pos > 0 && lexicon_.has(words[pos - 1].symbol, role::kCueMedia)) return true;
  return at.spaced(end) && lexicon_.has(words[end].symbol, role::kActs);
}

bool Grammar::begins_country(const At& at, size_t pos) const {
  return at.spaced(pos) && at.words()[pos].capital() &&
         lexicon_.has(at.words()[pos].symbol, role::kCountry);
}

const Found& Grammar::read_country(const At& at, Found& found) const {
  if (!at.spaced(found.end)) return found;
  const auto& words = at.words();
  size_t pos = found.end;
  const auto match = country_at(lexicon_, at.paragraph, pos);
  if (!match) return found;
  if (words[pos].symbol == lexicon_.vietnam[0]) {  // the country of bodies without a country
    found.end = match.end;
    return found;
  }
  found.country = static_cast<int>(match.spelling->target);
  found.end = match.end;
  return found;
}

bool Grammar::parse_head(At& at, size_t pos, int depth, Found& found) const {
  const auto& words = at.words();
  const auto match = lexicon_.head_phrases.longest(
      words, pos, [&](const Spelling& spelling, size_t from) {
        for (size_t i = 0; i < spelling.words; ++i) {
          if ((spelling.uppers >> i & 1) != 0 && words[from + i].shape != Shape::upper) return false;
        }
        return words[from].capital() || lexicon_.heads[spelling.target].lower;
      });
  if (!match) return false;
  const Head& head = lexicon_.heads[match.spelling->target];
  // "Đinh Bộ Lĩnh", "Nam Bộ": the second part of another name.
  if (match.spelling->words == 1 && pos > 0 && words[pos].joined(sep::kSpace) &&
      words[pos - 1].shape == Shape::capital && words[pos].shape == Shape::capital) {
    const bool begins = words[pos - 1].before & (sep::kStart | sep::kDot);
    if (!begins && !lexicon_.has(words[pos - 1].symbol, role::kPost)) return false;
  }
  // "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
  if (match.spelling->words == 1 && pos > 0 && words[pos].joined(sep::kSpace) &&
      words[pos].shape == Shape::upper && words[pos - 1].shape == Shape::upper && head.name.size() > 2 &&
      at.paragraph.surface(words[pos]).size() >= head.name.size()) {
    return false;
  }
  const Symbol previous = pos > 0 && words[pos].joined(sep::kSpace) ? words[pos - 1].symbol : kNoSymbol;
  if (head.no_post && lexicon_.has(previous, role::kPostTail)) return false;
  if (match.spelling->words == 1 && !words[pos].capital() && lexicon_.has(previous, role::kCompound)) {
    return false;
  }
  found.head = &head;
  found.unit = head.name;
  found.level = head.level;
  found.end = match.end;
  size_t next = match.end;
  // "Ban Quản lý (BQL) Sông Kon": the abbreviation between head and name.
  if (at.has(next + 1) && (words[next].before & sep::kOpen) && words[next].shape == Shape::upper &&
      (words[next + 1].before & sep::kClose) && words[next + 1].capital() &&
      words[next + 1].joined(sep::kClose | sep::kSpace)) {
    ++next;
  } else if (!at.has(next) || !words[next].joined(sep::kSpace | sep::kQuote)) {
    found.plain = true;
    return true;
  }
  switch (head.tail) {
    case Tail::territory:
    case Tail::committee: {
      const PlaceRead place = parse_place(at, next, false);
      if (place.generic) {
        found.dropped = true;
        found.end = place.end;
        return true;
      }
      found.plain = place.end == next;
      if (!found.plain) found.end = place.end;
      if (found.plain && head.tail == Tail::territory && !at.paragraph.shouting &&
          words[next].joined(sep::kSpace) && begins_common(lexicon_, at.paragraph, next)) {
        // "Liên minh hợp tác xã dịch vụ …": a name of another kind begins like this head.
        const size_t end = name_end(lexicon_, at.paragraph, next,
                                    {.persons = false, .digits = false, .joins = true});
        if (end > next) {
          found.unit.append(" ").append(spell(lexicon_, at.paragraph, next, end));
          found.end = end;
          found.plain = false;
          found.level = -1;
          break;
        }
      }
      if (head.tail == Tail::territory || found.level < 0) {
        if (place.level >= 0) found.level = place.level;
      } else if (place.level >= 0 && place.level != found.level && place.place.empty()) {
        found.end = next;  // "Huyện ủy xã …" is none
      }
      found.place = place.place;
      found.level_printed = place.level_printed;
      if (found.plain && head.national) {
        read_country(at, found);
        found.plain = found.country < 0;
      }
      break;
    }
    case Tail::domain: parse_domain(at, next, depth, found); break;
    case Tail::name: parse_name(at, next, found); break;
    case Tail::body: parse_body(at, next, depth, found); break;
    case Tail::country:
      read_country(at, found);
      found.plain = found.country < 0;
      break;
  }
  return true;
}

void Grammar::parse_domain(At& at, size_t pos, int depth, Found& found) const {
  const Head& head = *found.head;
  const auto& words = at.words();
  const bool head_capital = words[pos - 1].capital() || words[found.end - 1].capital() ||
                            (pos >= 2 && words[pos - 2].capital());
  const auto domain = lexicon_.domain_phrases.longest(
      words, pos, [&](const Spelling& spelling, size_t from) {
        for (size_t i = 0; i < spelling.words; ++i) {
          if ((spelling.uppers >> i & 1) != 0 && words[from + i].shape != Shape::upper) return false;
        }
        return words[from].capital() || (head_capital && spelling.words >= 2);
      });
  const BoundaryRules rules{.persons = head.persons, .digits = head.digits, .joins = true};
  const size_t open_end = at.paragraph.shouting ? pos : name_end(lexicon_, at.paragraph, pos, rules);
  size_t end = pos;
  if (domain && (domain.end >= open_end || head.province || head.national)) {
    end = domain.end;
    found.unit.append(" ").append(lexicon_.domains[domain.spelling->target]);
  } else if (open_end > pos && !is_person(lexicon_, at.paragraph, pos) &&
             (!head.known || (head.national && begins_country(at, open_end)))) {
    end = open_end;
    found.unit.append(" ").append(spell(lexicon_, at.paragraph, pos, end));
  }
  found.plain = end == pos;
  if (!found.plain) found.end = end;
  if (head.national) read_country(at, found);
  if (found.country >= 0 || !at.spaced(found.plain ? pos : end)) return;
  const size_t next = found.plain ? pos : end;
  if (head.parent && depth < kMaxDepth) {
    const size_t before = at.out.found.size();
    if (const auto parent = parse(at, next, depth + 1);
        parent && !at.out.found[*parent].plain && !at.out.found[*parent].dropped &&
        acceptable(at, at.out.found[*parent])) {
      at.out.found[*parent].nested = true;
      found.parent = static_cast<int>(*parent);
      found.end = at.out.found[*parent].end;
      return;
    }
    at.out.found.resize(before);
  }
  if (head.national) return;
  const PlaceRead place = parse_place(at, next, false);
  if (place.generic) {
    found.dropped |= head.province;
    return;
  }
  if (found.plain || place.end == next) return;
  found.end = place.end;
  if (place.level >= 0) found.level = place.level;
  found.level_printed = place.level_printed;
  found.place = place.place;
}

void Grammar::parse_name(const At& at, size_t pos, Found& found) const {
  const Head& head = *found.head;
  const auto& words = at.words();
  const BoundaryRules rules{.persons = head.persons, .digits = head.digits, .joins = false};
  size_t end = pos;
  if (words[pos].before & sep::kQuote) {
    // A name in quotation marks ends with them.
    while (at.has(end) && end < pos + 8 && (end == pos || words[end].joined(PhraseTable::kJoins))) ++end;
    const bool closed = at.has(end) ? (words[end].before & sep::kQuote) != 0 : true;
    if (!closed || !words[pos].capital()) end = pos;
  } else if (!at.paragraph.shouting) {
    end = name_end(lexicon_, at.paragraph, pos, rules);
    if (end > pos && !head.persons && is_person(lexicon_, at.paragraph, pos)) end = pos;
  }
  // "ngân hàng Vietcombank": the class word before a name that the gazetteer knows.
  if (at.words()[pos].capital() && lexicon_.has(words[pos].symbol, role::kEntry)) {
    if (const auto entry = parse_entry(at, pos); entry && entry->end >= end && entry->entry >= 0 &&
        gazetteer_.entry(entry->entry).kind != "none" &&
        gazetteer_.entry(entry->entry).kind != "state") {
      found = *entry;
      return;
    }
  }
  if (end > pos && head.proper && all_common(lexicon_, at.paragraph, pos, end)) end = pos;
  found.plain = end == pos;
  if (!found.plain) {
    found.unit.append(" ").append(spell(lexicon_, at.paragraph, pos, end));
    found.end = end;
  }
  if (!at.spaced(found.end)) return;
  const PlaceRead place = parse_place(at, found.end, true);
  if (place.generic || place.end == found.end) return;
  if (place.place.empty() && found.plain) return;
  found.plain = false;
  found.end = place.end;
  found.level = place.level;
  found.level_printed = place.level_printed;
  found.place = place.place;
}

void Grammar::parse_body(At& at, size_t pos, int depth, Found& found) const {
  const Head& head = *found.head;
  const size_t before = at.out.found.size();
  if (at.spaced(pos) && depth < kMaxDepth &&
      lexicon_.has(at.words()[pos].symbol, role::kHead | role::kEntry)) {
    if (const auto parent = parse(at, pos, depth + 1);
        parent && !at.out.found[*parent].dropped &&
        (!at.out.found[*parent].plain || at.out.found[*parent].head->tail == Tail::committee ||
         at.out.found[*parent].head->tail == Tail::body)) {
      at.out.found[*parent].nested = true;
      found.parent = static_cast<int>(*parent);
      found.end = at.out.found[*parent].end;
      return;
    }
  }
  at.out.found.resize(before);
  const PlaceRead place = parse_place(at, pos, false);
  if (place.generic) {
    found.dropped = true;
    return;
  }
  if (place.end > pos) {
    found.end = place.end;
    found.level = place.level;
    found.level_printed = place.level_printed;
    found.place = place.place;
    return;
  }
  const BoundaryRules rules{.persons = head.persons, .digits = head.digits, .joins = true};
  const size_t end = at.paragraph.shouting || is_person(lexicon_, at.paragraph, pos)
                         ? pos
                         : name_end(lexicon_, at.paragraph, pos, rules);
  found.plain = end == pos;
  if (found.plain) return;
  found.unit.append(" ").append(spell(lexicon_, at.paragraph, pos, end));
  found.end = end;
  if (!at.spaced(end)) return;
  const PlaceRead behind = parse_place(at, end, true);
  if (behind.generic || behind.end == end) return;
  found.end = behind.end;
  found.level = behind.level;
  found.level_printed = behind.level_printed;
  found.place = behind.place;
}

Grammar::PlaceRead Grammar::parse_place(const At& at, size_t pos, bool need_level) const {
  const auto& words = at.words();
  PlaceRead out{.end = pos, .level = -1, .level_printed = false, .place = {}, .generic = false};
  if (!at.has(pos) || words[pos].cited) return out;
  const auto fits = [&](const Spelling& spelling, size_t from) {
    return fits_case(spelling, words, from) && words[from].capital();
  };
  if (lexicon_.has(words[pos].symbol, role::kPlural) && !words[pos].capital()) {
    out.generic = true;
    out.end = pos + 1;
    return out;
  }
  if (!need_level && words[pos].capital() && lexicon_.has(words[pos].symbol, role::kPlace)) {
    if (const auto match = lexicon_.place_phrases.longest(words, pos, fits)) {
      const Place& place = lexicon_.places[match.spelling->target];
      out.end = match.end;
      out.level = place.level;
      out.level_printed = lexicon_.has(words[pos].symbol, role::kLevel);
      out.place = place.name;
      return out;
    }
  }
  if (!lexicon_.has(words[pos].symbol, role::kLevel)) return out;
  const auto level = lexicon_.level_phrases.longest(
      words, pos, [&](const Spelling& spelling, size_t from) {
        for (size_t i = 0; i < spelling.words; ++i) {
          if ((spelling.uppers >> i & 1) != 0 && !words[from + i].capital()) return false;
        }
        return true;
      });
  if (!level) return out;
  const size_t next = level.end;
  const int number = static_cast<int>(level.spelling->target);
  const bool dotted = at.has(next) && words[next].joined(sep::kSpace | sep::kDot);
  if (dotted && (words[next].before == sep::kSpace || words[next].before == sep::kDot ||
                 words[next - 1].capital())) {
    const size_t end = place_name_end(at, next, number);
    if (end > next) {
      const auto match = lexicon_.place_phrases.longest(words, next, fits);
      out.end = end;
      out.level = number;
      out.level_printed = true;
      out.place = match && match.end == end ? lexicon_.places[match.spelling->target].name
                                            : spell(lexicon_, at.paragraph, next, end);
      return out;
    }
  }
  // A level in a list of levels is generic: "UBND tỉnh, thành phố", "UBND xã, phường".
  if (at.has(next) && words[next].joined(sep::kComma | sep::kSpace | sep::kSlash | sep::kDash) &&
      !(words[next].before == sep::kSpace) && lexicon_.has(words[next].symbol, role::kLevel) &&
      place_name_end(at, next + 1, 0) == next + 1) {
    out.generic = true;
    out.end = next;
    return out;
  }
  out.end = next;
  out.level = number;
  out.level_printed = true;
  return out;
}

size_t Grammar::place_name_end(const At& at, size_t pos, int level) const {
  const auto& words = at.words();
  if (!at.has(pos) || words[pos].cited) return pos;
  if (lexicon_.has(words[pos].symbol, role::kPlace) && words[pos].capital()) {
    const auto match = lexicon_.place_phrases.longest(
        words, pos, [&](const Spelling& spelling, size_t from) {
          return fits_case(spelling, words, from) && words[from].capital();
        });
    if (match) return match.end;
  }
  if (words[pos].shape == Shape::number && words[pos].before == sep::kSpace) {
    return words[pos].end_byte - words[pos].begin_byte <= 2 ? pos + 1 : pos;
  }
  if (!words[pos].capital() || at.paragraph.shouting) return pos;
  // All provinces are known; a person follows the others more often than a place with a surname.
  const std::string& level_name = lexicon_.levels[static_cast<size_t>(level)];
  if (level_name == "tỉnh" || lexicon_.has(words[pos].symbol, role::kPost | role::kCredit)) return pos;
  const bool small = level_name == "xã" || level_name == "phường";
  if (!small && is_person(lexicon_, at.paragraph, pos)) return pos;
  if (level_name == "thành phố" && !at.has(pos + 1)) return pos;
  size_t end = pos;
  while (at.has(end) && end < pos + 6 && words[end].capital() && !words[end].cited &&
         (end == pos || words[end].joined(sep::kSpace | sep::kDash)) &&
         (end == pos || !(words[end].before & sep::kDash) || words[end].before == sep::kDash)) {
    if (end > pos && lexicon_.has(words[end].symbol, role::kSurname)) {
      size_t rest = end;
      while (at.has(rest) && rest < end + 4 && words[rest].capital() && (rest == end || words[rest].before == sep::kSpace)) ++rest;
      if (rest - end >= (end - pos >= 2 ? 2u : 3u)) break;
    }
    if (end > pos && lexicon_.has(words[end].symbol, role::kLevel | role::kHead) &&
        words[end].shape != Shape::capital) {
      break;
    }
    ++end;
  }
  return end;
}

void Grammar::distribute(At& at, size_t index) const {
  // "Sở Tài chính, Công Thương và Y tế": fields of work that share the head.
  if (at.out.found[index].head == nullptr || !at.out.found[index].head->province) return;
  if (at.out.found[index].plain || !at.out.found[index].place.empty()) return;
  const auto& words = at.words();
  const Head& head = *at.out.found[index].head;
  for (size_t pos = at.out.found[index].end; at.has(pos);) {
    size_t next = pos;
    if (words[pos].before == sep::kSpace && lexicon_.has(words[pos].symbol, role::kAnd) && at.spaced(pos + 1)) {
      next = pos + 1;
    } else if (!(words[pos].before & sep::kComma) || !words[pos].joined(sep::kComma | sep::kSpace)) {
      return;
    }
    if (!words[next].capital()) return;
    const auto domain = lexicon_.domain_phrases.longest(
        words, next, [&](const Spelling& spelling, size_t from) {
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
    found.unit = head.name;
    found.unit.append(" ").append(lexicon_.domains[domain.spelling->target]);
    at.out.found.push_back(found);
    pos = domain.end;
  }
}

bool Grammar::acceptable(const At& at, const Found& found) const {
  if (found.dropped) return false;
  if (found.entry >= 0) return true;
  if (found.head == nullptr) return false;
  const Word& first = at.words()[found.first];
  const bool lower = !first.capital();
  if (found.plain) {
    if (!found.head->bare && found.head->tail != Tail::territory && found.head->tail != Tail::body) return false;
    if (found.first > 0 && lexicon_.has(at.words()[found.first - 1].symbol, role::kPlural) &&
        first.joined(sep::kSpace)) {
      return false;
    }
    return !lower || found.head->bare;
  }
  if (lower && found.head->known_lower) return false;
  // A small class word of one syllable stands before a field of work, or it is part of another word.
  if (lower && found.head->tail == Tail::domain && found.head->name.find(' ') == std::string::npos &&
      !(at.words().size() > found.first + 1 && begins_common(lexicon_, at.paragraph, found.first + 1))) {
    return false;
  }
  if (lower && found.place.empty() && found.parent < 0 && found.country < 0 && found.unit == found.head->name &&
      found.head->tail != Tail::body) {
    return false;
  }
  // "ĐH XIII" is a congress; "Đảng" alone names no body.
  if (found.unit.size() > found.head->name.size() && found.unit.starts_with(found.head->name)) {
    const std::string_view rest = std::string_view(found.unit).substr(found.head->name.size() + 1);
    // "Thanh tra Bộ", "Cơ quan Công an": the class of a body alone.
    if (const auto words = phrase_words(rest); words.size() <= 2 && found.place.empty() && found.parent < 0) {
      const size_t tail_begin = found.end - words.size();
      if (tail_begin > found.first && lexicon_.has(at.words()[tail_begin].symbol, role::kHead) &&
          head_end(at, tail_begin) == found.end) {
        return false;
      }
    }
    if (rest == "Đảng" || rest.ends_with(" Đảng") || rest.find_first_not_of("IVX") == rest.npos) return false;
  }
  return true;
}

}  // namespace khobao::names
