#include "common/text/letters/syllable.h"

#include <algorithm>
#include <array>

namespace khobao::text {
namespace {

// Vowel rows in the order of Tone.
constexpr std::array<std::u32string_view, 12> kToneRows = {
    U"aàảãáạ", U"ăằẳẵắặ", U"âầẩẫấậ", U"eèẻẽéẹ", U"êềểễếệ", U"iìỉĩíị",
    U"oòỏõóọ", U"ôồổỗốộ", U"ơờởỡớợ", U"uùủũúụ", U"ưừửữứự", U"yỳỷỹýỵ",
};

constexpr std::array<std::u32string_view, 27> kOnsets = {
    U"b",  U"c",   U"ch", U"d", U"đ",  U"g",  U"gh", U"gi", U"h", U"k",  U"kh", U"l", U"m", U"n",
    U"ng", U"ngh", U"nh", U"p", U"ph", U"qu", U"r",  U"s",  U"t", U"th", U"tr", U"v", U"x"};

// Every vowel group of the standard language, without tones.
constexpr std::u32string_view kVowelGroups[] = {
    U"a",   U"ă",   U"â",   U"e",   U"ê",   U"i",   U"o",   U"ô",   U"ơ",   U"u",   U"ư",   U"y",
    U"ai",  U"ao",  U"au",  U"ay",  U"âu",  U"ây",  U"eo",  U"êu",  U"ia",  U"iê",  U"iu",  U"oa",
    U"oă",  U"oe",  U"oi",  U"oo",  U"ôi",  U"ơi",  U"ua",  U"uâ",  U"uê",  U"ui",  U"uô",  U"uơ",
    U"uy",  U"ưa",  U"ưi",  U"ươ",  U"ưu",  U"yê",  U"iêu", U"yêu", U"oai", U"oao", U"oay", U"oeo",
    U"uây", U"uôi", U"uya", U"uyê", U"uyu", U"ươi", U"ươu", U"uêu"};

constexpr std::u32string_view kCodas[] = {U"c", U"ch", U"m", U"n", U"ng", U"nh", U"p", U"t"};

template <class List>
bool contains(const List& list, std::u32string_view item) {
  return std::find(std::begin(list), std::end(list), item) != std::end(list);
}

bool is_vowel(char32_t c) {
  return std::any_of(kToneRows.begin(), kToneRows.end(), [c](auto row) { return row[0] == c; });
}

// Which vowel of an untoned group bears the mark: the one with its own mark (the ơ of ươ) wins;
// before a coda the last; in three open vowels the middle; else the first, the older style of
// "hòa", "khỏe", "thủy".
size_t bearer(std::u32string_view vowels, bool closed) {
  for (size_t i = vowels.size(); i-- > 0;) {
    if (std::u32string_view(U"ăâêôơ").find(vowels[i]) != std::u32string_view::npos) return i;
  }
  if (const size_t horn = vowels.find(U'ư'); horn != std::u32string_view::npos) return horn;
  if (closed) return vowels.size() - 1;
  return vowels.size() >= 3 ? 1 : 0;
}

}  // namespace

std::pair<char32_t, Tone> split_tone(char32_t c) {
  if (c < 0xE0) return {c, Tone::level};
  for (std::u32string_view row : kToneRows) {
    const size_t tone = row.find(c);
    if (tone != std::u32string_view::npos) return {row[0], static_cast<Tone>(tone)};
  }
  return {c, Tone::level};
}

char32_t add_tone(char32_t vowel, Tone tone) {
  for (std::u32string_view row : kToneRows) {
    if (row[0] == vowel) return row[static_cast<size_t>(tone)];
  }
  return vowel;
}

std::optional<Syllable> parse_syllable(std::u32string_view word) {
  if (word.empty() || word.size() > 8) return std::nullopt;  // "nghiêng" has seven letters
  Syllable syllable;
  std::u32string plain;
  for (char32_t c : word) {
    const auto [vowel, tone] = split_tone(c);
    if (tone != Tone::level) {
      if (syllable.tone != Tone::level) return std::nullopt;
      syllable.tone = tone;
    }
    plain += vowel;
  }
  size_t vowel_begin = 0;
  while (vowel_begin < plain.size() && !is_vowel(plain[vowel_begin])) ++vowel_begin;
  // The u of "qu" and the i of "gi" belong to the onset where another vowel follows.
  const std::u32string_view initial(plain.data(), vowel_begin);
  if (vowel_begin + 1 < plain.size() && is_vowel(plain[vowel_begin + 1]) &&
      ((initial == U"q" && plain[vowel_begin] == U'u') ||
       (initial == U"g" && plain[vowel_begin] == U'i'))) {
    ++vowel_begin;
  }
  size_t vowel_end = vowel_begin;
  while (vowel_end < plain.size() && is_vowel(plain[vowel_end])) ++vowel_end;
  syllable.onset = plain.substr(0, vowel_begin);
  syllable.vowels = plain.substr(vowel_begin, vowel_end - vowel_begin);
  syllable.coda = plain.substr(vowel_end);
  if (!syllable.onset.empty() && !contains(kOnsets, syllable.onset)) return std::nullopt;
  if (!contains(kVowelGroups, syllable.vowels)) return std::nullopt;
  if (!syllable.coda.empty() && !contains(kCodas, syllable.coda)) return std::nullopt;
  return syllable;
}

std::u32string spell(const Syllable& syllable) {
  std::u32string vowels = syllable.vowels;
  const size_t at = bearer(vowels, !syllable.coda.empty());
  vowels[at] = add_tone(vowels[at], syllable.tone);
  return syllable.onset + vowels + syllable.coda;
}

std::u32string place_tone(std::u32string_view word) {
  const auto syllable = parse_syllable(word);
  return syllable ? spell(*syllable) : std::u32string(word);
}

}  // namespace khobao::text
