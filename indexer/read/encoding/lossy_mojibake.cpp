#include "indexer/read/encoding/lossy_mojibake.h"

#include <array>
#include <optional>
#include <vector>

#include "common/text/letters/normalise.h"
#include "common/text/letters/utf8.h"
#include "common/text/vocabulary.h"
#include "indexer/read/encoding/legacy_charset.h"

namespace khobao::read {
namespace {

constexpr size_t kLongestWordBytes = 60;
constexpr size_t kMostReadings = 64;  // of one word

// Bytes that windows-1252 has no sign for.
constexpr std::array<unsigned char, 5> kDropped = {0x81, 0x8D, 0x8F, 0x90, 0x9D};

int continuations(unsigned char lead) {
  if (lead >= 0xC3 && lead <= 0xC6) return 1;
  return lead == 0xE1 ? 2 : 0;
}

// What a continuation byte can have been where `next` stands now, and whether `next` was it.
struct Choice {
  unsigned char byte = 0;
  bool takes_next = false;
};

std::vector<Choice> choices(std::optional<char32_t> next) {
  std::vector<Choice> out;
  if (next) {
    const auto byte = windows_1252_byte(*next);
    if (byte && *byte >= 0x80 && *byte < 0xC0) return {{static_cast<unsigned char>(*byte), true}};
    if (*next == '\'') out = {{0x91, true}, {0x92, true}};
    if (*next == '"') out = {{0x93, true}, {0x94, true}};
    if (*next == '-') out = {{0x96, true}, {0x97, true}};
  }
  for (const unsigned char byte : kDropped) out.push_back({byte, false});
  return out;
}

struct Reading {
  std::string bytes;
  size_t pos = 0;  // in the word's code points
};

// Every reading of the code points of a word, up to kMostReadings; `changed` where one was mended.
std::vector<std::string> readings_of(const std::u32string& word) {
  std::vector<Reading> open = {Reading()};
  std::vector<std::string> done;
  while (!open.empty() && done.size() < kMostReadings) {
    Reading reading = std::move(open.back());
    open.pop_back();
    if (reading.pos >= word.size()) {
      done.push_back(std::move(reading.bytes));
      continue;
    }
    const char32_t c = word[reading.pos];
    const auto lead = windows_1252_byte(c);
    const int wanted = lead ? continuations(static_cast<unsigned char>(*lead)) : 0;
    if (wanted == 0) {
      text::append_code_point(reading.bytes, c);
      ++reading.pos;
      open.push_back(std::move(reading));
      continue;
    }
    ++reading.pos;
    reading.bytes += static_cast<char>(*lead);
    std::vector<Reading> level = {std::move(reading)};
    for (int n = 0; n < wanted; ++n) {
      std::vector<Reading> next_level;
      for (const Reading& before : level) {
        const auto next = before.pos < word.size() ? std::optional(word[before.pos]) : std::nullopt;
        for (const Choice& choice : choices(next)) {
          next_level.push_back(
              {before.bytes + static_cast<char>(choice.byte), before.pos + choice.takes_next});
        }
      }
      level = std::move(next_level);
    }
    for (Reading& next : level) {
      if (open.size() < kMostReadings) open.push_back(std::move(next));
    }
  }
  return done;
}

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Ã, Ä, Å, Æ in front of a sign, or "áº", "á»". `flattened`: whether what comes after the letter is a
// quotation mark that was a sign.
template <class Flattened>
bool has_doubled_letter(std::string_view utf8, const Flattened& flattened) {
  for (size_t at = utf8.find('\xC3'); at != std::string_view::npos;
       at = utf8.find('\xC3', at + 1)) {
    const std::string_view rest = utf8.substr(at + 1);
    if (rest.empty()) return false;
    const auto letter = static_cast<unsigned char>(rest[0]);
    const auto next = rest.size() > 1 ? static_cast<unsigned char>(rest[1]) : ' ';
    const bool sign = next == 0xC2 || next == 0xE2 || next == 0xCB || next == 0xC5 || next == 0xC6 ||
                      flattened(rest.substr(1));
    if ((letter == 0x83 || letter == 0x84 || letter == 0x85 || letter == 0x86) && sign) return true;
    if (letter == 0xA1 && next == 0xC2 && rest.size() > 2 && (rest[2] == '\xBA' || rest[2] == '\xBB'))
      return true;
  }
  return false;
}

// Of a word in a line that was encoded twice.
bool may_be_encoded_twice(std::string_view word) {
  return has_doubled_letter(word, [](std::string_view behind) {
    return behind.starts_with('\'') || behind.starts_with('"');
  });
}

std::string mend_word(std::string_view word) {
  if (word.size() > kLongestWordBytes || !may_be_encoded_twice(word)) return std::string(word);
  std::string best(word);
  std::optional<text::WordId> best_id;
  for (const std::string& bytes : readings_of(text::to_code_points(word))) {
    if (!text::is_valid_utf8(bytes)) continue;
    const auto id = text::vocabulary().find(text::normalise_word(bytes));
    if (id && (!best_id || *id < *best_id)) best = bytes, best_id = id;
  }
  return best;
}

bool is_word_break(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == ',' || c == '.' || c == '(' || c == ')' ||
         c == ':' || c == ';' || c == '?' || c == '!' || c == '/';
}

}  // namespace

bool looks_encoded_twice(std::string_view utf8) {
  return has_doubled_letter(utf8, [](std::string_view behind) {
    if (!behind.starts_with('\'') && !behind.starts_with('"')) return false;
    // "Ã"NG" was "ÔNG", but the author of "NHÃ" ends with her quotation mark.
    return behind.size() > 1 && (is_ascii_letter(behind[1]) || (behind[1] & 0x80) != 0);
  });
}

std::string mend_lossy(std::string_view utf8) {
  std::string out;
  for (size_t pos = 0; pos < utf8.size();) {
    size_t end = pos;
    while (end < utf8.size() && !is_word_break(utf8[end])) ++end;
    out += mend_word(utf8.substr(pos, end - pos));
    if (end < utf8.size()) out += utf8[end++];
    pos = end;
  }
  return out;
}

}  // namespace khobao::read
