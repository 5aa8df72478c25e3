#include "indexer/read/forms/plain_text_reader.h"

#include "indexer/read/forms/lines.h"

namespace khobao::read {

Page read_plain_text(std::string_view utf8_bytes) {
  if (utf8_bytes.starts_with("\xEF\xBB\xBF")) utf8_bytes.remove_prefix(3);
  Page page;
  append_lines(utf8_bytes, page.lines);
  return page;
}

}  // namespace khobao::read
