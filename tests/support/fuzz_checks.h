#pragma once
/// What the fuzz targets share: broken promises end the program, so that libFuzzer keeps the input.
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <sstream>
#include <string>
#include <string_view>

#include "common/archive/article.h"
#include "common/text/letters/normalise.h"
#include "common/text/letters/utf8.h"
#include "indexer/cli/inspect.h"

namespace khobao::test {

inline void require(bool holds, const std::string& what) {
  if (holds) return;
  std::fprintf(stderr, "broken: %s\n", what.c_str());
  std::abort();
}

inline std::string_view as_text(const uint8_t* data, size_t size_bytes) {
  return {reinterpret_cast<const char*>(data), size_bytes};
}

/// True where the bytes may be an article's text: UTF-8 without control characters.
inline bool is_clean(std::string_view text) {
  for (size_t pos = 0; pos < text.size();) {
    const char32_t c = text::next_code_point(text, pos);
    if (c < 0x20 || (c >= 0x7F && c < 0xA0)) return false;
  }
  return text::is_valid_utf8(text);
}

/// True where nothing in `printed` steers a terminal: line feeds are all it holds of control
/// characters.
inline bool is_printable(std::string_view printed) {
  for (size_t pos = 0; pos < printed.size();) {
    const char32_t c = text::next_code_point(printed, pos);
    if (c == '\n') continue;
    if (c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E)) return false;
  }
  return text::is_valid_utf8(printed);
}

/// Checks what article.h promises of every article, and that both inspections can be printed.
inline void check_article(const archive::Article& article) {
  for (const std::string* field :
       {&article.title, &article.display_title, &article.published, &article.source,
        &article.outlet, &article.credit, &article.author, &article.section}) {
    require(is_clean(*field), "a field is not clean text: " + *field);
    require(text::compose(*field) == *field, "a field is not in NFC: " + *field);
  }
  for (const archive::Paragraph& paragraph : article.paragraphs) {
    require(!paragraph.text.empty(), "an empty paragraph");
    require(is_clean(paragraph.text), "a paragraph is not clean text: " + paragraph.text);
    require(text::compose(paragraph.text) == paragraph.text, "a paragraph is not in NFC");
  }
  for (const std::string& line : article.furniture) require(is_clean(line), "furniture: " + line);
  require((article.published_from == archive::PublishedFrom::none) == article.published.empty(),
          "a date without an origin, or the other way round");
  std::ostringstream json, printed;
  write_inspection(article, InspectFormat::jsonl, json);
  write_inspection(article, InspectFormat::text, printed);
  require(is_printable(json.str()), "control characters in JSON");
  require(is_printable(printed.str()), "control characters in the printed article");
}

/// The bytes as a file that exists in memory only; open it by path().
class MemoryFile {
 public:
  explicit MemoryFile(std::string_view bytes) : file_(memfd_create("fuzz", MFD_CLOEXEC)) {
    require(file_ >= 0, "memfd_create");
    require(::write(file_, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()),
            "write");
  }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  ~MemoryFile() { close(file_); }

  std::string path() const { return "/proc/self/fd/" + std::to_string(file_); }

 private:
  int file_;
};

}  // namespace khobao::test
