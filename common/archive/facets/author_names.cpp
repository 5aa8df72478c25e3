#include "common/archive/facets/author_names.h"

#include <algorithm>
#include <array>

#include "common/text/letters/normalise.h"
#include "common/text/letters/upper_case.h"
#include "common/text/letters/utf8.h"

namespace khobao::archive {
namespace {

// Between two names. Hyphens join the syllables of one where no space stands beside them.
constexpr std::array<std::string_view, 11> kSeparators = {";",   ",",   "|",   "/",    "&",   "\n",
                                                          " - ", " – ", " — ", " và ", " VÀ "};
// Words in front of a name that say what its bearer did.
constexpr std::array<std::string_view, 8> kRoles = {"theo", "tổng hợp", "bài và ảnh", "bài",
                                                    "ảnh",  "tin",      "thực hiện",  "ghi"};

std::string_view trimmed(std::string_view s) {
  constexpr std::string_view kAround = " \t\r.:-";
  const size_t begin = s.find_first_not_of(kAround);
  if (begin == std::string_view::npos) return {};
  return s.substr(begin, s.find_last_not_of(kAround) + 1 - begin);
}

std::string without_brackets(std::string_view s) {
  std::string out;
  size_t depth = 0;
  for (const char c : s) {
    depth += c == '(';
    if (depth == 0) out += c;
    if (c == ')' && depth > 0) --depth;
  }
  return out;
}

std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> words;
  while (!name.empty()) {
    const size_t end = std::min(name.find(' '), name.size());
    if (end > 0) words.emplace_back(name.substr(0, end));
    name.remove_prefix(std::min(end + 1, name.size()));
  }
  return words;
}

bool is_shouted(std::string_view name) {
  const std::string composed = text::compose(name);
  return text::upper_case(composed) == composed && text::normalise_word(composed) != composed;
}

// "LIỄU" -> "Liễu"
std::string as_name(const std::string& word) {
  const std::string small = text::normalise_word(word);
  size_t first = 0;
  text::next_code_point(small, first);
  return text::upper_case(small.substr(0, first)) + small.substr(first);
}

std::string without_role(std::vector<std::string>& words) {
  for (const std::string_view role : kRoles) {
    const std::vector<std::string> leading = words_of(role);
    if (words.size() < leading.size()) continue;
    bool same = true;
    for (size_t i = 0; i < leading.size() && same; ++i) {
      std::string word = text::normalise_word(words[i]);
      while (word.ends_with(':')) word.pop_back();
      same = word == leading[i];
    }
    if (!same) continue;
    words.erase(words.begin(), words.begin() + static_cast<long>(leading.size()));
    break;
  }
  std::string name;
  for (const std::string& word : words) name += (name.empty() ? "" : " ") + word;
  return name;
}

std::string name_in(std::string_view part) {
  std::vector<std::string> words = words_of(trimmed(part));
  std::string name(trimmed(without_role(words)));
  if (words.size() < 2 || !is_shouted(name)) return name;
  std::string out;
  for (const std::string& word : words_of(name)) {
    const bool initials = word.find('.') != std::string::npos;
    out += (out.empty() ? "" : " ") + (initials ? word : as_name(word));
  }
  return out;
}

}  // namespace

std::vector<std::string> author_names(std::string_view byline) {
  const std::string all = without_brackets(byline);
  std::vector<std::string> names;
  for (size_t begin = 0; begin <= all.size();) {
    size_t end = all.size(), behind = all.size() + 1;
    for (const std::string_view separator : kSeparators) {
      const size_t at = all.find(separator, begin);
      if (at < end) end = at, behind = at + separator.size();
    }
    std::string name = name_in(std::string_view(all).substr(begin, end - begin));
    if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end())
      names.push_back(std::move(name));
    begin = behind;
  }
  return names;
}

}  // namespace khobao::archive
