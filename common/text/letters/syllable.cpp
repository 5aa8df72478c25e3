#include "common/text/letters/syllable.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>

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

constexpr size_t kMostPartLetters = 3;  // "ngh", "uyê"

// Up to three letters as one number, of 21 bits each after a one.
constexpr uint64_t packed(std::u32string_view letters) {
  uint64_t number = 1;
  for (const char32_t c : letters) number = number << 21 | c;
  return number;
}

template <size_t N>
constexpr std::array<uint64_t, N> sorted(const std::u32string_view* list) {
  std::array<uint64_t, N> numbers{};
  for (size_t i = 0; i < N; ++i) numbers[i] = packed(list[i]);
  std::sort(numbers.begin(), numbers.end());
  return numbers;
}

constexpr auto kPackedOnsets = sorted<std::size(kOnsets)>(std::data(kOnsets));
constexpr auto kPackedVowels = sorted<std::size(kVowelGroups)>(std::data(kVowelGroups));
constexpr auto kPackedCodas = sorted<std::size(kCodas)>(std::data(kCodas));

template <size_t N>
bool contains(const std::array<uint64_t, N>& numbers, std::u32string_view letters) {
  return letters.size() <= kMostPartLetters &&
         std::binary_search(numbers.begin(), numbers.end(), packed(letters));
}

// A vowel without its tone; 0 for other characters.
struct Toned {
  char32_t vowel = 0;
  Tone tone = Tone::level;
};

// By character, from `First` on.
template <char32_t First, char32_t Last>
constexpr auto toned() {
  std::array<Toned, Last - First + 1> table{};
  for (const std::u32string_view row : kToneRows) {
    for (size_t tone = 0; tone < row.size(); ++tone) {
      if (row[tone] >= First && row[tone] <= Last)
        table[row[tone] - First] = {row[0], static_cast<Tone>(tone)};
    }
  }
  return table;
}

constexpr char32_t kFirstLatin = U'a', kLastLatin = U'\u01B0';  // ư
constexpr char32_t kFirstExtended = U'\u1EA0', kLastExtended = U'\u1EF9';
constexpr auto kLatin = toned<kFirstLatin, kLastLatin>();
constexpr auto kExtended = toned<kFirstExtended, kLastExtended>();

Toned toned_at(char32_t c) {
  if (c >= kFirstLatin && c <= kLastLatin) return kLatin[c - kFirstLatin];
  if (c >= kFirstExtended && c <= kLastExtended) return kExtended[c - kFirstExtended];
  return {};
}

// Of a vowel without its tone.
bool is_vowel(char32_t c) { return toned_at(c).vowel == c && c != 0; }

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
  const Toned toned = toned_at(c);
  return {toned.vowel == 0 ? c : toned.vowel, toned.tone};
}

char32_t add_tone(char32_t vowel, Tone tone) {
  for (std::u32string_view row : kToneRows) {
    if (row[0] == vowel) return row[static_cast<size_t>(tone)];
  }
  return vowel;
}

std::optional<Syllable> parse_syllable(std::u32string_view word) {
  if (word.empty() || word.size() > kMostSyllableLetters) return std::nullopt;
  Syllable syllable;
  std::array<char32_t, kMostSyllableLetters> letters{};
  const std::u32string_view plain(letters.data(), word.size());
  for (size_t i = 0; i < word.size(); ++i) {
    const char32_t c = word[i];
    const auto [vowel, tone] = split_tone(c);
    if (tone != Tone::level) {
      if (syllable.tone != Tone::level) return std::nullopt;
      syllable.tone = tone;
    }
    letters[i] = vowel;
  }
  size_t vowel_begin = 0;
  while (vowel_begin < plain.size() && !is_vowel(plain[vowel_begin])) ++vowel_begin;
  // The u of "qu" and the i of "gi" belong to the onset where another vowel follows.
  const std::u32string_view initial = plain.substr(0, vowel_begin);
  if (vowel_begin + 1 < plain.size() && is_vowel(plain[vowel_begin + 1]) &&
      ((initial == U"q" && plain[vowel_begin] == U'u') ||
       (initial == U"g" && plain[vowel_begin] == U'i'))) {
    ++vowel_begin;
  }
  size_t vowel_end = vowel_begin;
  while (vowel_end < plain.size() && is_vowel(plain[vowel_end])) ++vowel_end;
  const std::u32string_view onset = plain.substr(0, vowel_begin), coda = plain.substr(vowel_end);
  const std::u32string_view vowels = plain.substr(vowel_begin, vowel_end - vowel_begin);
  if (!onset.empty() && !contains(kPackedOnsets, onset)) return std::nullopt;
  if (!contains(kPackedVowels, vowels)) return std::nullopt;
  if (!coda.empty() && !contains(kPackedCodas, coda)) return std::nullopt;
  syllable.onset = onset;
  syllable.vowels = vowels;
  syllable.coda = coda;
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
