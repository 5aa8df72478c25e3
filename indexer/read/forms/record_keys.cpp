#include "indexer/read/forms/record_keys.h"

#include <array>
#include <string>
#include <utility>

#include "common/base/row_table.h"
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

}  // namespace

RecordKey record_key(std::string_view key) {
  if (key.size() > kLongestRecordKeyBytes) return {};
  const RowTable keys(khobao_record_keys_begin, khobao_record_keys_end);
  const std::string bare = bare_key(key);
  const std::string_view kind = keys.kind(bare);
  for (const auto& [name, field] : kRecordFields) {
    if (name == kind) return {field, keys.place(kind, bare)};
  }
  return {};
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
