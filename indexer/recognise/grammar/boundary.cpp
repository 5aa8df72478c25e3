#include "indexer/recognise/grammar/boundary.h"

#include <bit>

namespace khobao::recognise {
namespace {

constexpr size_t kMaxNameWords = 18;

bool at_end(const names::Paragraph& paragraph, size_t pos) { return pos >= paragraph.words.size(); }

// A common phrase at `pos`; those that the data writes with a capital need one.
size_t common_end(const names::Lexicon& lexicon, const names::Paragraph& paragraph, size_t pos) {
  const auto match = lexicon.common_phrases.longest(
      paragraph.words, pos, [&](const names::Spelling& spelling, size_t at) {
        for (size_t i = 0; i < spelling.words; ++i) {
          if ((spelling.uppers >> i & 1) != 0 &&
              paragraph.words[at + i].shape != names::Shape::upper)
            return false;
        }
        return (spelling.capitals & 1) == 0 || paragraph.words[at].capital();
      });
  return match ? match.end : pos;
}

bool begins_head(const names::Lexicon& lexicon, const names::Paragraph& paragraph, size_t pos) {
  if (!lexicon.has(paragraph.words[pos].symbol, names::role::kHead)) return false;
  return static_cast<bool>(lexicon.head_phrases.longest(
      paragraph.words, pos, [&](const names::Spelling& spelling, size_t at) {
        return lexicon.heads[spelling.target].separate && fits_case(spelling, paragraph.words, at);
      }));
}

bool begins_level(const names::Lexicon& lexicon, const names::Paragraph& paragraph, size_t pos) {
  if (!lexicon.has(paragraph.words[pos].symbol, names::role::kLevel)) return false;
  return static_cast<bool>(lexicon.level_phrases.longest(
      paragraph.words, pos, [&](const names::Spelling& spelling, size_t at) {
        if (!fits_case(spelling, paragraph.words, at)) return false;
        // "Công ty H Dental": a letter is a level only before a number or a known place.
        const names::Word& word = paragraph.words[at];
        if (spelling.words > 1 || word.end_byte - word.begin_byte > 1) return true;
        return !at_end(paragraph, at + 1) &&
               (paragraph.words[at + 1].shape == names::Shape::number ||
                lexicon.has(paragraph.words[at + 1].symbol, names::role::kPlace));
      }));
}

// The word of two syllables at `pos`: "Lão khoa". The second is small.
size_t compound_end(const names::Lexicon& lexicon, const names::Paragraph& paragraph, size_t pos) {
  const auto& words = paragraph.words;
  if (at_end(paragraph, pos + 1) || words[pos + 1].capital() ||
      words[pos + 1].before != names::sep::kSpace)
    return pos;
  const auto match =
      lexicon.compounds.longest(words, pos, [](const names::Spelling&, size_t) { return true; });
  return match ? match.end : pos;
}

bool begins_stop(const names::Lexicon& lexicon, const names::Paragraph& paragraph, size_t pos) {
  if (!lexicon.has(paragraph.words[pos].symbol, names::role::kStop)) return false;
  return static_cast<bool>(lexicon.stop_phrases.longest(
      paragraph.words, pos, [&](const names::Spelling& spelling, size_t at) {
        if (spelling.target != names::Lexicon::kOpener) return true;
        return paragraph.words[at].shape == names::Shape::capital &&
               compound_end(lexicon, paragraph, at) == at &&
               common_end(lexicon, paragraph, at) == at;
      }));
}

// "Vụ Địa | phương | III": a small second syllable, where the name surely goes on after it.
bool completes_word(const names::Lexicon& lexicon, const names::Paragraph& paragraph, size_t pos) {
  const auto& words = paragraph.words;
  if (words[pos].before != names::sep::kSpace || words[pos].shape != names::Shape::lower)
    return false;
  if (lexicon.has(words[pos].symbol, names::role::kCitation | names::role::kAnd |
                                         names::role::kLevel | names::role::kPlural))
    return false;
  if (at_end(paragraph, pos + 1) || words[pos + 1].before != names::sep::kSpace) return false;
  return words[pos + 1].capital() && !words[pos + 1].cited &&
         !is_person(lexicon, paragraph, pos + 1) &&
         !lexicon.has(words[pos + 1].symbol, names::role::kPost);
}

// A number that counts something ("20 người", "5 %") is no part of a name.
bool is_name_number(const names::Lexicon& lexicon, const names::Paragraph& paragraph, size_t pos) {
  const names::Word& word = paragraph.words[pos];
  if (word.shape != names::Shape::number || word.before != names::sep::kSpace) return false;
  const std::string_view number = paragraph.surface(word);
  if (number.size() > 4) return false;
  if (number.size() == 4 && (number.starts_with("19") || number.starts_with("20"))) return false;
  if (word.end_byte < paragraph.text.size() && paragraph.text[word.end_byte] == '%') return false;
  return at_end(paragraph, pos + 1) || !paragraph.words[pos + 1].joined(names::sep::kSpace) ||
         !lexicon.has(paragraph.words[pos + 1].symbol, names::role::kQuantity);
}

}  // namespace

bool fits_case(const names::Spelling& spelling, const std::vector<names::Word>& words, size_t pos) {
  uint32_t capitals = 0;
  for (size_t i = 0; i < spelling.words; ++i) {
    if ((spelling.uppers >> i & 1) != 0 && words[pos + i].shape != names::Shape::upper)
      return false;
    if (words[pos + i].capital()) capitals |= 1u << i;
  }
  const uint32_t wanted = spelling.capitals & capitals;
  if (wanted == spelling.capitals) return true;
  if ((capitals & 1) != 0) return spelling.words >= 3 || std::popcount(spelling.capitals) == 1;
  // "ban Tổ chức Trung ương": only the class word is small.
  return spelling.words >= 3 && std::popcount(wanted) >= 1 &&
         std::popcount(wanted) + 1 >= std::popcount(spelling.capitals);
}

bool fits_exactly(const names::Spelling& spelling, const std::vector<names::Word>& words,
                  size_t pos) {
  for (size_t i = 0; i < spelling.words; ++i) {
    if ((spelling.uppers >> i & 1) != 0 && words[pos + i].shape != names::Shape::upper)
      return false;
    if ((spelling.capitals >> i & 1) != 0 && !words[pos + i].capital()) return false;
  }
  return true;
}

names::PhraseTable::Match country_at(const names::Lexicon& lexicon,
                                     const names::Paragraph& paragraph, size_t pos) {
  const auto& words = paragraph.words;
  if (!words[pos].capital() || (words[pos].roles & names::role::kCountry) == 0) return {};
  const auto match =
      lexicon.country_phrases.longest(words, pos, [&](const names::Spelling& spelling, size_t at) {
        return fits_exactly(spelling, words, at);
      });
  if (!match || match.end > pos + 1) return match;
  if (words[pos].before & (names::sep::kStart | names::sep::kDot | names::sep::kQuote)) return {};
  if (compound_end(lexicon, paragraph, pos) > pos) return {};
  return match;
}

bool begins_common(const names::Lexicon& lexicon, const names::Paragraph& paragraph, size_t pos) {
  return common_end(lexicon, paragraph, pos) > pos;
}

bool all_common(const names::Lexicon& lexicon, const names::Paragraph& paragraph, size_t from,
                size_t end) {
  for (size_t pos = from; pos < end;) {
    size_t behind = common_end(lexicon, paragraph, pos);
    if (behind == pos) {
      const auto country = lexicon.country_phrases.longest(
          paragraph.words, pos, [](const names::Spelling&, size_t) { return true; });
      if (country) behind = country.end;
    }
    if (behind == pos && (paragraph.words[pos].shape == names::Shape::number ||
                          lexicon.has(paragraph.words[pos].symbol, names::role::kAnd))) {
      ++behind;
    }
    if (behind == pos) return false;
    pos = behind;
  }
  return true;
}

bool is_person(const names::Lexicon& lexicon, const names::Paragraph& paragraph, size_t pos) {
  const auto& words = paragraph.words;
  if (!words[pos].capital() || !lexicon.has(words[pos].symbol, names::role::kSurname)) return false;
  if (at_end(paragraph, pos + 1) || !words[pos + 1].capital() ||
      !words[pos + 1].joined(names::sep::kSpace)) {
    return false;
  }
  // A known place of two words or more (Hồ Chí Minh, Lê Chân) is not one.
  if (!lexicon.has(words[pos].symbol, names::role::kPlace)) return true;
  const auto place = lexicon.place_phrases.longest(
      words, pos,
      [&](const names::Spelling& spelling, size_t at) { return fits_case(spelling, words, at); });
  return place.end < pos + 2;
}

size_t name_end(const names::Lexicon& lexicon, const names::Paragraph& paragraph, size_t from,
                const BoundaryRules& rules) {
  const auto& words = paragraph.words;
  if (from + 3 <= words.size() && words[from].shape == names::Shape::upper &&
      words[from + 1].shape == names::Shape::upper &&
      words[from + 2].shape == names::Shape::upper) {
    return from;  // a line in capitals says nothing of names
  }
  size_t end = from;           // after the last word that surely belongs to the name
  bool common_before = false;  // the words just taken are common ones
  size_t proper_words = 0;     // capitals in a row that are no common words, up to `pos`
  bool behind_country = false;
  for (size_t pos = from; !at_end(paragraph, pos) && pos - from < kMaxNameWords;) {
    const names::Word& word = words[pos];
    if (word.cited || begins_stop(lexicon, paragraph, pos)) break;
    const bool first = pos == from;
    if (begins_level(lexicon, paragraph, pos)) break;
    if (!first) {
      constexpr uint16_t kInside = names::sep::kSpace | names::sep::kDash | names::sep::kAmpersand;
      const bool spaced_dash =
          (word.before & names::sep::kDash) != 0 && (word.before & names::sep::kSpace) != 0;
      if (word.before & names::sep::kComma) {
        // "Văn hóa, Thể thao và Du lịch": only between common words, and up to an "và".
        if (!common_before || !rules.joins || common_end(lexicon, paragraph, pos) == pos) break;
        size_t peek = common_end(lexicon, paragraph, pos);
        if (at_end(paragraph, peek) || !lexicon.has(words[peek].symbol, names::role::kAnd)) break;
      } else if (!word.joined(kInside)) {
        break;
      }
      if (spaced_dash && (!word.capital() || common_end(lexicon, paragraph, pos) == pos)) break;
      if (begins_head(lexicon, paragraph, pos)) break;
      if (!rules.persons && end > from && is_person(lexicon, paragraph, pos)) break;
    }
    if (const size_t behind = common_end(lexicon, paragraph, pos);
        behind > pos && !(word.capital() && compound_end(lexicon, paragraph, pos) > behind)) {
      const bool capital = word.capital();
      // "Ngân hàng Sông Kon | dự báo": after a proper name small words are the sentence's.
      if (!capital && proper_words >= 2) break;
      pos = behind;
      proper_words = 0;
      if (capital || (end > from && common_before && rules.joins)) end = pos;
      common_before = true;
      continue;
    }
    if (lexicon.has(word.symbol, names::role::kPost) && word.capital() &&
        (!first || word.shape == names::Shape::upper)) {
      break;
    }
    // "Hội đồng An ninh Nga | Dmitry": after a country stands a person.
    if (!first && rules.joins && behind_country && word.capital()) break;
    if (word.capital()) {
      if (const auto country =
              first ? names::PhraseTable::Match{} : country_at(lexicon, paragraph, pos)) {
        end = pos = country.end;
        common_before = false;
        behind_country = true;
        continue;
      }
      end = ++pos;
      common_before = false;
      ++proper_words;
      if (const size_t behind = compound_end(lexicon, paragraph, pos - 1); behind > pos) {
        end = pos = behind;
        common_before = true;
        proper_words = 0;
        continue;
      }
      if (rules.joins && proper_words == 1 && !at_end(paragraph, pos) &&
          completes_word(lexicon, paragraph, pos)) {
        ++pos;
      }
      continue;
    }
    if (word.shape == names::Shape::number) {
      if (!rules.digits || !is_name_number(lexicon, paragraph, pos)) break;
      end = ++pos;
      continue;
    }
    if (lexicon.has(word.symbol, names::role::kNumber) && !at_end(paragraph, pos + 1) &&
        words[pos + 1].shape == names::Shape::number) {  // "số 2"
      pos += 2;
      end = pos;
      continue;
    }
    if (first || !lexicon.has(word.symbol, names::role::kAnd) || at_end(paragraph, pos + 1)) break;
    const names::Word& next = words[pos + 1];
    if (!next.joined(names::sep::kSpace)) break;
    const bool next_common = common_end(lexicon, paragraph, pos + 1) > pos + 1;
    if (!(next_common && (common_before || next.capital())) && !(rules.joins && next.capital()))
      break;
    if (!common_before && !rules.joins) break;
    if (lexicon.has(next.symbol, names::role::kHead) && next.capital() && !next_common) break;
    if (begins_head(lexicon, paragraph, pos + 1) || is_person(lexicon, paragraph, pos + 1)) break;
    ++pos;
  }
  return end;
}

}  // namespace khobao::recognise
