#include "indexer/write/glass/glass_lists.h"

#include <cassert>

#include "common/archive/streams/varint.h"
#include "indexer/write/glass/glass_numbers.h"

namespace khobao::write::glass {
namespace {

using archive::put_string;
using archive::put_varint;

constexpr std::string_view kBoundsKey("\x00\xD0", 2), kValuesKey("\x00\xD8", 2),
    kLengthsKey("\x00\xE0", 2);
// A chunk ends with the entry that brings it so far, as Xapian's own do.
constexpr size_t kChunkBytes = 2000;

}  // namespace

Result<void> ListWriter::add_term(std::string_view key, std::span<const ListEntry> entries) {
  uint64_t occurrences = 0;
  for (const ListEntry& entry : entries) occurrences += entry.number;
  return add(key, true, entries.size(), occurrences, entries);
}

Result<void> ListWriter::add_lengths(std::span<const ListEntry> lengths) {
  return add(kLengthsKey, false, 0, 0, lengths);
}

Result<void> ListWriter::add(std::string_view key, bool is_term, uint64_t holders,
                             uint64_t occurrences, std::span<const ListEntry> entries) {
  assert(!entries.empty());
  for (size_t begin = 0, end = 0; begin < entries.size(); begin = end) {
    const uint32_t first = entries[begin].docid;
    chunk_.clear();
    put_varint(chunk_, entries[begin].number);
    for (end = begin + 1; end < entries.size() && chunk_.size() < kChunkBytes; ++end) {
      put_varint(chunk_, entries[end].docid - entries[end - 1].docid - 1);
      put_varint(chunk_, entries[end].number);
    }
    key_ = key;
    tag_.clear();
    if (begin == 0) {
      put_varint(tag_, holders);
      put_varint(tag_, occurrences);
      put_varint(tag_, first - 1);
    } else {
      if (is_term) key_ += '\0';
      put_sortable(key_, first);
    }
    tag_ += end == entries.size() ? '1' : '0';
    put_varint(tag_, entries[end - 1].docid - first);
    tag_ += chunk_;
    if (auto added = table_.add(key_, tag_); !added) return added;
  }
  return {};
}

void ValueBounds::add(std::string_view value) {
  assert(!value.empty());
  if (count_ == 0 || value < least_) least_ = value;
  if (count_ == 0 || value > greatest_) greatest_ = value;
  ++count_;
}

Result<void> ValueBounds::write(unsigned slot, TableWriter& table) const {
  std::string key(kBoundsKey), tag;
  for (unsigned rest = slot; rest > 0; rest >>= 8) key += static_cast<char>(rest & 0xFF);
  put_varint(tag, count_);
  put_string(tag, least_);
  if (greatest_ != least_) tag += greatest_;
  return table.add(key, tag);
}

void ValueList::add(uint32_t docid, std::string_view value) {
  assert(!value.empty() && docid > last_);
  if (chunks_.empty() || chunks_.back().bytes.size() >= kChunkBytes) {
    chunks_.push_back({.first = docid, .bytes = {}});
  } else {
    put_varint(chunks_.back().bytes, docid - last_ - 1);
  }
  put_string(chunks_.back().bytes, value);
  last_ = docid;
}

Result<void> ValueList::write_whole(unsigned slot, TableWriter& table) {
  if (chunks_.size() < 2) return {};
  Chunk last = std::move(chunks_.back());
  chunks_.pop_back();
  auto written = write_all(slot, table);
  chunks_.push_back(std::move(last));
  return written;
}

Result<void> ValueList::write_all(unsigned slot, TableWriter& table) {
  for (const Chunk& chunk : chunks_) {
    std::string key(kValuesKey);
    put_varint(key, slot);
    put_sortable(key, chunk.first);
    if (auto added = table.add(key, chunk.bytes); !added) return added;
  }
  chunks_.clear();
  return {};
}

std::optional<ListChunk> ListChunk::open(std::string_view tag, uint32_t first) {
  if (tag.empty() || (tag.front() != '0' && tag.front() != '1')) return std::nullopt;
  ListChunk chunk;
  chunk.is_last_ = tag.front() == '1';
  tag.remove_prefix(1);
  uint64_t more = 0;  // up to the last article
  if (!archive::take_varint(tag, more) || more > UINT32_MAX - first) return std::nullopt;
  chunk.docid_ = first;
  chunk.last_ = first + static_cast<uint32_t>(more);
  chunk.rest_ = tag;
  return chunk;
}

std::optional<ListChunk> ListChunk::open_first(std::string_view tag) {
  uint64_t holders = 0, occurrences = 0, before = 0;
  if (!archive::take_varint(tag, holders) || !archive::take_varint(tag, occurrences) ||
      !archive::take_varint(tag, before) || before >= UINT32_MAX)
    return std::nullopt;
  auto chunk = open(tag, static_cast<uint32_t>(before) + 1);
  if (chunk) chunk->holders_ = holders;
  return chunk;
}

EntryKey read_key(std::string_view key) {
  using Kind = EntryKey::Kind;
  const std::string_view kind = key.substr(0, 2);
  if (kind == kBoundsKey) return {.kind = Kind::bounds};
  if (kind == kValuesKey || kind == kLengthsKey) {
    EntryKey read{.kind = kind == kValuesKey ? Kind::values : Kind::lengths};
    key.remove_prefix(2);
    uint64_t slot = 0;
    if (read.kind == Kind::values && !archive::take_varint(key, slot)) return {};
    read.slot = static_cast<uint32_t>(slot);
    if (key.empty() && read.kind == Kind::lengths) return read;
    return take_sortable(key, read.first) && key.empty() ? read : EntryKey{};
  }
  EntryKey read{.kind = Kind::term, .term = key};
  size_t end = key.find('\0');
  while (end != std::string_view::npos && end + 1 < key.size() && key[end + 1] == '\xFF')
    end = key.find('\0', end + 2);
  if (end == 0 || key.empty()) return {};
  if (end == std::string_view::npos) return read;
  read.term = key.substr(0, end);
  key.remove_prefix(end + 1);
  return take_sortable(key, read.first) && key.empty() ? read : EntryKey{};
}

std::string term_key(std::string_view term) {
  std::string key;
  put_term(key, term);
  return key;
}

}  // namespace khobao::write::glass
