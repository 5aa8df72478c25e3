#include "indexer/read/lines/credits/byline_words.h"

#include "common/base/row_table.h"

// The symbols of khobao_embed_rows(), see indexer/read/CMakeLists.txt.
extern "C" {
extern const char khobao_byline_words_begin[];
extern const char khobao_byline_words_end[];
}

namespace khobao::read {

PackedTexts byline_words(std::string_view kind) {
  return RowTable(khobao_byline_words_begin, khobao_byline_words_end).texts(kind);
}

}  // namespace khobao::read
