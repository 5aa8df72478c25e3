#include "searcher/reading/spelling/keyboard.h"

#include <array>

#include "common/text/letters/syllable.h"
#include "common/text/letters/utf8.h"

namespace khobao::reading {
namespace {

// From a to z, the keys that touch each on a QWERTY keyboard.
constexpr std::array<std::string_view, 26> kBeside = {
    "qwsz",   "vghn",  "xdfv", "serfcx", "wsdr", "drtgvc", "ftyhbv", "gyujnb", "ujko",
    "huiknm", "jiolm", "kop",  "njk",    "bhjm", "iklp",   "ol",     "wa",     "edft",
    "awedxz", "rfgy",  "yhji", "cfgb",   "qase", "zsdc",   "tghu",   "asx"};

struct Keys {
  char32_t letter;
  std::string_view keys;
};
constexpr Keys kMarked[] = {{U'ă', "aw"}, {U'â', "aa"}, {U'ê', "ee"}, {U'ô', "oo"},
                            {U'ơ', "ow"}, {U'ư', "uw"}, {U'đ', "dd"}};

// In the order of text::Tone.
constexpr std::string_view kToneKeys[] = {"", "f", "r", "x", "s", "j"};

}  // namespace

std::string_view keys_beside(char key) {
  return key >= 'a' && key <= 'z' ? kBeside[static_cast<size_t>(key - 'a')] : std::string_view();
}

std::string telex_keys(std::string_view word) {
  std::string keys;
  std::string_view tone_key;
  for (const char32_t c : text::to_code_points(word)) {
    const auto [letter, tone] = text::split_tone(c);
    if (tone != text::Tone::level) tone_key = kToneKeys[static_cast<size_t>(tone)];
    std::string_view marked;
    for (const Keys& entry : kMarked) {
      if (entry.letter == letter) marked = entry.keys;
    }
    if (marked.empty()) {
      text::append_code_point(keys, letter);
    } else {
      keys += marked;
    }
  }
  return keys.append(tone_key);
}

}  // namespace khobao::reading
