#include "indexer/read/dates/date_words.h"

#include "common/base/row_table.h"

extern "C" {
extern const char khobao_date_words_begin[];
extern const char khobao_date_words_end[];
}

namespace khobao::read {
DateWord date_word(std::string_view word) {
  const std::string_view kind = RowTable(khobao_date_words_begin, khobao_date_words_end).kind(word);
  return kind.empty()        ? DateWord::none
         : kind == "publish" ? DateWord::publish
         : kind == "update"  ? DateWord::update
                             : DateWord::label;
}

}  // namespace khobao::read
