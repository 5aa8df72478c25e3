#include "common/base/row_table.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <map>

#include "common/base/embedded.h"

namespace khobao {
namespace {

// uint32 bytes of the table by text · that table · the table by kind
constexpr size_t kHeadBytes = sizeof(uint32_t);

size_t first_bytes(std::string_view image) {
  uint32_t bytes;
  std::memcpy(&bytes, image.data(), kHeadBytes);
  return bytes;
}

}  // namespace

RowTable::RowTable(std::string_view image)
    : by_text_(image.substr(kHeadBytes, first_bytes(image))),
      by_kind_(image.substr(kHeadBytes + first_bytes(image))) {}

bool RowTable::holds(std::string_view kind, std::string_view text) const {
  const PackedTexts all = kinds(text);
  return std::find(all.begin(), all.end(), kind) != all.end();
}

size_t RowTable::place(std::string_view kind, std::string_view text) const {
  size_t place = 0;
  for (const std::string_view one : texts(kind)) {
    ++place;
    if (one == text) return place;
  }
  return 0;
}

std::string row_table(std::string_view rows) {
  std::map<std::string, std::string> by_text, by_kind;
  for_each_data_line(rows, [&](std::string_view row) {
    const size_t tab = row.find('\t');
    const std::string kind(tab == std::string_view::npos ? std::string_view() : row.substr(0, tab));
    const std::string text(tab == std::string_view::npos ? row : row.substr(tab + 1));
    pack_text(kind, by_text[text]);
    pack_text(text, by_kind[kind]);
  });
  const std::string first = sorted_table(by_text);
  const auto bytes = static_cast<uint32_t>(first.size());
  std::string image(reinterpret_cast<const char*>(&bytes), kHeadBytes);
  return image + first + sorted_table(by_kind);
}

}  // namespace khobao
