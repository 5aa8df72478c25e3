#include "searcher/reading/equivalents/everyday_words.h"

#include <algorithm>
#include <span>
#include <unordered_map>

#include "common/base/embedded.h"
#include "common/names/lexicon.h"
#include "common/text/tokenizer.h"
#include "searcher/reading/equivalents/equivalent_data.h"
#include "searcher/reading/equivalents/query_words.h"

namespace khobao::reading {
namespace {

struct Table {
  std::vector<std::vector<Words>> rows;
  std::unordered_map<std::string, std::vector<size_t>> rows_of;  // joined() phrase
  size_t longest = 0;
};

const Table& table() {
  static const Table built = [] {
    Table out;
    text::Tokenizer tokenizer;
    for_each_data_line(data::everyday(), [&](std::string_view line) {
      std::vector<Words>& row = out.rows.emplace_back();
      names::for_each_part(line, ';', [&](std::string_view phrase) {
        row.push_back(words_of(tokenizer, phrase));
        out.longest = std::max(out.longest, row.back().size());
        out.rows_of[joined(row.back())].push_back(out.rows.size() - 1);
      });
    });
    return out;
  }();
  return built;
}

}  // namespace

std::vector<std::vector<std::string>> everyday_words(
    const std::vector<std::vector<std::string>>& runs) {
  const Table& known = table();
  std::vector<std::vector<std::string>> found;
  for (const auto& run : runs) {
    const std::span<const std::string> words(run);
    for (size_t begin = 0; begin < words.size();) {
      size_t size = std::min(known.longest, words.size() - begin);
      auto rows = known.rows_of.end();
      for (; size > 0 && rows == known.rows_of.end(); --size)
        rows = known.rows_of.find(joined(words.subspan(begin, size)));
      if (rows == known.rows_of.end()) {
        ++begin;
        continue;
      }
      ++size;  // the loop had gone on to the next
      const auto typed = words.subspan(begin, size);
      for (const size_t row : rows->second) {
        for (const Words& phrase : known.rows[row]) {
          const bool same = std::equal(phrase.begin(), phrase.end(), typed.begin(), typed.end());
          if (!same && std::find(found.begin(), found.end(), phrase) == found.end())
            found.push_back(phrase);
        }
      }
      begin += size;
    }
  }
  return found;
}

}  // namespace khobao::reading
