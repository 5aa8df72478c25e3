#include "indexer/write/glass/glass_table.h"

#include <fcntl.h>

#include <algorithm>
#include <cassert>
#include <utility>

#include "common/language/say.h"
#include "indexer/write/glass/glass_layout.h"

namespace khobao::write::glass {
namespace {

// A tag is cut only where so many bytes of it, beside a second key, are put into the room that is
// left: shorter ones make more keys than they save room.
constexpr size_t kFewestPartBytes = 34;
constexpr size_t kWrittenAtOnce = 32 * kBlockBytes;

void put_number(char* to, size_t number, size_t bytes) {
  for (size_t i = 0; i < bytes; ++i) to[i] = static_cast<char>(number >> (8 * (bytes - 1 - i)));
}

}  // namespace

bool TableWriter::Block::empty() const { return directory_end <= kDirectoryBegin; }

Result<TableWriter> TableWriter::create(const std::string& path) {
  auto file = archive::OpenFile::open(path, O_WRONLY | O_CREAT | O_TRUNC, "write");
  if (!file) return file.error();
  TableWriter writer(std::move(*file));
  begin(writer.leaf_, 0);
  writer.put_part({}, 1, {}, true);
  return writer;
}

void TableWriter::begin(Block& block, unsigned level) {
  block.bytes.assign(kBlockBytes, '\0');
  put_number(block.bytes.data(), kRevision, 4);
  block.bytes[kLevelPlace] = static_cast<char>(level);
  block.directory_end = kDirectoryBegin;
  block.items_begin = kBlockBytes;
}

// Room for one more item, which is there.
char* TableWriter::place_item(Block& block, size_t bytes) {
  assert(block.room() >= bytes + kPlaceBytes);
  block.items_begin -= bytes;
  put_number(block.bytes.data() + block.directory_end, block.items_begin, kPlaceBytes);
  block.directory_end += kPlaceBytes;
  return block.bytes.data() + block.items_begin;
}

void TableWriter::put_part(std::string_view key, unsigned part, std::string_view tag, bool last) {
  const size_t number_bytes = part > 1 ? kPartBytes : 0;
  const size_t bytes = kLeafHead + key.size() + number_bytes + tag.size();
  char* at = place_item(leaf_, bytes);
  const unsigned flags = (last ? kLastFlag : 0) | (part == 1 ? kFirstFlag : 0);
  put_number(at, (flags << 8) | (bytes - kLeafHead), 2);
  at[2] = static_cast<char>(key.size());
  at = std::copy(key.begin(), key.end(), at + kLeafHead);
  if (number_bytes > 0) put_number(at, part, kPartBytes);
  std::copy(tag.begin(), tag.end(), at + number_bytes);
}

Result<void> TableWriter::add(std::string_view key, std::string_view tag) {
  assert(!key.empty() && last_.key < key);
  if (key.size() > kMostKeyBytes)
    return Error{ErrorCode::internal, say("a term of {} bytes is too long for the index", key.size()), ""};
  for (unsigned part = 1;;) {
    const size_t around = kLeafHead + key.size() + (part > 1 ? kPartBytes : 0) + kPlaceBytes;
    size_t taken = tag.size();
    if (leaf_.room() < around + taken) {
      taken = leaf_.room() > around ? leaf_.room() - around : 0;
      if (!leaf_.empty() && taken < key.size() + kFewestPartBytes) {
        if (auto ended = end_leaf(); !ended) return ended;
        continue;
      }
    }
    if (leaf_.empty()) {
      // The shortest key that is greater than the last one and no greater than this one.
      const size_t same = static_cast<size_t>(
          std::mismatch(key.begin(), key.end(), last_.key.begin(), last_.key.end()).first -
          key.begin());
      const bool goes_on = same == key.size();
      leaf_.first = {std::string(key.substr(0, same + 1)), goes_on ? part : 1};
    }
    put_part(key, part, tag.substr(0, taken), taken == tag.size());
    last_ = {std::string(key), part};
    tag.remove_prefix(taken);
    if (tag.empty()) break;
    ++part;
  }
  ++entries_;
  return {};
}

Result<void> TableWriter::end_leaf() {
  Separator separator = std::move(leaf_.first);
  const auto number = write_block(leaf_);
  if (!number) return number.error();
  begin(leaf_, 0);
  return add_child(0, std::move(separator), *number);
}

Result<void> TableWriter::add_child(size_t level, Separator separator, uint32_t child) {
  if (branches_.size() <= level) {
    branches_.emplace_back();
    begin(branches_.back(), static_cast<unsigned>(level + 1));
  }
  if (!branches_[level].empty() &&
      branches_[level].room() < kBranchHead + separator.key.size() + kPartBytes + kPlaceBytes) {
    Separator first = std::move(branches_[level].first);
    const auto number = write_block(branches_[level]);
    if (!number) return number.error();
    begin(branches_[level], static_cast<unsigned>(level + 1));
    if (auto added = add_child(level + 1, std::move(first), *number); !added) return added;
  }
  Block& block = branches_[level];
  const bool is_first = block.empty();
  const std::string_view key = is_first ? std::string_view() : separator.key;
  char* at = place_item(block, kBranchHead + key.size() + kPartBytes);
  put_number(at, child, 4);
  at[4] = static_cast<char>(key.size());
  at = std::copy(key.begin(), key.end(), at + kBranchHead);
  put_number(at, is_first ? 0 : separator.part, kPartBytes);
  if (is_first) block.first = std::move(separator);
  return {};
}

// The number that the block has from now on.
Result<uint32_t> TableWriter::write_block(Block& block) {
  char* const head = block.bytes.data();
  put_number(head + kMostFreePlace, block.room(), 2);
  put_number(head + kAllFreePlace, block.room(), 2);
  put_number(head + kDirectoryEndPlace, block.directory_end, 2);
  waiting_ += block.bytes;
  if (waiting_.size() >= kWrittenAtOnce) {
    if (auto written = flush(); !written) return written.error();
  }
  return blocks_++;
}

Result<void> TableWriter::flush() {
  auto written = file_.write(waiting_);
  waiting_.clear();
  return written;
}

Result<TableRoot> TableWriter::finish() {
  const auto leaf = write_block(leaf_);
  if (!leaf) return leaf.error();
  TableRoot root{.block = *leaf, .entries = entries_};
  Separator separator = std::move(leaf_.first);
  for (size_t level = 0; level < branches_.size(); ++level) {
    if (auto added = add_child(level, std::move(separator), root.block); !added)
      return added.error();
    separator = std::move(branches_[level].first);
    const auto number = write_block(branches_[level]);
    if (!number) return number.error();
    root.block = *number;
    root.level = static_cast<unsigned>(level + 1);
  }
  root.blocks = blocks_;
  if (auto written = flush(); !written) return written.error();
  if (auto closed = file_.close(); !closed) return closed.error();
  return root;
}

}  // namespace khobao::write::glass
