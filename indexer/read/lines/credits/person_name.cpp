#include "indexer/read/lines/credits/person_name.h"

#include <algorithm>
#include <string>

#include "common/base/row_table.h"
#include "common/text/letters/char_class.h"
#include "common/text/letters/utf8.h"
#include "indexer/read/lines/clean.h"
#include "indexer/read/lines/line_words.h"

extern "C" {
extern const char khobao_not_names_begin[];
extern const char khobao_not_names_end[];
}

namespace khobao::read {
namespace {

constexpr size_t kMaxNameBytes = 60;
constexpr size_t kMaxNameWords = 5;

// Whether data/not_names.txt has these words.
bool is_no_name(std::string_view words) {
  return RowTable(khobao_not_names_begin, khobao_not_names_end).holds(words);
}

// "PV", "CTV", "BTV": the reporter's post in front of the name, or instead of it.
bool is_post(std::string_view word) {
  return word == "PV" || word == "CTV" || word == "BTV" || word == "P.V" || word == "Pv";
}

// How a word of a name is printed: "Lê", "LÊ", "L.NA", "T.", "H.N".
bool is_name_word(std::string_view word, bool& initials) {
  if (!starts_upper(word) || word.size() > 24) return false;
  size_t letters = 0;
  for (size_t pos = 0; pos < word.size();) {
    const char32_t c = text::next_code_point(word, pos);
    if (c == '.') {
      initials = true;
    } else if (text::classify(c) != text::CharClass::letter) {
      return c == '-' && letters > 0 && starts_upper(word.substr(pos));
    } else {
      ++letters;
    }
  }
  return letters > 0 && letters <= 12;
}

bool is_excluded(std::string_view name) {
  const std::string form = comparison_form(name);
  if (is_no_name(form)) return true;
  const size_t space = form.find(' ');
  if (is_no_name(std::string_view(form).substr(0, space))) return true;
  if (space == std::string::npos) return false;
  return is_no_name(std::string_view(form).substr(0, form.find(' ', space + 1)));
}

bool is_one_name(std::string_view name) {
  name = trim(name);
  if (name.empty() || name.size() > kMaxNameBytes) return false;
  size_t words = 0;
  bool initials = false, post = false;
  for (size_t pos = 0; pos < name.size(); ++words) {
    const size_t end = std::min(name.find(' ', pos), name.size());
    const std::string_view word = name.substr(pos, end - pos);
    post = post || (words == 0 && is_post(word));
    if (!is_name_word(word, initials)) return false;
    pos = end + 1;
  }
  if (words > kMaxNameWords || (words == 1 && !initials && !post)) return false;
  return post || !is_excluded(name);
}

}  // namespace

bool is_byline_name(std::string_view text) {
  text = trim(text);
  if (text.size() > 3 * kMaxNameBytes) return false;
  for (std::string_view sign : {" - ", " – ", ", ", " & ", " và "}) {
    if (const size_t at = text.find(sign); at != std::string_view::npos) {
      return is_one_name(text.substr(0, at)) && is_byline_name(text.substr(at + sign.size()));
    }
  }
  return is_one_name(text);
}

size_t leading_name_bytes(std::string_view text) {
  size_t end = 0;
  bool initials = false;
  for (size_t words = 0; words < 6 && end < text.size(); ++words) {
    const size_t begin = words == 0 ? 0 : end + 1;
    if (begin > text.size()) break;
    size_t stop = std::min(text.find_first_of(" ,;()|/", begin), text.size());
    std::string_view word = text.substr(begin, stop - begin);
    const bool closes = word.ends_with('.') && word.find('.') == word.size() - 1 && word.size() > 3;
    if (closes) word.remove_suffix(1), --stop;
    if (!is_name_word(word, initials)) break;
    end = stop;
    if (closes || stop >= text.size() || text[stop] != ' ') break;
  }
  return end > 0 && !is_excluded(text.substr(0, end)) ? end : 0;
}

}  // namespace khobao::read
