#include "indexer/recognise/grammar/grammar_tails.h"

#include "indexer/recognise/grammar/boundary.h"
#include "indexer/recognise/grammar/canonical_spelling.h"
#include "indexer/recognise/grammar/grammar.h"

namespace khobao::recognise {
namespace {

bool names_company(std::string_view kind) {
  return kind == "company" || kind == "bank" || kind == "media" || kind == "club";
}

}  // namespace

bool GrammarTails::parse_head(GrammarAt& at, size_t pos, int depth, Found& found) const {
  const auto& words = at.words();
  const auto match =
      lexicon_.head_phrases.longest(words, pos, [&](const names::Spelling& spelling, size_t from) {
        for (size_t i = 0; i < spelling.words; ++i) {
          if ((spelling.uppers >> i & 1) != 0 && words[from + i].shape != names::Shape::upper)
            return false;
        }
        return words[from].capital() || lexicon_.heads[spelling.target].lower;
      });
  if (!match) return false;
  const names::Head& head = lexicon_.heads[match.spelling->target];
  const std::string_view name = lexicon_.text(head.name);
  // "Đinh Bộ Lĩnh", "Nam Bộ": the second part of another name.
  if (match.spelling->words == 1 && pos > 0 && words[pos].joined(names::sep::kSpace) &&
      words[pos - 1].shape == names::Shape::capital && words[pos].shape == names::Shape::capital) {
    const bool begins = words[pos - 1].before & (names::sep::kStart | names::sep::kDot);
    if (!begins && !lexicon_.has(words[pos - 1].symbol, names::role::kPost)) return false;
  }
  // "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
  if (match.spelling->words == 1 && pos > 0 && words[pos].joined(names::sep::kSpace) &&
      words[pos].shape == names::Shape::upper && words[pos - 1].shape == names::Shape::upper &&
      name.size() > 2 && at.paragraph.surface(words[pos]).size() >= name.size()) {
    return false;
  }
  const names::Symbol previous =
      pos > 0 && words[pos].joined(names::sep::kSpace) ? words[pos - 1].symbol : names::kNoSymbol;
  if (head.no_post && lexicon_.has(previous, names::role::kPostTail)) return false;
  if (match.spelling->words == 1 && !words[pos].capital() &&
      lexicon_.has(previous, names::role::kCompound)) {
    return false;
  }
  found.head = &head;
  found.unit = name;
  found.level = head.level;
  found.end = match.end;
  size_t next = match.end;
  // "Ban Quản lý (BQL) Sông Kon": the abbreviation between head and name.
  if (at.has(next + 1) && (words[next].before & names::sep::kOpen) &&
      words[next].shape == names::Shape::upper && (words[next + 1].before & names::sep::kClose) &&
      words[next + 1].capital() &&
      words[next + 1].joined(names::sep::kClose | names::sep::kSpace)) {
    ++next;
  } else if (!at.has(next) || !words[next].joined(names::sep::kSpace | names::sep::kQuote)) {
    found.plain = true;
    return true;
  }
  switch (head.tail) {
    case names::Tail::territory:
    case names::Tail::committee: {
      const PlaceRead place = places_.parse_place(at, next, false);
      if (place.generic) {
        found.dropped = true;
        found.end = place.end;
        return true;
      }
      found.plain = place.end == next;
      if (!found.plain) found.end = place.end;
      const bool whole = match.spelling->words == head.words;
      if (found.plain && whole && head.tail == names::Tail::territory && !at.paragraph.shouting &&
          words[next].joined(names::sep::kSpace) && begins_common(lexicon_, at.paragraph, next)) {
        // "Liên minh hợp tác xã dịch vụ …": a name of another kind begins like this head.
        const size_t end = name_end(lexicon_, at.paragraph, next,
                                    {.persons = false, .digits = false, .joins = true});
        if (end > next) {
          found.unit = spell(lexicon_, at.paragraph, pos, end);
          found.end = end;
          found.plain = false;
          found.level = -1;
          break;
        }
      }
      if (head.tail == names::Tail::territory || found.level < 0) {
        if (place.level >= 0) found.level = place.level;
      } else if (place.level >= 0 && place.level != found.level && place.place.empty()) {
        found.end = next;  // "Huyện ủy xã …" does not exist
      }
      found.place = place.place;
      found.level_printed = place.level_printed;
      if (found.plain && head.national) {
        places_.read_country(at, found);
        found.plain = found.country < 0;
      }
      break;
    }
    case names::Tail::domain: parse_domain(at, next, depth, found); break;
    case names::Tail::name: parse_name(at, next, found); break;
    case names::Tail::body: parse_body(at, next, depth, found); break;
    case names::Tail::country:
      places_.read_country(at, found);
      found.plain = found.country < 0;
      break;
  }
  return true;
}

void GrammarTails::parse_domain(GrammarAt& at, size_t pos, int depth, Found& found) const {
  const names::Head& head = *found.head;
  const auto& words = at.words();
  const bool head_capital = words[pos - 1].capital() || words[found.end - 1].capital() ||
                            (pos >= 2 && words[pos - 2].capital());
  const auto domain = lexicon_.domain_phrases.longest(
      words, pos, [&](const names::Spelling& spelling, size_t from) {
        for (size_t i = 0; i < spelling.words; ++i) {
          if ((spelling.uppers >> i & 1) != 0 && words[from + i].shape != names::Shape::upper)
            return false;
        }
        return words[from].capital() || (head_capital && spelling.words >= 2);
      });
  const BoundaryRules rules{.persons = head.persons, .digits = head.digits, .joins = true};
  const size_t open_end =
      at.paragraph.shouting ? pos : name_end(lexicon_, at.paragraph, pos, rules);
  size_t end = pos;
  // "Phòng CSGT Quảng Bình": a field of work and its place.
  const bool placed =
      domain && at.spaced(domain.end) && places_.parse_place(at, domain.end, false).end >= open_end;
  if (domain && (domain.end >= open_end || placed || head.province || head.national)) {
    end = domain.end;
    found.unit.append(" ").append(lexicon_.domains[domain.spelling->target]);
  } else if (open_end > pos && !is_person(lexicon_, at.paragraph, pos) &&
             (!head.known || (head.national && places_.begins_country(at, open_end)))) {
    end = open_end;
    found.unit.append(" ").append(spell(lexicon_, at.paragraph, pos, end));
  }
  found.plain = end == pos;
  if (!found.plain) found.end = end;
  if (head.national) places_.read_country(at, found);
  // "Bộ Giáo dục New Zealand": only at home is that short for Giáo dục và Đào tạo.
  if (found.country >= 0 && end > pos) {
    found.unit = lexicon_.text(head.name);
    found.unit.append(" ").append(spell(lexicon_, at.paragraph, pos, end));
  }
  if (found.country >= 0 || !at.spaced(found.plain ? pos : end)) return;
  const size_t next = found.plain ? pos : end;
  if (head.parent && depth < kMaxDepth) {
    const size_t before = at.out.found.size();
    if (const auto parent = grammar_.parse(at, next, depth + 1);
        parent && !at.out.found[*parent].plain && !at.out.found[*parent].dropped &&
        grammar_.acceptable(at, at.out.found[*parent])) {
      at.out.found[*parent].nested = true;
      found.parent = static_cast<int>(*parent);
      found.end = at.out.found[*parent].end;
      return;
    }
    at.out.found.resize(before);
  }
  if (head.national) return;
  const PlaceRead place = places_.parse_place(at, next, false);
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

void GrammarTails::parse_name(const GrammarAt& at, size_t pos, Found& found) const {
  const names::Head& head = *found.head;
  const auto& words = at.words();
  const BoundaryRules rules{.persons = head.persons, .digits = head.digits, .joins = false};
  size_t end = pos;
  if (words[pos].before & names::sep::kQuote) {
    // A name in quotation marks ends with them.
    while (at.has(end) && end < pos + 8 &&
           (end == pos || words[end].joined(names::PhraseTable::kJoins)))
      ++end;
    const bool closed = at.has(end) ? (words[end].before & names::sep::kQuote) != 0 : true;
    if (!closed || !words[pos].capital()) end = pos;
  } else if (!at.paragraph.shouting) {
    end = name_end(lexicon_, at.paragraph, pos, rules);
    if (end > pos && !head.persons && is_person(lexicon_, at.paragraph, pos)) end = pos;
  }
  // "ngân hàng Vietcombank": the class word before a name that the gazetteer knows.
  if (at.words()[pos].capital() && lexicon_.has(words[pos].symbol, names::role::kEntry)) {
    if (const auto entry = grammar_.parse_entry(at, pos);
        entry && entry->end >= end && entry->entry >= 0 &&
        gazetteer_.kind(gazetteer_.entry(entry->entry)) != "none" &&
        gazetteer_.kind(gazetteer_.entry(entry->entry)) != "state") {
      found = *entry;
      return;
    }
  }
  // "tập đoàn quốc phòng Mỹ Lockheed Martin": what kind of company it is, then its name.
  bool qualified = head.proper_only;
  for (size_t name = pos + 1; head.lower && name < end; ++name) {
    qualified |= static_cast<bool>(country_at(lexicon_, at.paragraph, name - 1));
    if (!qualified || !words[name].capital() ||
        !lexicon_.has(words[name].symbol, names::role::kEntry) ||
        !all_common(lexicon_, at.paragraph, pos, name)) {
      continue;
    }
    const auto entry = grammar_.parse_entry(at, name);
    if (!entry || entry->end != end ||
        !names_company(gazetteer_.kind(gazetteer_.entry(entry->entry))))
      continue;
    found = *entry;
    return;
  }
  if (end > pos && head.proper && all_common(lexicon_, at.paragraph, pos, end)) end = pos;
  // "tạp chí Anh": any of that country.
  if (const auto country = country_at(lexicon_, at.paragraph, pos);
      country && country.end == end && words[pos].symbol != lexicon_.vietnam[0]) {
    end = pos;
  }
  found.plain = end == pos;
  if (!found.plain) {
    if (head.proper_only) {
      // "hãng viễn thông Mỹ Verizon" is Verizon.
      while (pos < end && all_common(lexicon_, at.paragraph, pos, pos + 1)) ++pos;
      found.unit.clear();
      found.head = nullptr;
      found.unit = spell(lexicon_, at.paragraph, pos, end);
    } else {
      found.unit.append(" ").append(spell(lexicon_, at.paragraph, pos, end));
    }
    found.end = end;
  }
  found.core_end = found.end;
  if (found.head == nullptr || !at.spaced(found.end)) return;
  const PlaceRead place = places_.parse_place(at, found.end, true);
  if (place.generic || place.end == found.end) return;
  if (place.place.empty() && found.plain) return;
  found.plain = false;
  found.end = place.end;
  found.level = place.level;
  found.level_printed = place.level_printed;
  found.place = place.place;
}

void GrammarTails::parse_body(GrammarAt& at, size_t pos, int depth, Found& found) const {
  const names::Head& head = *found.head;
  const size_t before = at.out.found.size();
  if (at.spaced(pos) && depth < kMaxDepth &&
      lexicon_.has(at.words()[pos].symbol, names::role::kHead | names::role::kEntry)) {
    if (const auto parent = grammar_.parse(at, pos, depth + 1);
        parent && !at.out.found[*parent].dropped &&
        (!at.out.found[*parent].plain ||
         at.out.found[*parent].head->tail == names::Tail::committee ||
         at.out.found[*parent].head->tail == names::Tail::body)) {
      at.out.found[*parent].nested = true;
      found.parent = static_cast<int>(*parent);
      found.end = at.out.found[*parent].end;
      return;
    }
  }
  at.out.found.resize(before);
  const PlaceRead place = places_.parse_place(at, pos, false);
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
  const PlaceRead behind = places_.parse_place(at, end, true);
  if (behind.generic || behind.end == end) return;
  found.end = behind.end;
  found.level = behind.level;
  found.level_printed = behind.level_printed;
  found.place = behind.place;
}

}  // namespace khobao::recognise
