#include "indexer/read/forms/record_keys.h"

#include <array>
#include <string>
#include <unordered_map>
#include <utility>

#include "common/base/embedded.h"
#include "common/text/letters/char_class.h"
#include "common/text/letters/fold.h"
#include "indexer/read/lines/line_words.h"

extern "C" {
extern const char khobao_record_keys_begin[];
extern const char khobao_record_keys_end[];
}

namespace khobao::read {
namespace {

constexpr size_t kLongestRecordKeyBytes = 60;

constexpr std::array<std::pair<std::string_view, RecordField>, 14> kRecordFields = {{
    {"skip", RecordField::skip},
    {"id", RecordField::id},
    {"url", RecordField::url},
    {"title", RecordField::title},
    {"published", RecordField::published},
    {"updated", RecordField::updated},
    {"received", RecordField::received},
    {"crawled", RecordField::crawled},
    {"source", RecordField::source},
    {"author", RecordField::author},
    {"section", RecordField::section},
    {"summary", RecordField::summary},
    {"body", RecordField::body},
    {"html", RecordField::html},
}};

// Small ASCII letters and digits alone: "Ngày đăng" -> "ngaydang".
std::string bare(std::string_view key) {
  std::string out;
  for (const char c : text::fold(comparison_form(key))) {
    if (text::is_ascii_digit(c) || (c >= 'a' && c <= 'z')) out += c;
  }
  return out;
}

const std::unordered_map<std::string, RecordKey>& keys() {
  static const std::unordered_map<std::string, RecordKey> instance = [] {
    std::unordered_map<std::string, RecordKey> table;
    size_t rank = 0;
    const std::string_view data(
        khobao_record_keys_begin,
        static_cast<size_t>(khobao_record_keys_end - khobao_record_keys_begin));
    for_each_data_line(data, [&](std::string_view row) {
      const size_t tab = row.find('\t');
      for (const auto& [name, field] : kRecordFields) {
        if (row.substr(0, tab) == name)
          table.try_emplace(bare(row.substr(tab + 1)), RecordKey{field, ++rank});
      }
    });
    return table;
  }();
  return instance;
}

}  // namespace

RecordKey record_key(std::string_view key) {
  if (key.size() > kLongestRecordKeyBytes) return {};
  const auto found = keys().find(bare(key));
  return found == keys().end() ? RecordKey{} : found->second;
}

std::string* stated_field(Stated& stated, RecordField field) {
  switch (field) {
    case RecordField::id: return &stated.id;
    case RecordField::url: return &stated.url;
    case RecordField::title: return &stated.title;
    case RecordField::published: return &stated.published;
    case RecordField::updated: return &stated.updated;
    case RecordField::received: return &stated.received;
    case RecordField::crawled: return &stated.crawled;
    case RecordField::source: return &stated.source;
    case RecordField::author: return &stated.author;
    case RecordField::section: return &stated.section;
    case RecordField::summary: return &stated.summary;
    default: return nullptr;
  }
}

}  // namespace khobao::read
