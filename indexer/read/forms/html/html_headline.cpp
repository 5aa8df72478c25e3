#include "indexer/read/forms/html/html_headline.h"

#include <algorithm>
#include <functional>

#include "common/base/row_table.h"
#include "common/text/letters/utf8.h"
#include "indexer/read/lines/clean.h"
#include "indexer/read/lines/line_words.h"

extern "C" {
extern const char khobao_html_site_words_begin[];
extern const char khobao_html_site_words_end[];
}

namespace khobao::read {
namespace {

// Lines that a stated title is looked for in.
constexpr size_t kLongestHeadlineBytes = 500;
constexpr double kSame = 0.8;     // a line that has the words of a stated title
constexpr double kRelated = 0.5;  // an <h1> that the stated title does not contradict

// The hashes of a line's words in lower case, sorted; cheap, as every line of a page is compared.
using WordSet = std::vector<size_t>;

WordSet words_of(std::string_view line) {
  WordSet words;
  std::string word;
  const auto flush = [&] {
    if (!word.empty()) words.push_back(std::hash<std::string>()(word));
    word.clear();
  };
  line = line.substr(0, 2 * kLongestHeadlineBytes);
  for (size_t pos = 0; pos < line.size();) {
    const char32_t c = text::next_code_point(line, pos);
    const bool is_letter = c < 0x80
                               ? (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z')
                               : c >= 0xC0 && !(c >= 0x2000 && c < 0x2C00);
    if (is_letter) {
      text::append_code_point(word, lower(c));
    } else {
      flush();
    }
  }
  flush();
  std::sort(words.begin(), words.end());
  return words;
}

double similarity(const WordSet& a, const WordSet& b) {
  if (a.empty() || b.empty()) return 0;
  size_t common = 0;
  for (size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] == b[j]) ++common;
    const bool step_a = a[i] <= b[j], step_b = b[j] <= a[i];
    i += step_a;
    j += step_b;
  }
  return 2.0 * static_cast<double>(common) / static_cast<double>(a.size() + b.size());
}

// Of data/html_site_words.txt.
PackedTexts site_words() {
  return RowTable(khobao_html_site_words_begin, khobao_html_site_words_end).texts("");
}

bool is_host_name(std::string_view part) {
  return part.find(' ') == std::string_view::npos && part.find('.') != std::string_view::npos;
}

// "Sở Y tế tỉnh Mây": at the end of a title the body whose site it is.
bool names_body(std::string_view part) {
  constexpr size_t kMostWords = 10;
  constexpr std::string_view kAnyBody = " …";
  if (count_words(part) > kMostWords || !starts_upper(part)) return false;
  const std::string form = comparison_form(part);
  const PackedTexts known = site_words();
  return std::any_of(known.begin(), known.end(), [&](std::string_view word) {
    return word.ends_with(kAnyBody) &&
           form.starts_with(std::string(word.substr(0, word.size() - kAnyBody.size())) + ' ');
  });
}

// "Báo Mây điện tử": a <title> that says nothing else. "Báo động lũ trên sông Mây" does.
bool names_site_alone(std::string_view title) {
  constexpr size_t kMostWords = 8;
  const std::string form = comparison_form(title);
  return count_words(title) <= kMostWords &&
         (form.ends_with(" điện tử") || form.ends_with(" online") ||
          form.starts_with("cổng thông tin ") || form.starts_with("trang thông tin ") ||
          form.starts_with("tạp chí "));
}

// "Chợ nổi - tin tức mới nhất": what a list of articles is called.
bool names_list(std::string_view part) {
  const std::string form = comparison_form(part);
  return form.ends_with("mới nhất") || form.ends_with("hôm nay") || form.ends_with("trong ngày");
}

bool names_site(std::string_view part, std::string_view site_name) {
  if (part.empty() || is_host_name(part)) return true;
  const std::string form = comparison_form(part);
  if (!site_name.empty() && form == comparison_form(site_name)) return true;
  constexpr size_t kMostWords = 8;  // longer ones are headlines that begin with such a word
  if (count_words(part) > kMostWords) return false;
  const PackedTexts known = site_words();
  return std::any_of(known.begin(), known.end(), [&](std::string_view word) {
    const std::string with_space = std::string(word) + ' ';
    return form == word || form.starts_with(with_space) || form.ends_with(' ' + std::string(word));
  });
}

struct Part {
  size_t begin = 0, end = 0;
};

// The parts of a title between " - ", " | ", " – ", " :: " and the like; a bar needs no spaces.
std::vector<Part> parts_of(std::string_view title) {
  constexpr std::string_view kSeparators[] = {" - ", " – ", " — ", "|",   " :: ", " » ",
                                              " • ", " · ", " / ", " ~ ", " _ "};
  std::vector<Part> parts;
  size_t begin = 0;
  for (size_t pos = 0; pos < title.size();) {
    const auto* separator =
        std::find_if(std::begin(kSeparators), std::end(kSeparators),
                     [&](std::string_view s) { return title.substr(pos).starts_with(s); });
    if (separator == std::end(kSeparators)) {
      ++pos;
      continue;
    }
    parts.push_back({begin, pos});
    begin = pos = pos + separator->size();
  }
  parts.push_back({begin, title.size()});
  return parts;
}

}  // namespace

double similarity(std::string_view a, std::string_view b) {
  return similarity(words_of(a), words_of(b));
}

std::string without_site_name(std::string_view title, std::string_view site_name) {
  title = trim(title.substr(0, 2000));
  const std::vector<Part> parts = parts_of(title);
  const auto text = [&](size_t i) {
    return trim(title.substr(parts[i].begin, parts[i].end - parts[i].begin));
  };
  size_t first = 0, last = parts.size();  // half open
  while (last > 1 && (names_site(text(last - 1), site_name) || names_body(text(last - 1)))) --last;
  while (last - first > 1 && names_site(text(first), site_name) &&
         count_words(text(first)) < count_words(text(first + 1))) {
    ++first;
  }
  constexpr size_t kMostNameWords = 5;
  if (last - first == 1 && count_words(text(first)) <= kMostNameWords &&
      names_site(text(first), site_name)) {
    return std::string();
  }
  // A section or a short site name after a whole headline.
  constexpr size_t kMostSectionWords = 3, kFewestHeadlineWords = 5;
  while (last - first > 1 && count_words(text(last - 1)) <= kMostSectionWords &&
         count_words(title.substr(parts[first].begin, parts[last - 2].end - parts[first].begin)) >=
             kFewestHeadlineWords) {
    --last;
  }
  return std::string(
      trim(title.substr(parts[first].begin, parts[last - 1].end - parts[first].begin)));
}

std::string site_name_in(std::string_view title) {
  title = trim(title.substr(0, 2000));
  const std::vector<Part> parts = parts_of(title);
  if (parts.size() < 2) return names_site_alone(title) ? std::string(title) : std::string();
  const auto text = [&](const Part& part) {
    return trim(title.substr(part.begin, part.end - part.begin));
  };
  for (const Part& part : {parts.back(), parts.front()}) {
    if (!text(part).empty() && names_site(text(part), {}) && !names_list(text(part)))
      return std::string(text(part));
  }
  if (names_body(text(parts.back()))) return std::string(text(parts.back()));
  return std::string();
}

std::optional<size_t> find_headline(const std::vector<HeadlineCandidate>& candidates,
                                    const std::vector<std::string>& stated_titles) {
  std::vector<WordSet> titles;
  titles.reserve(stated_titles.size());
  for (const std::string& title : stated_titles) titles.push_back(words_of(title));
  const auto best_similarity = [&](std::string_view text) {
    double best = 0;
    const WordSet words = titles.empty() ? WordSet() : words_of(text);
    for (const WordSet& title : titles) best = std::max(best, similarity(words, title));
    return best;
  };
  std::optional<size_t> h1, repeated, named, plain;
  double h1_similarity = -1, repeated_similarity = 0;
  for (size_t i = 0; i < candidates.size(); ++i) {
    const HeadlineCandidate& candidate = candidates[i];
    if (candidate.is_logo || candidate.text.size() > kLongestHeadlineBytes) continue;
    const double alike = best_similarity(candidate.text);
    if (candidate.is_h1 && alike > h1_similarity + 0.2) {
      h1 = i;
      h1_similarity = alike;
    }
    if (alike >= kSame && alike > repeated_similarity && (!candidate.is_all_link || alike > 0.95)) {
      repeated = i;
      repeated_similarity = alike;
    }
    if (candidate.names_title && !candidate.is_all_link && !named) named = i;
    constexpr size_t kFewestPlainWords = 5;
    if (candidate.plain_title && !candidate.is_all_link && !plain &&
        count_words(candidate.text) >= kFewestPlainWords)
      plain = i;
  }
  if (h1 && h1_similarity >= kRelated) return h1;
  if (repeated) return repeated;
  // An <h1> that the stated titles contradict may hold the section's name.
  if (h1 && named && !stated_titles.empty() &&
      best_similarity(candidates[*named].text) > h1_similarity) {
    return named;
  }
  if (!h1 && !named) return plain;
  return h1 ? h1 : named;
}

}  // namespace khobao::read
