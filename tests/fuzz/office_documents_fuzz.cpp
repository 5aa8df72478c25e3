// Office documents of any bytes and, since no mutated ZIP file unpacks, of any parts: text with its
// fonts, or an error; the page that is written of them makes a sound article.
//
// An input that begins with "PK" is the file itself. Any other is the parts of one, with a NUL
// between: the text, the styles, the properties.
#include <zlib.h>

#include <array>

#include "indexer/extract/open_document.h"
#include "indexer/extract/word_document.h"
#include "indexer/input/documents/filter_table.h"
#include "indexer/read/encoding/encoding.h"
#include "indexer/read/reader.h"
#include "tests/support/fuzz_checks.h"

using namespace khobao;

namespace {

constexpr size_t kMostBytes = 1 << 20;

void put(std::string& out, size_t number, size_t bytes) {
  for (size_t i = 0; i < bytes; ++i) out += static_cast<char>(number >> (8 * i) & 0xFF);
}

// Sum, packed and plain size of a stored part, and the length of its name.
void put_sizes(std::string& out, std::string_view name, std::string_view part) {
  put(out, crc32(0, reinterpret_cast<const Bytef*>(part.data()), static_cast<uInt>(part.size())), 4);
  put(out, part.size(), 4);
  put(out, part.size(), 4);
  put(out, name.size(), 2);
  put(out, 0, 2);
}

std::string zip_of(const std::array<std::string_view, 3>& names,
                   const std::array<std::string_view, 3>& parts) {
  constexpr size_t kNoDate = 0x21'0000;  // 1 January 1980, the first that ZIP knows
  std::string out, directory;
  for (size_t i = 0; i < names.size(); ++i) {
    const size_t at = out.size();
    out += "PK\3\4";
    put(out, 20, 2);
    put(out, 0, 4);
    put(out, kNoDate, 4);
    put_sizes(out, names[i], parts[i]);
    out += names[i];
    out += parts[i];
    directory += "PK\1\2";
    put(directory, 20, 2);
    put(directory, 20, 2);
    put(directory, 0, 4);
    put(directory, kNoDate, 4);
    put_sizes(directory, names[i], parts[i]);
    put(directory, 0, 8);  // no comment, first disk, attributes
    put(directory, 0, 2);
    put(directory, at, 4);
    directory += names[i];
  }
  const size_t at = out.size();
  out += directory + "PK\5\6";
  put(out, 0, 4);
  put(out, names.size(), 2);
  put(out, names.size(), 2);
  put(out, directory.size(), 4);
  put(out, at, 4);
  put(out, 0, 2);
  return out;
}

void check(const Result<extract::Document>& document) {
  if (!document) {
    test::require(!document.error().message.empty(), "an error without a message");
    return;
  }
  test::require(document->is_html, "no page");
  const auto utf8 = read::to_utf8_text(document->text, "utf-8");
  if (!utf8) return;
  read::ReadOptions options;
  options.properties = {
      .title = document->title, .author = document->author, .created = document->created};
  const auto article = read::read_article(*utf8, read::Form::html, "", options);
  if (article) test::check_article(*article);
  test::require(extract::document_bytes(*document).find("\n\n") != std::string::npos,
                "what goes through the pipe has no end of its head");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size_bytes) {
  const std::string_view bytes = test::as_text(data, size_bytes);
  (void)input::filter_for(bytes);
  if (bytes.starts_with("PK")) {
    check(extract::read_word_document(bytes, kMostBytes));
    check(extract::read_open_document(bytes, kMostBytes));
    return 0;
  }
  std::array<std::string_view, 3> parts;
  size_t pos = 0;
  for (std::string_view& part : parts) {
    const size_t end = std::min(bytes.find('\0', pos), bytes.size());
    part = bytes.substr(std::min(pos, end), end - std::min(pos, end));
    pos = std::min(end + 1, bytes.size());
  }
  check(extract::read_word_document(
      zip_of({"word/document.xml", "word/styles.xml", "docProps/core.xml"}, parts), kMostBytes));
  check(extract::read_open_document(zip_of({"content.xml", "styles.xml", "meta.xml"}, parts),
                                    kMostBytes));
  return 0;
}
