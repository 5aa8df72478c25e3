#include "common/text/letters/telex.h"

#include "common/text/letters/normalise.h"
#include "common/text/letters/syllable.h"
#include "common/text/letters/utf8.h"

namespace khobao::text {
namespace {

bool is_plain_vowel(char32_t c) {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}

// The last vowel that `mark` turns into another letter, turned: circumflex a e o, horn o u (both of
// "uo"), breve a. False where there is none.
bool mark_vowel(std::u32string& letters, char32_t mark) {
  constexpr std::u32string_view kPlain = U"aeo", kCircumflex = U"âêô";
  for (size_t i = letters.size(); i-- > 0;) {
    char32_t& c = letters[i];
    if (mark == '^' && kPlain.find(c) != std::u32string_view::npos)
      return c = kCircumflex[kPlain.find(c)], true;
    if (mark == '(' && c == 'a') return c = U'ă', true;
    if (mark == '+' && (c == 'o' || c == 'u')) {
      const bool after_u =
          c == 'o' && i > 0 && letters[i - 1] == 'u' && !(i > 1 && letters[i - 2] == 'q');
      if (after_u) letters[i - 1] = U'ư';
      if (c == 'u' && i + 1 < letters.size() && letters[i + 1] == 'o') letters[i + 1] = U'ơ';
      return c = c == 'o' ? U'ơ' : U'ư', true;
    }
  }
  return false;
}

std::optional<std::string> syllable_of(const std::u32string& letters, Tone tone) {
  // Open, it is "uơ": thuowr is thuở.
  std::u32string typed = letters;
  if (typed.ends_with(U"ươ")) typed[typed.size() - 2] = U'u';
  auto syllable = parse_syllable(typed);
  if (!syllable) return std::nullopt;
  // Closed by a stop, a syllable takes the acute and the dot only.
  const bool stop = syllable->coda == U"c" || syllable->coda == U"ch" || syllable->coda == U"p" ||
                    syllable->coda == U"t";
  if (stop && tone != Tone::acute && tone != Tone::dot) return std::nullopt;
  syllable->tone = tone;
  return to_utf8(spell(*syllable));
}

}  // namespace

std::optional<std::string> read_telex(std::string_view word) {
  std::u32string letters;
  Tone tone = Tone::level;
  bool vowel_seen = false, marked = false;
  for (size_t i = 0; i < word.size(); ++i) {
    const char c = word[i];
    if (c < 'a' || c > 'z' || letters.size() > kMostSyllableLetters) return std::nullopt;
    constexpr std::string_view kTones = "frsxj";
    constexpr Tone kToneOf[] = {Tone::grave, Tone::hook, Tone::acute, Tone::tilde, Tone::dot};
    const size_t tone_key = kTones.find(c);
    if (vowel_seen && tone_key != std::string_view::npos) {
      tone = kToneOf[tone_key];
      marked = true;
    } else if (c == 'd' && !letters.empty() && (letters.front() == 'd') &&
               (letters.size() == 1 || i + 1 == word.size())) {
      letters.front() = U'đ';
      marked = true;
    } else if (c == 'w') {
      // After "a" a breve, else a horn; alone it is ư.
      const bool breve = letters.find('a') != std::u32string::npos &&
                         letters.find('u') == std::u32string::npos &&
                         letters.find('o') == std::u32string::npos;
      if (!mark_vowel(letters, breve ? '(' : '+')) letters += U'ư';
      vowel_seen = marked = true;
    } else if ((c == 'a' || c == 'e' || c == 'o') && vowel_seen &&
               letters.find(static_cast<char32_t>(c)) != std::u32string::npos &&
               (letters.back() == static_cast<char32_t>(c) || !is_plain_vowel(letters.back()))) {
      const size_t at = letters.rfind(static_cast<char32_t>(c));
      letters[at] = c == 'a' ? U'â' : c == 'e' ? U'ê' : U'ô';
      marked = true;
    } else {
      letters += static_cast<char32_t>(c);
      vowel_seen = vowel_seen || is_plain_vowel(static_cast<char32_t>(c));
    }
  }
  if (!marked) return std::nullopt;
  return syllable_of(letters, tone);
}

std::optional<std::string> read_telex_letters(std::string_view word) {
  constexpr std::string_view kDoubled = "aeo", kTones = "frsxj";
  constexpr std::u32string_view kCircumflex = U"âêô", kVowels = U"aăâeêioôơuưy";
  constexpr char32_t kMarkOf[] = {0x300, 0x309, 0x301, 0x303, 0x323};
  std::u32string letters;
  bool marked = false;
  for (const char c : word) {
    if (c < 'a' || c > 'z') return std::nullopt;
    const char32_t last = letters.empty() ? 0 : letters.back();
    const size_t doubled = kDoubled.find(c);
    char32_t together = 0;
    if (c == 'd' && last == 'd') together = U'đ';
    if (doubled != std::string_view::npos && last == static_cast<char32_t>(c))
      together = kCircumflex[doubled];
    if (c == 'w') together = last == 'a' ? U'ă' : last == 'o' ? U'ơ' : last == 'u' ? U'ư' : 0;
    if (together != 0) {
      letters.back() = together;
      marked = true;
    } else {
      letters += static_cast<char32_t>(c);
    }
  }
  if (!marked) return std::nullopt;
  const size_t tone = kTones.find(word.back());
  const size_t vowel = letters.find_last_of(kVowels);
  if (tone != std::string_view::npos && vowel != std::u32string::npos &&
      letters.size() > vowel + 1) {
    letters.pop_back();
    letters.insert(vowel + 1, 1, kMarkOf[tone]);
  }
  return normalise_word(to_utf8(letters));
}

std::optional<std::string> read_vni(std::string_view word) {
  std::u32string letters;
  Tone tone = Tone::level;
  bool marked = false;
  for (const char c : word) {
    if (c >= 'a' && c <= 'z') {
      letters += static_cast<char32_t>(c);
      continue;
    }
    constexpr Tone kToneOf[] = {Tone::acute, Tone::grave, Tone::hook, Tone::tilde, Tone::dot};
    marked = true;
    if (c >= '1' && c <= '5') {
      tone = kToneOf[c - '1'];
    } else if (c == '9' && !letters.empty() && letters.front() == 'd') {
      letters.front() = U'đ';
    } else if (!((c == '6' && mark_vowel(letters, '^')) || (c == '7' && mark_vowel(letters, '+')) ||
                 (c == '8' && mark_vowel(letters, '(')))) {
      return std::nullopt;
    }
  }
  if (!marked) return std::nullopt;
  return syllable_of(letters, tone);
}

}  // namespace khobao::text
