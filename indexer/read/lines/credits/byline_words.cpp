#include "indexer/read/lines/credits/byline_words.h"

#include <algorithm>

#include "common/base/embedded.h"

extern "C" {
extern const char khobao_byline_words_begin[];
extern const char khobao_byline_words_end[];
}

namespace khobao::read {
namespace {

BylineWords load() {
  BylineWords words;
  const std::string_view data(
      khobao_byline_words_begin,
      static_cast<size_t>(khobao_byline_words_end - khobao_byline_words_begin));
  for_each_data_line(data, [&](std::string_view row) {
    const size_t tab = row.find('\t');
    const std::string_view kind = row.substr(0, tab), text = row.substr(tab + 1);
    if (kind == "author") words.author.push_back(text);
    if (kind == "credit") words.credit.push_back(text);
    if (kind == "remark") words.remark.push_back(text);
    if (kind == "post") words.post.push_back(text);
    if (kind == "media") words.media.push_back(text);
  });
  const auto longer = [](std::string_view a, std::string_view b) { return a.size() > b.size(); };
  for (auto* list : {&words.author, &words.credit, &words.media})
    std::stable_sort(list->begin(), list->end(), longer);
  return words;
}

}  // namespace

const BylineWords& byline_words() {
  static const BylineWords instance = load();
  return instance;
}

}  // namespace khobao::read
