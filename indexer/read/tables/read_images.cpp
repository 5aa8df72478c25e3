#include "indexer/read/tables/read_images.h"

#include <charconv>
#include <map>
#include <set>

#include "common/base/embedded.h"
#include "common/base/row_table.h"
#include "common/base/sorted_table.h"
#include "common/text/letters/utf8.h"
#include "indexer/read/encoding/charset_table.h"
#include "indexer/read/lines/credits/host_name.h"
#include "indexer/read/lines/line_words.h"

namespace khobao::read {
namespace {

// Cuts the first column off.
std::string_view take_column(std::string_view& row) {
  const size_t tab = row.find('\t');
  const std::string_view column = row.substr(0, tab);
  row = tab == std::string_view::npos ? std::string_view{} : row.substr(tab + 1);
  return column;
}

char32_t character_of(std::string_view shown) {
  if (shown.starts_with("U+")) {
    unsigned value = 0;
    std::from_chars(shown.data() + 2, shown.data() + shown.size(), value, 16);
    return value;
  }
  size_t pos = 0;
  return text::next_code_point(shown, pos);
}

}  // namespace

std::string outlets_image(std::string_view rows) {
  std::map<std::string, std::string> names;
  for_each_data_line(rows, [&](std::string_view row) {
    const std::string_view name = row.substr(0, row.find('\t'));
    while (!row.empty()) {
      const std::string_view key = take_column(row);
      const std::string host = host_of(key);
      names.try_emplace(host.empty() ? comparison_form(key) : host, name);
    }
  });
  return sorted_table(names);
}

std::string record_keys_image(std::string_view rows) {
  std::string bare;
  std::set<std::string> known;
  for_each_data_line(rows, [&](std::string_view row) {
    const std::string_view field = take_column(row);
    const std::string key = bare_key(row);
    if (known.insert(key).second) bare.append(field).append("\t").append(key).append("\n");
  });
  return row_table(bare);
}

std::string html_names_image(std::string_view rows, std::string_view word_or_part) {
  std::string wanted;
  for_each_data_line(rows, [&](std::string_view row) {
    const std::string_view role = take_column(row);
    if (take_column(row) != word_or_part) return;
    while (!row.empty()) {
      const size_t gap = row.find(' ');
      const std::string_view name = row.substr(0, gap);
      row = gap == std::string_view::npos ? std::string_view{} : row.substr(gap + 1);
      if (!name.empty()) wanted.append(role).append("\t").append(name).append("\n");
    }
  });
  return row_table(wanted);
}

std::string charset_image(std::string_view rows) {
  CharsetTable::Head head;
  for (size_t byte = 0; byte < 256; ++byte)
    head.single[byte] = byte < 0x80 ? byte : text::kReplacement;
  std::map<unsigned char, CharsetTable::Row> pairs;
  for_each_data_line(rows, [&](std::string_view row) {
    const std::string_view bytes = take_column(row);
    unsigned code = 0;
    std::from_chars(bytes.data(), bytes.data() + bytes.size(), code, 16);
    if (bytes.size() == 2) {
      head.single[code & 0xFF] = character_of(row);
      return;
    }
    // The letter decides between capital and small; the mark's own case does not matter.
    constexpr unsigned kCaseBit = 0x20;
    CharsetTable::Row& marks = pairs[static_cast<unsigned char>(code >> 8)];
    marks[CharsetTable::place_of(code & 0xFF)] = character_of(row);
    marks[CharsetTable::place_of((code & 0xFF) ^ kCaseBit)] = character_of(row);
  });
  std::string rows_of_marks;
  unsigned char number = 0;
  for (const auto& [lead, marks] : pairs) {
    head.row[lead] = ++number;
    rows_of_marks.append(reinterpret_cast<const char*>(&marks), sizeof marks);
  }
  return std::string(reinterpret_cast<const char*>(&head), sizeof head) + rows_of_marks;
}

}  // namespace khobao::read
