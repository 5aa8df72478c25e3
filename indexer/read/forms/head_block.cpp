#include "indexer/read/forms/head_block.h"

#include <optional>
#include <utility>
#include <vector>

#include "common/text/dates/moment_reader.h"
#include "indexer/read/forms/record_keys.h"
#include "indexer/read/lines/clean.h"
#include "indexer/read/lines/credits/outlets.h"
#include "indexer/read/lines/line_words.h"

namespace khobao::read {
namespace {

constexpr size_t kMostHeadLines = 24;   // in which the block must end
constexpr size_t kMostLinesBefore = 2;  // headings in front of it
constexpr size_t kLongestHeadKeyBytes = 40;
constexpr size_t kMostKeyWords = 5;

struct Entry {
  size_t line = 0;
  RecordField field = RecordField::unknown;
  std::string_view value;
};

// "URL: https://…", "Ngày thu thập (mới nhất): 2026-06-08"; nothing where the key is no known one.
std::optional<Entry> entry_of(std::string_view line, size_t number) {
  const size_t colon = line.find(':');
  if (colon == std::string_view::npos || colon > kLongestHeadKeyBytes) return std::nullopt;
  const std::string_view key = trim(line.substr(0, colon));
  if (count_words(key) > kMostKeyWords) return std::nullopt;
  const RecordField field = record_key(key).field;
  if (field == RecordField::unknown || field == RecordField::body || field == RecordField::html)
    return std::nullopt;
  return Entry{number, field, trim(line.substr(colon + 1))};
}

bool is_page_address(std::string_view value) {
  return value.find("://") != std::string_view::npos || value.starts_with("www.");
}

// What no printed page says of itself.
bool is_crawlers(const Entry& entry) {
  if (entry.field == RecordField::crawled || entry.field == RecordField::received)
    return text::read_moment(entry.value).has_value();
  if (entry.field == RecordField::source || entry.field == RecordField::url)
    return is_page_address(entry.value) || entry.value.ends_with(".html") ||
           entry.value.ends_with(".htm");
  return entry.field == RecordField::published && text::read_moment(entry.value) &&
         entry.value.find('T') != std::string_view::npos;
}

void take(const Entry& entry, Stated& stated) {
  if (entry.field == RecordField::source) {
    // A file's name says nothing of the outlet.
    if (is_page_address(entry.value)) {
      if (stated.url.empty()) stated.url = entry.value;
      if (stated.source.empty()) stated.source = host_of(entry.value);
    } else if (stated.source.empty() && !entry.value.ends_with("html") &&
               !entry.value.ends_with(".htm")) {
      stated.source = entry.value;
    }
    return;
  }
  std::string* const field =
      entry.field == RecordField::id ? nullptr : stated_field(stated, entry.field);
  if (field != nullptr && field->empty()) *field = entry.value;
  if (entry.field == RecordField::url && stated.source.empty())
    stated.source = host_of(entry.value);
}

}  // namespace

void read_head_block(Page& page) {
  std::vector<Entry> entries;
  size_t before = 0, others = 0;
  for (size_t i = 0; i < page.lines.size() && i < kMostHeadLines; ++i) {
    const Line& line = page.lines[i];
    const auto entry = entry_of(line.text, i);
    if (entry) {
      entries.push_back(*entry);
      continue;
    }
    if (!entries.empty() || ++before > kMostLinesBefore) break;
    others += line.mark != Mark::heading;
  }
  size_t crawlers = 0;
  for (const Entry& entry : entries) crawlers += is_crawlers(entry);
  // A date line or a byline under a headline is printed, unless it stands in a block of several.
  if (crawlers == 0 && (entries.size() < 2 || others > 0)) return;
  for (const Entry& entry : entries) {
    take(entry, page.stated);
    page.lines[entry.line].mark = Mark::furniture;
  }
  page.has_head_block = crawlers > 0;
}

}  // namespace khobao::read
