#include "indexer/input/documents/filter_table.h"

#include "common/language/say.h"

namespace khobao::input {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kZip = "PK\x03\x04";
constexpr std::string_view kCompound = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
constexpr std::string_view kOpenDocument = "mimetypeapplication/vnd.oasis.opendocument.text";
constexpr size_t kZipNameAt = 30;  // of the first entry

// Names in compound files are UTF-16; tables and slides have others.
constexpr std::string_view kWordStream =
    "W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"sv;

bool is_pdf(std::string_view bytes) { return bytes.starts_with("%PDF-"); }
bool is_rtf(std::string_view bytes) { return bytes.starts_with("{\\rtf"); }
bool is_odt(std::string_view bytes) {
  return bytes.starts_with(kZip) && bytes.size() > kZipNameAt &&
         bytes.substr(kZipNameAt).starts_with(kOpenDocument);
}
bool is_docx(std::string_view bytes) {
  return bytes.starts_with(kZip) && bytes.find("word/document.xml") != std::string_view::npos;
}
bool is_doc(std::string_view bytes) {
  return bytes.starts_with(kCompound) && bytes.find(kWordStream) != std::string_view::npos;
}

struct Row {
  bool (*matches)(std::string_view bytes);
  Filter filter;
};

constexpr Row kRows[] = {
    {is_pdf, {.kind = to_translate("PDF document"), .arguments = {"pdf"}}},
    {is_odt, {.kind = to_translate("OpenDocument text"), .arguments = {"odt"}}},
    {is_docx, {.kind = to_translate("Word document"), .arguments = {"docx"}}},
    {is_doc, {.kind = to_translate("Word 97 document"), .arguments = {"doc"}, .install = "catdoc"}},
    {is_rtf,
     {.kind = to_translate("RTF document"),
      .arguments = {"run", "unrtf", "--html", "--nopict"},
      .install = "unrtf",
      .gives_html = true}},
};

}  // namespace

const Filter* filter_for(std::string_view bytes) {
  if (bytes.empty() || std::string_view("%P\xD0{").find(bytes[0]) == std::string_view::npos)
    return nullptr;
  for (const Row& row : kRows) {
    if (row.matches(bytes)) return &row.filter;
  }
  return nullptr;
}

}  // namespace khobao::input
