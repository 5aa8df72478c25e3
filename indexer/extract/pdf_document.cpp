#include "indexer/extract/pdf_document.h"

#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

#include <ctime>
#include <memory>

#include "common/language/say.h"

namespace khobao::extract {
namespace {

std::string utf8_of(const poppler::ustring& text) {
  const poppler::byte_array bytes = text.to_utf8();
  return {bytes.begin(), bytes.end()};
}

// Poppler says on standard error what it thinks of a file.
void pass_over(const std::string&, void*) {}

std::string day_of(std::time_t time) {
  if (time <= 0) return "";
  std::tm parts{};
  gmtime_r(&time, &parts);
  char text[32];
  return {text, std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts)};
}

}  // namespace

Result<Document> read_pdf_document(std::string_view bytes, size_t most_bytes) {
  poppler::set_debug_error_function(pass_over, nullptr);
  const std::unique_ptr<poppler::document> pdf(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  if (!pdf) return Error{ErrorCode::input, say("it is damaged"), ""};
  if (pdf->is_locked()) return Error{ErrorCode::input, say("it is locked with a password"), ""};
  Document document{.is_html = false,
                    .text = {},
                    .title = utf8_of(pdf->get_title()),
                    .author = utf8_of(pdf->get_author()),
                    .created = day_of(pdf->get_creation_date_t())};
  for (int i = 0; i < pdf->pages() && document.text.size() < most_bytes; ++i) {
    const std::unique_ptr<poppler::page> page(pdf->create_page(i));
    if (!page) continue;
    document.text += utf8_of(
        page->text(poppler::rectf(), poppler::page::non_raw_non_physical_layout));
    document.text += '\n';
  }
  if (document.text.find_first_not_of(" \t\r\n\f") == std::string::npos)
    return Error{ErrorCode::input, say("it has no layer of text"),
                 say("scans are read by OCR programs, such as ocrmypdf")};
  for (char& c : document.text) c = c == '\f' ? '\n' : c;
  return document;
}

}  // namespace khobao::extract
