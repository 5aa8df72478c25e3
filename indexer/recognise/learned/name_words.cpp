#include "indexer/recognise/learned/name_words.h"

#include <algorithm>
#include <array>
#include <bit>

#include "common/text/letters/normalise.h"
#include "common/text/letters/syllable.h"
#include "common/text/letters/utf8.h"
#include "common/text/word_cache.h"
#include "indexer/recognise/grammar/boundary.h"

namespace khobao::recognise {
namespace {

using names::Lexicon;
using names::Paragraph;
using names::Shape;
using names::Spelling;
using names::Word;
namespace role = names::role;
namespace sep = names::sep;

constexpr size_t kMaxRun = 6;
// A name's small words stand at most this far after its last capital, or in front of its first.
constexpr size_t kNearBehind = 3, kNearBefore = 2;

uint8_t joint_of(uint16_t before) {
  if (before == sep::kSpace) return 0;
  if (before & sep::kStart) return 1;
  if (before & sep::kDot) return before & sep::kSpace ? 2 : 3;
  if (before & sep::kOpen) return 4;
  if (before & sep::kClose) return 5;
  if (before & sep::kQuote) return 6;
  if (before & sep::kComma) return 7;
  if (before & sep::kDash) return before & sep::kSpace ? 8 : 9;
  if (before & sep::kSlash) return 10;
  if (before & sep::kAmpersand) return 11;
  return before & sep::kOther ? 12 : 13;
}

bool begins_sentence(const Word& word) {
  return word.sentence || (word.before & (sep::kStart | sep::kOther | sep::kQuote)) != 0;
}

bool has_inner_capital(std::string_view surface) {
  return std::any_of(surface.begin() + 1, surface.end(),
                     [](char c) { return c >= 'A' && c <= 'Z'; });
}

// Of a word inside a sentence.
Print print_of(Shape shape, std::string_view surface) {
  switch (shape) {
    case Shape::number: return Print::number;
    case Shape::upper: return Print::upper;
    case Shape::lower: return has_inner_capital(surface) ? Print::mixed : Print::small;
    case Shape::capital: break;
  }
  return has_inner_capital(surface) ? Print::mixed : Print::capital;
}

bool is_foreign(std::string_view surface) {
  return !text::parse_syllable(text::to_code_points(text::normalise_word(surface)));
}

// The last three bytes, small.
uint16_t ending_of(std::string_view surface) {
  uint32_t ending = 0;
  for (const char c : surface.substr(surface.size() - 3))
    ending = ending * 37 + (static_cast<unsigned char>(c) | 0x20u);
  return static_cast<uint16_t>(ending | 1);
}

uint8_t roles_of(uint32_t roles) {
  constexpr std::array kTold = {role::kSurname, role::kLevel,    role::kHead,
                                role::kPost,    role::kQuantity, role::kCountry};
  unsigned out = 0;
  for (size_t i = 0; i < kTold.size(); ++i) out |= (roles & kTold[i]) != 0 ? 1u << i : 0u;
  return static_cast<uint8_t>(out);
}

uint8_t one_more(uint8_t count) { return count == 255 ? count : static_cast<uint8_t>(count + 1); }

bool is_one_of(uint32_t hash, std::span<const uint32_t> hashes) {
  return std::find(hashes.begin(), hashes.end(), hash) != hashes.end();
}

template <size_t N>
constexpr std::array<uint32_t, N> hashes_of(const std::string_view (&words)[N]) {
  std::array<uint32_t, N> out{};
  for (size_t i = 0; i < N; ++i) out[i] = text::hash_word(words[i]);
  return out;
}

// What stands in front of persons and of places, to gather an article's evidence of its own words.
constexpr std::string_view kTitleWords[] = {
    "ông", "bà", "anh", "chị", "cô",  "em",   "chú",  "bác",   "hlv", "gs", "ts",     "pgs", "ths",
    "bs",  "sĩ", "thủ", "vệ",  "đạo", "nsnd", "nsưt", "tướng", "tá",  "úy", "trưởng", "tịch"};
constexpr std::string_view kPlaceWords[] = {"tại",    "ở",     "tỉnh", "huyện", "xã",
                                            "phường", "quận",  "tp",   "đến",   "từ",
                                            "phố",    "đường", "sông", "nước"};

// The last small words of places named by a number, beside those of levels.
constexpr std::string_view kNumberedWords[] = {"lộ", "đai", "tổ", "khu", "đường", "km"};

}  // namespace

NameWords::NameWords(const names::Gazetteer& gazetteer, const WordFactsTable& facts,
                     const PhraseKinds& phrases, const WordPairs& pairs)
    : lexicon_(gazetteer.lexicon()), facts_(facts), phrases_(phrases), pairs_(pairs) {}

void NameWords::read(std::span<const Paragraph> paragraphs, const Reading& reading,
                     const names::WordForms& forms) {
  if (told_generation_ != forms.generation()) told_.clear();
  told_generation_ = forms.generation();
  told_.resize(forms.size());
  words_.clear();
  begins_.assign(1, 0);
  for (const Paragraph& paragraph : paragraphs) {
    read_print(paragraph, forms);
    begins_.push_back(words_.size());
  }
  read_grammar(reading);
  for (size_t i = 0; i < paragraphs.size(); ++i) {
    read_places(paragraphs[i], own(i));
    read_phrases(own(i));
    mark_near(own(i));
    measure_runs(own(i));
  }
  read_article();
  if (left_out_ != 0) forget();
}

void NameWords::forget() {
  static constexpr NameWord kUnknown;
  const auto out = [&](unsigned evidence) { return (left_out_ & evidence) != 0; };
  for (NameWord& word : words_) {
    if (out(evidence::kWords)) word.hash = kUnknown.hash;
    if (out(evidence::kCasing)) word.casing = kUnknown.casing;
    if (out(evidence::kClasses)) word.word_class = kUnknown.word_class;
    if (out(evidence::kPairs)) word.completes = kUnknown.completes;
    if (out(evidence::kPhrases)) word.phrase = kUnknown.phrase;
    if (out(evidence::kForeign)) {
      word.letters = kUnknown.letters;
      word.ending = kUnknown.ending;
      word.hint = kUnknown.hint;
    }
    if (out(evidence::kArticle)) word.article = kUnknown.article;
    if (out(evidence::kGrammar)) word.grammar = kUnknown.grammar;
    if (out(evidence::kGazetteers)) word.place = kUnknown.place;
    if (out(evidence::kRoles)) word.roles = kUnknown.roles;
  }
}

NameWords::Told NameWords::told_of(const names::WordForm& form, std::string_view surface) const {
  const WordFacts& facts = facts_.find(form.hash);
  Told told;
  told.print = print_of(form.shape, surface);
  told.casing = facts.casing;
  if (is_capital(told.print)) told.hint = facts.hint;
  if (told.print == Print::number) {
    told.letters = 2;
  } else {
    told.letters = facts.hash != 0 ? facts.foreign : is_foreign(surface);
  }
  told.small_class = facts.small_class;
  told.word_class = is_capital(told.print) ? facts.capital_class : facts.small_class;
  told.roles = roles_of(form.roles);
  if (told.letters == 1 && surface.size() > 3) told.ending = ending_of(surface);
  return told;
}

void NameWords::read_print(const Paragraph& paragraph, const names::WordForms& forms) {
  for (const Word& word : paragraph.words) {
    Told& told = told_[word.form];
    if (told.print == Print::none)
      told = told_of(forms.form(word.form), paragraph.surface(word));
    NameWord out;
    out.hash = word.hash;
    out.print = told.print;
    out.word_class = told.word_class;
    if (told.print == Print::capital && begins_sentence(word)) {
      out.print = Print::first_capital;
      out.word_class = told.small_class;
    }
    out.joint = joint_of(word.before);
    out.letters = told.letters;
    out.casing = told.casing;
    out.hint = told.hint;
    out.roles = told.roles;
    out.ending = told.ending;
    if (out.print == Print::small && out.joint == 0 && words_.size() > begins_.back())
      out.completes = pairs_.find(words_.back().hash, word.hash);
    out.cited = word.cited;
    words_.push_back(out);
  }
}

void NameWords::read_grammar(const Reading& reading) {
  for (const Found& found : reading.found) {
    if (found.nested) continue;
    const std::span<NameWord> words = own(found.paragraph);
    const unsigned sort = found.dropped ? 3 : found.entry >= 0 ? 1 : found.head == nullptr ? 4 : 2;
    for (size_t i = found.first; i < found.end; ++i) {
      const unsigned part = i == found.first ? 0 : i + 1 == found.end ? 2 : 1;
      words[i].grammar = static_cast<uint8_t>(1 + sort * 4 + part);
    }
    if (found.end < words.size() && words[found.end].grammar == 0)
      words[found.end].grammar = static_cast<uint8_t>(40 + sort);
  }
}

void NameWords::read_places(const Paragraph& paragraph, std::span<NameWord> out) const {
  const auto& words = paragraph.words;
  const auto fits = [&](const Spelling& spelling, size_t at) {
    return fits_case(spelling, words, at) && words[at].capital();
  };
  const auto mark = [&](size_t from, size_t end, unsigned sort) {
    for (size_t i = from; i < end; ++i)
      out[i].place = static_cast<uint8_t>(sort * 4 + (i == from ? 0 : 1));
    return end;
  };
  for (size_t pos = 0; pos < words.size();) {
    const Word& word = words[pos];
    if (word.capital() && (word.roles & role::kPlace) != 0) {
      if (const auto match = lexicon_.place_phrases.longest(words, pos, fits)) {
        const bool province = lexicon_.places[match.spelling->target].is_province();
        pos = mark(pos, match.end, province ? 1 : 2);
        continue;
      }
    }
    if (word.capital() && (word.roles & role::kCountry) != 0) {
      if (const auto match = lexicon_.country_phrases.longest(words, pos, fits)) {
        pos = mark(pos, match.end, 3);
        continue;
      }
    }
    if (word.capital() && (word.roles & role::kForeign) != 0) {
      if (const auto match = lexicon_.foreign_phrases.longest(words, pos, fits)) {
        pos = mark(pos, match.end, 4);
        continue;
      }
    }
    ++pos;
  }
}

void NameWords::read_phrases(std::span<NameWord> words) const {
  for (size_t first = 0; first < words.size();) {
    if (!is_capital(words[first].print)) {
      ++first;
      continue;
    }
    uint8_t code = 0;
    size_t end = first;
    uint64_t phrase = kNoPhrase;
    for (size_t i = first; i < std::min(words.size(), first + PhraseKinds::kMaxWords); ++i) {
      phrase = longer_phrase(phrase, words[i].hash, is_capital(words[i].print));
      if (const uint8_t found = phrases_.find(phrase); found != 0) code = found, end = i + 1;
    }
    for (size_t i = first; i < end; ++i) {
      const unsigned part = end == first + 1 ? 0 : i == first ? 1 : i + 1 == end ? 2 : 3;
      words[i].phrase = static_cast<uint8_t>(code * 4u + part);
    }
    first = std::max(end, first + 1);
  }
}

void NameWords::mark_near(std::span<NameWord> words) const {
  static constexpr auto kNumbered = hashes_of(kNumberedWords);
  const size_t n = words.size();
  for (size_t i = 0; i < n; ++i) {
    const NameWord& word = words[i];
    bool cue = word.grammar != 0 || (is_capital(word.print) && word.print != Print::first_capital);
    if (word.print == Print::first_capital) {
      cue |= word.letters == 1 || word.casing >= 4 || word.casing == 0;
      cue |= i + 1 < n && is_capital(words[i + 1].print) && words[i + 1].joined();
    }
    // "quận 2", "quốc lộ 14"
    if (word.print == Print::number && i > 0 && word.joint == 0) {
      constexpr unsigned kLevel = 2;
      cue |= (words[i - 1].roles & kLevel) != 0 || is_one_of(words[i - 1].hash, kNumbered);
    }
    if (!cue) continue;
    const size_t from = i < kNearBefore ? 0 : i - kNearBefore;
    for (size_t j = from; j < std::min(n, i + kNearBehind + 1); ++j) words[j].near = true;
  }
}

void NameWords::measure_runs(std::span<NameWord> words) {
  int count = 0;
  bool run = true;  // the word beside is a capital, or there is none
  for (size_t i = 0; i < words.size(); ++i) {
    NameWord& word = words[i];
    const bool capital = is_capital(word.print), joined = i > 0 && word.joined();
    const int most = capital ? kLongRun : kFarCapital;
    const int begin = capital ? 0 : 1;
    count = run == capital && (!capital || joined) ? std::min(count + 1, most) : begin;
    run = capital;
    word.left = static_cast<uint8_t>(count);
  }
  run = true;
  for (size_t i = words.size(); i-- > 0;) {
    NameWord& word = words[i];
    const bool capital = is_capital(word.print);
    const bool joined = i + 1 < words.size() && words[i + 1].joined();
    const int most = capital ? kLongRun : kFarCapital;
    const int begin = capital ? 0 : 1;
    count = run == capital && (!capital || joined) ? std::min(count + 1, most) : begin;
    run = capital;
    word.right = static_cast<uint8_t>(count);
  }
}

// The slot of a word: its own, or the empty one where it belongs.
NameWords::ArticleSlot& NameWords::article_slot(uint32_t hash) {
  for (size_t at = hash;; ++at) {
    ArticleSlot& slot = article_slots_[at & (article_slots_.size() - 1)];
    if (slot.reading != readings_ || slot.hash == hash) return slot;
  }
}

void NameWords::read_article() {
  static constexpr auto kTitles = hashes_of(kTitleWords);
  static constexpr auto kPlaces = hashes_of(kPlaceWords);
  article_words_.assign(1, {});
  if (article_slots_.size() <= 2 * words_.size())
    article_slots_.assign(std::bit_ceil(2 * words_.size() + 1), {});
  if (++readings_ == 0) article_slots_.assign(article_slots_.size(), {}), readings_ = 1;
  for (NameWord& word : words_) {
    if (!is_capital(word.print)) continue;
    ArticleSlot& slot = article_slot(word.hash);
    if (slot.reading != readings_) {
      const bool room = article_words_.size() < UINT16_MAX;
      slot = {.reading = readings_,
              .hash = word.hash,
              .word = static_cast<uint16_t>(room ? article_words_.size() : 0)};
      if (room) article_words_.emplace_back();
    }
    word.article = slot.word;
  }
  for (const NameWord& word : words_) {
    if (word.print != Print::small) continue;
    const ArticleSlot& slot = article_slot(word.hash);
    if (slot.reading != readings_ || slot.word == 0) continue;
    article_words_[slot.word].smalls = one_more(article_words_[slot.word].smalls);
  }
  for (size_t p = 0; p + 1 < begins_.size(); ++p) {
    const std::span<NameWord> words = own(p);
    for (size_t first = 0; first < words.size();) {
      if (!is_capital(words[first].print)) {
        ++first;
        continue;
      }
      size_t end = first + 1;
      while (end < words.size() && is_capital(words[end].print) && words[end].joined()) ++end;
      const bool spaced = first > 0 && words[first].joint == 0;
      const bool titled = spaced && is_one_of(words[first - 1].hash, kTitles);
      const bool placed = spaced && is_one_of(words[first - 1].hash, kPlaces);
      const bool opens = is_one_of(words[first].hash, kTitles);
      for (size_t i = first; i < end; ++i) {
        ArticleWord& word = article_words_[words[i].article];
        word.capitals = one_more(word.capitals);
        if (titled || (opens && i > first)) word.titled = one_more(word.titled);
        if (placed) word.placed = one_more(word.placed);
        if (i > first && (words[first].roles & 1) != 0) word.named = one_more(word.named);
        if (const uint8_t code = words[i].phrase / 4; code % 4 >= word.known % 4 && code != 0)
          word.known = code;
        const size_t others = std::min<size_t>(end - first - 1, kMaxRun + 1);
        word.longest = std::max(word.longest, static_cast<uint8_t>(others));
      }
      first = end;
    }
  }
  article_words_[0] = {};
}

}  // namespace khobao::recognise
