#include "indexer/read/lines/line_words.h"

#include <array>

#include "common/text/letters/char_class.h"
#include "common/text/letters/fold.h"
#include "common/text/letters/normalise.h"
#include "common/text/letters/syllable.h"
#include "common/text/letters/utf8.h"

namespace khobao::read {
namespace {

using text::CharClass;
using text::is_ascii_digit;

bool joins_digits(std::string_view line, size_t pos) {
  const char c = line[pos];
  return (c == '.' || c == ',' || c == ':' || c == '/' || c == '-') && pos + 1 < line.size() &&
         is_ascii_digit(line[pos + 1]);
}

size_t number_end(std::string_view line, size_t pos) {
  while (pos < line.size() && (is_ascii_digit(line[pos]) || joins_digits(line, pos))) ++pos;
  return pos;
}

void append_space(std::string& out) {
  if (!out.empty()) out += ' ';
}

bool is_toned_last_vowel(char32_t c) {
  const auto [vowel, tone] = text::split_tone(c);
  return tone != text::Tone::level && (vowel == 'a' || vowel == 'e' || vowel == 'y');
}

// Letters and digits as a form has them; 0 for what separates words.
constexpr std::array<char, 128> kAsciiForms = [] {
  std::array<char, 128> forms{};
  for (const unsigned char c : std::string_view("0123456789")) forms[c] = static_cast<char>(c);
  for (unsigned char c = 'a'; c <= 'z'; ++c)
    forms[c] = forms[c - size_t{'a' - 'A'}] = static_cast<char>(c);
  return forms;
}();

// The words of a line in lower case as they are read, letter by letter.
class FormWriter {
 public:
  explicit FormWriter(std::string_view line) : line_(line) { form_.reserve(line.size()); }

  bool inside() const { return begin_ != std::string_view::npos; }

  void number() {
    append_space(form_);
    form_ += '#';
  }

  // A letter or digit of ASCII, in lower case.
  void ascii(size_t at, char lower) {
    if (!inside()) begin_word(at);
    before_last_ = last_;
    last_ = static_cast<unsigned char>(lower);
    form_ += lower;
  }

  // Another letter, between two places.
  void letter(size_t at, size_t end, char32_t c) {
    if (!inside()) begin_word(at);
    before_last_ = last_;
    last_ = lower(text::mend_look_alike(c));
    if (last_ == c && c != text::kReplacement) {
      form_.append(line_, at, end - at);
    } else {
      text::append_code_point(form_, last_);
    }
  }

  // Only words that end like "hoà" or "thuỷ" have their tone re-placed: they are the ones for which
  // print has two ways.
  void end_word(size_t end) {
    if (!inside()) return;
    if ((before_last_ == 'o' || before_last_ == 'u') && last_ >= 0x80 &&
        is_toned_last_vowel(last_)) {
      const std::string placed = text::normalise_word(line_.substr(begin_, end - begin_));
      form_.replace(form_begin_, std::string::npos, placed);
    }
    begin_ = std::string_view::npos;
  }

  std::string take() { return std::move(form_); }

 private:
  void begin_word(size_t at) {
    append_space(form_);
    begin_ = at;
    form_begin_ = form_.size();
    last_ = before_last_ = 0;
  }

  const std::string_view line_;
  std::string form_;
  size_t begin_ = std::string_view::npos, form_begin_ = 0;  // of the word, in the line and in form_
  char32_t last_ = 0, before_last_ = 0;                     // letters of the word
};

}  // namespace

std::string comparison_form(std::string_view line) {
  FormWriter form(line);
  for (size_t pos = 0; pos < line.size();) {
    const size_t at = pos;
    if (!form.inside() && is_ascii_digit(line[pos])) {
      pos = number_end(line, pos);
      form.number();
      continue;
    }
    if (const auto byte = static_cast<unsigned char>(line[pos]); byte < 0x80) {
      ++pos;
      if (kAsciiForms[byte] == 0) {
        form.end_word(at);
      } else {
        form.ascii(at, kAsciiForms[byte]);
      }
      continue;
    }
    const char32_t c = text::next_code_point(line, pos);
    if (text::classify(c) == CharClass::separator) {
      form.end_word(at);
    } else {
      form.letter(at, pos, c);
    }
  }
  form.end_word(line.size());
  return form.take();
}

size_t count_words(std::string_view line) {
  size_t words = 0;
  bool inside = false;
  for (char c : line) {
    words += !inside && c != ' ';
    inside = c != ' ';
  }
  return words;
}

char32_t lower(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 32 : c;
  if (c >= 0xC0 && c <= 0xDE) return c == 0xD7 ? c : c + 32;
  const bool paired = (c >= 0x100 && c <= 0x137) || (c >= 0x14A && c <= 0x177) ||
                      (c >= 0x1A0 && c <= 0x1A5) || (c >= 0x1E00 && c <= 0x1EFF);
  if (paired) return c | 1;
  return c == 0x1AF ? 0x1B0 : c;
}

bool is_upper(char32_t c) { return lower(c) != c; }

bool starts_upper(std::string_view word) {
  size_t pos = 0;
  while (pos < word.size()) {
    const char32_t c = text::next_code_point(word, pos);
    if (text::classify(c) == CharClass::letter) return is_upper(c);
    if (text::classify(c) == CharClass::digit) return false;
  }
  return false;
}

std::string bare_key(std::string_view key) {
  std::string out;
  for (const char c : text::fold(comparison_form(key))) {
    if (is_ascii_digit(c) || (c >= 'a' && c <= 'z')) out += c;
  }
  return out;
}

bool is_all_capitals(std::string_view line) {
  bool letters = false;
  for (size_t pos = 0; pos < line.size();) {
    const char32_t c = text::next_code_point(line, pos);
    if (text::classify(c) != CharClass::letter) continue;
    if (!is_upper(c)) return false;
    letters = true;
  }
  return letters;
}

bool ends_sentence(std::string_view line) {
  constexpr std::string_view kClosers[] = {"\"", "'", ")", "]", "”", "’", "»"};
  for (bool again = true; again;) {
    again = false;
    for (std::string_view closer : kClosers) {
      if (line.ends_with(closer)) line.remove_suffix(closer.size()), again = true;
    }
  }
  return line.ends_with('.') || line.ends_with('!') || line.ends_with('?') || line.ends_with("…");
}

}  // namespace khobao::read
