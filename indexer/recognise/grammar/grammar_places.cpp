#include "indexer/recognise/grammar/grammar_places.h"

#include "indexer/recognise/grammar/boundary.h"
#include "indexer/recognise/grammar/canonical_spelling.h"

namespace khobao::recognise {

bool GrammarPlaces::begins_country(const GrammarAt& at, size_t pos) const {
  return at.spaced(pos) && at.words()[pos].capital() &&
         lexicon_.has(at.words()[pos].symbol, names::role::kCountry);
}

const Found& GrammarPlaces::read_country(const GrammarAt& at, Found& found) const {
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

PlaceRead GrammarPlaces::parse_place(const GrammarAt& at, size_t pos, bool need_level) const {
  const auto& words = at.words();
  PlaceRead out{.end = pos, .level = -1, .level_printed = false, .place = {}, .generic = false};
  if (!at.has(pos) || words[pos].cited) return out;
  const auto fits = [&](const names::Spelling& spelling, size_t from) {
    return fits_case(spelling, words, from) && words[from].capital();
  };
  if (lexicon_.has(words[pos].symbol, names::role::kPlural) && !words[pos].capital()) {
    out.generic = true;
    out.end = pos + 1;
    return out;
  }
  if (!need_level && words[pos].capital() && lexicon_.has(words[pos].symbol, names::role::kPlace)) {
    if (const auto match = lexicon_.place_phrases.longest(words, pos, fits)) {
      const names::Place& place = lexicon_.places[match.spelling->target];
      out.end = match.end;
      out.level = place.level;
      out.level_printed = lexicon_.has(words[pos].symbol, names::role::kLevel);
      out.place = lexicon_.text(place.name);
      return out;
    }
  }
  if (!lexicon_.has(words[pos].symbol, names::role::kLevel)) return out;
  const auto level =
      lexicon_.level_phrases.longest(words, pos, [&](const names::Spelling& spelling, size_t from) {
        for (size_t i = 0; i < spelling.words; ++i) {
          if ((spelling.uppers >> i & 1) != 0 && !words[from + i].capital()) return false;
        }
        return true;
      });
  if (!level) return out;
  const size_t next = level.end;
  const int number = static_cast<int>(level.spelling->target);
  const bool dotted = at.has(next) && words[next].joined(names::sep::kSpace | names::sep::kDot);
  if (dotted && (words[next].before == names::sep::kSpace ||
                 words[next].before == names::sep::kDot || words[next - 1].capital())) {
    const size_t end = place_name_end(at, next, number);
    if (end > next) {
      const auto match = lexicon_.place_phrases.longest(words, next, fits);
      // "… UBND TP. Sau đó": a sentence ends there, unless a place or two capitals follow.
      const bool stop = (words[next].before & names::sep::kDot) != 0 &&
                        (words[next].before & names::sep::kSpace) != 0;
      const bool opener = static_cast<bool>(lexicon_.stop_phrases.longest(
          words, next, [](const names::Spelling&, size_t) { return true; }));
      if (stop && !match && (end < next + 2 || opener)) {
        out.end = next;
        out.level = number;
        out.level_printed = true;
        return out;
      }
      out.end = end;
      out.level = number;
      out.level_printed = true;
      if (match && match.end == end)
        out.place = lexicon_.text(lexicon_.places[match.spelling->target].name);
      else
        out.place = spell(lexicon_, at.paragraph, next, end);
      return out;
    }
  }
  // A level in a list of levels is generic: "UBND tỉnh, thành phố", "UBND xã, phường".
  if (at.has(next) &&
      words[next].joined(names::sep::kComma | names::sep::kSpace | names::sep::kSlash |
                         names::sep::kDash) &&
      !(words[next].before == names::sep::kSpace) &&
      lexicon_.has(words[next].symbol, names::role::kLevel) &&
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

size_t GrammarPlaces::place_name_end(const GrammarAt& at, size_t pos, int level) const {
  const auto& words = at.words();
  if (!at.has(pos) || words[pos].cited) return pos;
  if (lexicon_.has(words[pos].symbol, names::role::kPlace) && words[pos].capital()) {
    const auto match = lexicon_.place_phrases.longest(
        words, pos, [&](const names::Spelling& spelling, size_t from) {
          return fits_case(spelling, words, from) && words[from].capital();
        });
    if (match) return match.end;
  }
  if (words[pos].shape == names::Shape::number &&
      (words[pos].before == names::sep::kSpace || words[pos].before == names::sep::kDot)) {
    return words[pos].end_byte - words[pos].begin_byte <= 2 ? pos + 1 : pos;
  }
  if (!words[pos].capital() || at.paragraph.shouting) return pos;
  // All provinces are known; a person follows the others more often than a place with a surname.
  const std::string_view level_name = lexicon_.levels[static_cast<size_t>(level)];
  if (level_name == "tỉnh" ||
      lexicon_.has(words[pos].symbol, names::role::kPost | names::role::kCredit))
    return pos;
  const bool small = level_name == "xã" || level_name == "phường";
  if (!small && is_person(lexicon_, at.paragraph, pos)) return pos;
  if (level_name == "thành phố" && !at.has(pos + 1)) return pos;
  size_t end = pos;
  while (at.has(end) && end < pos + 6 && words[end].capital() && !words[end].cited &&
         (end == pos || words[end].joined(names::sep::kSpace | names::sep::kDash)) &&
         (end == pos || !(words[end].before & names::sep::kDash) ||
          words[end].before == names::sep::kDash)) {
    if (end > pos && lexicon_.has(words[end].symbol, names::role::kSurname)) {
      size_t rest = end;
      while (at.has(rest) && rest < end + 4 && words[rest].capital() &&
             (rest == end || words[rest].before == names::sep::kSpace))
        ++rest;
      if (rest - end >= (end - pos >= 2 ? 2u : 3u)) break;
    }
    if (end > pos && lexicon_.has(words[end].symbol, names::role::kLevel | names::role::kHead) &&
        words[end].shape != names::Shape::capital) {
      break;
    }
    ++end;
  }
  return end;
}

}  // namespace khobao::recognise
