#include "indexer/read/reader.h"

#include "indexer/read/html_reader.h"
#include "indexer/read/json_record.h"
#include "indexer/read/markdown_reader.h"
#include "indexer/read/plain_text_reader.h"
#include "indexer/read/understand.h"

namespace khobao::read {
namespace {

Result<Page> read_page(std::string_view bytes, Form form) {
  switch (form) {
    case Form::html: return read_html(bytes);
    case Form::markdown: return read_markdown(bytes);
    case Form::json_lines: return read_json_page(bytes);
    case Form::plain_text: break;
  }
  return read_plain_text(bytes);
}

}  // namespace

Result<archive::Article> read_article(std::string_view utf8_bytes, Form form,
                                      std::string_view /*file_name*/, const ReadOptions& options) {
  Result<Page> page = read_page(utf8_bytes, form);
  if (!page) return page.error();
  return understand(*std::move(page), parse_day(options.received));
}

Result<archive::Article> read_json_record(std::string_view json_line, const ReadOptions& options) {
  Result<Page> page = read_json_page(json_line);
  if (!page) return page.error();
  return understand(*std::move(page), parse_day(options.received));
}

}  // namespace khobao::read
