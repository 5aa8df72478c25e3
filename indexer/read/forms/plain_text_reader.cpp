#include "indexer/read/forms/plain_text_reader.h"

#include "common/text/letters/byte_order_mark.h"
#include "indexer/read/forms/browser_dump.h"
#include "indexer/read/forms/lines.h"

namespace khobao::read {

Page read_plain_text(std::string_view utf8_bytes) {
  utf8_bytes = text::without_utf8_mark(utf8_bytes);
  Page page;
  append_lines(utf8_bytes, page.lines);
  read_link_numbers(page.lines);
  return page;
}

}  // namespace khobao::read
