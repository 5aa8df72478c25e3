#include "indexer/read/dates/date_words.h"

#include <unordered_map>

#include "common/base/embedded.h"

extern "C" {
extern const char khobao_date_words_begin[];
extern const char khobao_date_words_end[];
}

namespace khobao::read {
namespace {

struct DateTables {
  std::unordered_map<std::string_view, DateWord> words;

  DateTables() {
    const std::string_view data(
        khobao_date_words_begin,
        static_cast<size_t>(khobao_date_words_end - khobao_date_words_begin));
    for_each_data_line(data, [&](std::string_view line) {
      const size_t tab = line.find('\t');
      const std::string_view kind = line.substr(0, tab), word = line.substr(tab + 1);
      words[word] = kind == "publish"  ? DateWord::publish
                    : kind == "update" ? DateWord::update
                                       : DateWord::label;
    });
  }
};

const DateTables& date_tables() {
  static const DateTables instance;
  return instance;
}

}  // namespace

DateWord date_word(std::string_view word) {
  const auto found = date_tables().words.find(word);
  return found == date_tables().words.end() ? DateWord::none : found->second;
}

}  // namespace khobao::read
