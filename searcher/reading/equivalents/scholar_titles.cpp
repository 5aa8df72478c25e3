#include "searcher/reading/equivalents/scholar_titles.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "searcher/query/words/word_data.h"
#include "searcher/reading/equivalents/query_words.h"

namespace khobao::reading {
namespace {

struct Title {
  std::string_view letters;
  std::array<std::string_view, 4> words;  // "" after the last
};

constexpr std::array<Title, 6> kTitles = {{{"ts", {"tiến", "sĩ"}},
                                           {"gs", {"giáo", "sư"}},
                                           {"ths", {"thạc", "sĩ"}},
                                           {"pgs", {"phó", "giáo", "sư"}},
                                           {"tskh", {"tiến", "sĩ", "khoa", "học"}},
                                           {"bs", {"bác", "sĩ"}}}};

constexpr double kBeforeNameWeight = 0.9;
constexpr double kAloneWeight = 0.5;

Words title_words(const Title& title) {
  Words words;
  for (const std::string_view word : title.words) {
    if (!word.empty()) words.emplace_back(word);
  }
  return words;
}

const Title* title_called(std::string_view letters) {
  const auto found = std::find_if(kTitles.begin(), kTitles.end(),
                                  [&](const Title& title) { return title.letters == letters; });
  return found == kTitles.end() ? nullptr : &*found;
}

// Behind a title and perhaps others, a family name or a word that is no plain one: names of the
// highlands begin with what the list of family names does not hold.
bool before_name(std::span<const std::string> words, size_t at) {
  size_t next = at + 1;
  while (next < words.size() && title_called(words[next]) != nullptr) ++next;
  if (next >= words.size()) return false;
  if (query::is_surname(words[next])) return true;
  // "văn" and "thị" stand second in names only.
  return next + 1 < words.size() && (words[next + 1] == "văn" || words[next + 1] == "thị");
}

void find_letters(std::span<const std::string> words, size_t at,
                  std::vector<query::Equivalent>& out) {
  const Title* title = title_called(words[at]);
  if (title == nullptr) return;
  const bool named = before_name(words, at);
  if (named) {
    std::erase_if(out, [&](const query::Equivalent& other) {
      return other.begin == at && other.end == at + 1;
    });
  }
  out.push_back({.begin = at,
                 .end = at + 1,
                 .words = title_words(*title),
                 .weight = named ? kBeforeNameWeight : kAloneWeight});
}

void find_words(std::span<const std::string> words, size_t begin,
                std::vector<query::Equivalent>& out) {
  for (const Title& title : kTitles) {
    const Words form = title_words(title);
    if (form.size() > words.size() - begin ||
        !std::equal(form.begin(), form.end(), words.begin() + static_cast<long>(begin)))
      continue;
    out.push_back({.begin = begin,
                   .end = begin + form.size(),
                   .words = {std::string(title.letters) + "."},
                   .weight = kBeforeNameWeight});
  }
}

}  // namespace

void find_scholar_titles(std::span<const std::string> words, std::vector<query::Equivalent>& out) {
  for (size_t at = 0; at < words.size(); ++at) {
    find_letters(words, at, out);
    find_words(words, at, out);
  }
}

}  // namespace khobao::reading
