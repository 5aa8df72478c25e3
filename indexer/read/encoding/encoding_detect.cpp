#include "indexer/read/encoding/encoding_detect.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "common/text/letters/normalise.h"
#include "common/text/letters/syllable.h"
#include "common/text/letters/utf8.h"
#include "common/text/vocabulary.h"

namespace khobao::read {
namespace {

// How much is read to judge by: enough for certainty, little enough to be cheap.
constexpr int kEnoughWords = 400;
constexpr size_t kSampleBytes = size_t{256} << 10;

// A charset is taken where at least this share of the accented words are Vietnamese, this far ahead
// of the next charset. Measured on headlines and paragraphs of news in each encoding: right ones
// score over 0.85, wrong ones under 0.45.
constexpr double kPlausible = 0.7;
constexpr double kMargin = 0.2;
constexpr double kPlausibleDeclared = 0.5;

// Beyond doubt, for text that is valid as it stands: the mended text must reach the first, the text
// as it stands stay under the second, and lie far behind.
constexpr double kCertain = 0.85;
constexpr double kVietnamese = 0.7;
constexpr double kMendedMargin = 0.3;
constexpr double kTwiceMargin = 0.1;  // that it decodes as UTF-8 at all is evidence enough

// A syllable that is possible, but not among the common words.
constexpr double kRareSyllable = 0.4;
// In the last third of the vocabulary stand words of other languages and slips.
constexpr text::WordId kCommonWords = 8000;

bool is_separator(char32_t c) {
  return (c >= 0x2010 && c <= 0x203A) || c == 0xA0 || c == 0xA9 || c == 0xAB || c == 0xAE ||
         c == 0xB0 || c == 0xB2 || c == 0xB3 || c == 0xB7 || c == 0xBB || c == 0xD7 ||
         c == 0xFEFF || c == 0x20AC || c == 0x2122;
}

bool is_word_character(char32_t c) {
  if (c >= 0x80) return !is_separator(c);
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_small(char32_t c) { return u_islower(static_cast<UChar32>(c)); }
bool is_capital(char32_t c) { return u_isupper(static_cast<UChar32>(c)); }

// Vietnamese print has "Việt", "VIỆT" and "việt", never "viỆt": a wrong table mixes them.
bool is_mixed_case(std::u32string_view word) {
  for (size_t i = 1; i < word.size(); ++i) {
    if (is_small(word[i - 1]) && is_capital(word[i])) return true;
    if (i >= 2 && is_capital(word[i - 1]) && is_capital(word[i - 2]) && is_small(word[i]))
      return true;
  }
  return false;
}

double score_word(std::string_view word) {
  const std::u32string composed = text::to_code_points(text::compose(word));
  if (composed.size() > 8 || is_mixed_case(composed)) return 0;    // "nghiêng" has seven letters
  if (composed.find(U'\u00AD') != std::u32string::npos) return 0;  // the soft hyphen is ư in TCVN3
  const std::string normal = text::normalise_word(word);
  const auto id = text::vocabulary().find(normal);
  const bool is_common = id && *id < kCommonWords;
  if (!text::parse_syllable(text::to_code_points(normal))) return is_common ? kRareSyllable : 0;
  return is_common ? 1 : kRareSyllable;
}

// Moves `pos` (at '<') past a tag, as far as it looks like one.
void skip_tag(std::string_view s, size_t& pos) {
  constexpr size_t kLongestTag = 2000;
  const size_t end = s.substr(0, pos + kLongestTag).find('>', pos);
  pos = end == std::string_view::npos ? pos + 1 : end + 1;
}

bool begins_tag(std::string_view s, size_t pos) {
  if (s[pos] != '<' || pos + 1 >= s.size()) return false;
  const char next = s[pos + 1];
  return next == '/' || next == '!' || next == '?' || (next >= 'a' && next <= 'z') ||
         (next >= 'A' && next <= 'Z');
}

Mojibake mojibake_of(LegacyCharset charset) {
  switch (charset) {
    case LegacyCharset::tcvn3: return Mojibake::tcvn3;
    case LegacyCharset::vni: return Mojibake::vni;
    case LegacyCharset::viscii: return Mojibake::viscii;
    case LegacyCharset::windows_1258: return Mojibake::windows_1258;
    case LegacyCharset::vietware_x: break;  // no text shows it by itself
  }
  return Mojibake::none;
}

std::optional<LegacyCharset> charset_of(Mojibake mojibake) {
  for (LegacyCharset charset : kLegacyCharsets) {
    if (mojibake_of(charset) == mojibake) return charset;
  }
  return std::nullopt;
}

struct Candidate {
  LegacyCharset charset = LegacyCharset::tcvn3;
  Plausibility plausibility;
};

// The most plausible charset and the share of the next one.
std::pair<Candidate, double> best_candidate(std::string_view bytes) {
  Candidate best;
  double next = 0;
  for (LegacyCharset charset : kLegacyCharsets) {
    const Plausibility plausibility = judge(decode(charset, bytes));
    if (plausibility.share > best.plausibility.share) {
      next = best.plausibility.share;
      best = {charset, plausibility};
    } else if (plausibility.share > next) {
      next = plausibility.share;
    }
  }
  return {best, next};
}

// The bytes that windows-1252 has for a run of characters, up to the end of the line or to one that
// it does not have.
std::string take_windows_1252_run(std::string_view utf8, size_t& pos) {
  std::string bytes;
  while (pos < utf8.size() && !bytes.ends_with('\n')) {
    size_t next = pos;
    const auto byte = windows_1252_byte(text::next_code_point(utf8, next));
    if (!byte) break;
    bytes += static_cast<char>(*byte);
    pos = next;
  }
  return bytes;
}

}  // namespace

Plausibility judge(std::string_view utf8) {
  utf8 = text::prefix_bytes(utf8, kSampleBytes);
  Plausibility result;
  double sum = 0;
  for (size_t pos = 0; pos < utf8.size() && result.words < kEnoughWords;) {
    if (begins_tag(utf8, pos)) {
      skip_tag(utf8, pos);
      continue;
    }
    size_t end = pos;
    bool accented = false;
    while (end < utf8.size()) {
      size_t next = end;
      const char32_t c = text::next_code_point(utf8, next);
      if (!is_word_character(c)) break;
      accented = accented || c >= 0x80;
      end = next;
    }
    if (end == pos) {
      text::next_code_point(utf8, pos);
      continue;
    }
    if (accented) {
      ++result.words;
      sum += score_word(utf8.substr(pos, end - pos));
    } else {
      ++result.plain_words;
    }
    pos = end;
  }
  if (result.words > 0) result.share = sum / result.words;
  return result;
}

std::optional<LegacyCharset> detect_legacy(std::string_view bytes,
                                           std::optional<LegacyCharset> declared) {
  bytes = bytes.substr(0, kSampleBytes);
  const auto [best, next] = best_candidate(bytes);
  if (declared) {
    const double share = judge(decode(*declared, bytes)).share;
    if (share >= kPlausibleDeclared && share >= best.plausibility.share - kMargin) return declared;
  }
  if (best.plausibility.share < kPlausible || best.plausibility.share - next < kMargin) {
    return std::nullopt;
  }
  return best.charset;
}

Mojibake detect_mojibake(std::string_view utf8) {
  utf8 = text::prefix_bytes(utf8, kSampleBytes);
  const double as_it_stands = judge(utf8).share;
  if (as_it_stands >= kVietnamese) return Mojibake::none;
  const double twice = judge(mend_mojibake(utf8, Mojibake::utf8_twice)).share;
  if (twice >= kCertain && twice >= as_it_stands + kTwiceMargin) return Mojibake::utf8_twice;
  const double wanted = std::max(kCertain, as_it_stands + kMendedMargin);
  std::string bytes;
  for (size_t pos = 0; pos < utf8.size();) {
    const size_t begin = pos;
    bytes += take_windows_1252_run(utf8, pos);
    if (pos > begin) continue;
    text::next_code_point(utf8, pos);
    bytes += ' ';
  }
  const auto [best, next] = best_candidate(bytes);
  constexpr int kFewestWords = 2;  // one word alone may be a name of any language
  if (best.plausibility.words < kFewestWords || best.plausibility.share < wanted)
    return Mojibake::none;
  return best.plausibility.share - next >= kMargin ? mojibake_of(best.charset) : Mojibake::none;
}

namespace {

// UTF-8 read as windows-1252 where there is no charset.
std::string mend_runs(std::string_view utf8, std::optional<LegacyCharset> charset) {
  std::string out;
  for (size_t pos = 0; pos < utf8.size();) {
    const size_t begin = pos;
    const std::string bytes = take_windows_1252_run(utf8, pos);
    const bool mendable = pos > begin && (charset || text::is_valid_utf8(bytes));
    if (pos == begin) text::next_code_point(utf8, pos);
    if (!mendable) {
      out += utf8.substr(begin, pos - begin);
    } else {
      out += charset ? decode(*charset, bytes) : bytes;
    }
  }
  return out;
}

}  // namespace

std::string mend_mojibake(std::string_view utf8, Mojibake mojibake) {
  if (mojibake == Mojibake::none) return std::string(utf8);
  return mend_runs(utf8, charset_of(mojibake));
}

std::string mend_mojibake(std::string_view utf8, LegacyCharset charset) {
  return mend_runs(utf8, charset);
}

}  // namespace khobao::read
