#include "searcher/show/snippet_window.h"

#include <algorithm>

#include "common/text/letters/utf8.h"

namespace khobao::show {

searcher::Span densest_window(std::string_view sentence, const std::vector<searcher::Span>& matches,
                              size_t max_chars) {
  std::vector<size_t> word_begins{0};  // bytes where a cut may begin
  std::vector<size_t> chars_at{0};     // code points in front of each
  size_t chars = 0;
  for (size_t pos = 0; pos < sentence.size(); ++chars) {
    const bool space = sentence[pos] == ' ';
    text::next_code_point(sentence, pos);
    if (space) {
      word_begins.push_back(pos);
      chars_at.push_back(chars + 1);
    }
  }
  word_begins.push_back(sentence.size());
  chars_at.push_back(chars);
  searcher::Span best{0, sentence.size()};
  size_t best_count = 0, end = 0;
  bool found = false;
  for (size_t begin = 0; begin + 1 < word_begins.size(); ++begin) {
    end = std::max(end, begin + 1);
    while (end + 1 < word_begins.size() && chars_at[end + 1] - chars_at[begin] <= max_chars) ++end;
    const searcher::Span window{word_begins[begin], word_begins[end]};
    size_t count = 0;
    for (const searcher::Span& m : matches)
      count += m.begin_byte >= window.begin_byte && m.end_byte <= window.end_byte;
    if (!found || count > best_count) {
      best = window;
      best_count = count;
      found = true;
    }
    if (end + 1 == word_begins.size()) break;
  }
  return best;
}

}  // namespace khobao::show
