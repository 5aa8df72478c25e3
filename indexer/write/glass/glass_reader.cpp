#include "indexer/write/glass/glass_reader.h"

#include <fcntl.h>

#include <algorithm>
#include <utility>

#include "common/archive/streams/varint.h"
#include "common/language/say.h"
#include "indexer/write/glass/glass_layout.h"
#include "indexer/write/glass/glass_version.h"

namespace khobao::write::glass {
namespace {

size_t number_at(std::string_view bytes, size_t place, size_t size) {
  size_t number = 0;
  for (size_t i = 0; i < size; ++i)
    number = number << 8 | static_cast<unsigned char>(bytes[place + i]);
  return number;
}

}  // namespace

Error TableReader::damaged() const {
  return {ErrorCode::index_corrupt, say("'{}' is not what was written", path_), ""};
}

Result<TableReader> TableReader::open(const std::string& folder) {
  const auto root = read_version_file(folder);
  if (!root) return root.error();
  const std::string path = folder + "/postlist.glass";
  auto file = archive::OpenFile::open(path, O_RDONLY, "read");
  if (!file) return file.error();
  TableReader reader(std::move(*file), path, root->block_bytes);
  if (root->is_empty) {
    reader.at_end_ = true;
    return reader;
  }
  reader.levels_.resize(root->level + 1);
  if (auto read = reader.read_block(root->block, root->level); !read) return read.error();
  Item none;  // the first item has no key
  const auto found = reader.next_item(none);
  if (!found) return found.error();
  if (!*found || !none.key.empty()) return reader.damaged();
  if (auto first = reader.next(); !first) return first.error();
  return reader;
}

Result<void> TableReader::read_block(uint32_t number, size_t level) {
  Level& at = levels_[level];
  at.block.resize(block_bytes_);
  at.place = kDirectoryBegin;
  for (size_t done = 0; done < block_bytes_;) {
    const auto got = file_.read_at(at.block.data() + done, block_bytes_ - done,
                                   uint64_t{number} * block_bytes_ + done);
    if (!got) return got.error();
    if (*got == 0) return damaged();
    done += *got;
  }
  const size_t end = number_at(at.block, kDirectoryEndPlace, 2);
  if (static_cast<unsigned char>(at.block[kLevelPlace]) != level || end < kDirectoryBegin ||
      end > block_bytes_ || (end - kDirectoryBegin) % kPlaceBytes != 0)
    return damaged();
  return {};
}

Result<bool> TableReader::next_item(Item& item) {
  const auto has_more = [&](const Level& level) {
    return level.place < number_at(level.block, kDirectoryEndPlace, 2);
  };
  size_t level = 0;
  while (level < levels_.size() && (levels_[level].block.empty() || !has_more(levels_[level])))
    ++level;
  if (level == levels_.size()) return false;
  for (; level > 0; --level) {
    Level& branch = levels_[level];
    const size_t place = number_at(branch.block, branch.place, kPlaceBytes);
    branch.place += kPlaceBytes;
    if (place + kBranchHead > block_bytes_) return damaged();
    const auto child = static_cast<uint32_t>(number_at(branch.block, place, 4));
    if (auto read = read_block(child, level - 1); !read) return read.error();
    if (!has_more(levels_[level - 1])) return damaged();
  }
  Level& leaf = levels_[0];
  const size_t place = number_at(leaf.block, leaf.place, kPlaceBytes);
  leaf.place += kPlaceBytes;
  if (place + kLeafHead > block_bytes_) return damaged();
  const size_t head = number_at(leaf.block, place, 2);
  const size_t bytes = (head & 0x1FFF) + kLeafHead;
  const size_t key_bytes = static_cast<unsigned char>(leaf.block[place + 2]);
  const bool first = (head >> 8 & kFirstFlag) != 0;
  const size_t before = kLeafHead + key_bytes + (first ? 0 : kPartBytes);
  // Postings are never compressed.
  if (place + bytes > block_bytes_ || before > bytes || (head >> 8 & kCompressedFlag) != 0)
    return damaged();
  const std::string_view all = std::string_view(leaf.block).substr(place, bytes);
  item = {.key = all.substr(kLeafHead, key_bytes),
          .tag = all.substr(before),
          .part = first ? 1U : static_cast<unsigned>(number_at(all, kLeafHead + key_bytes, 2)),
          .last = (head >> 8 & kLastFlag) != 0};
  return true;
}

Result<void> TableReader::next() {
  tag_.clear();
  for (unsigned part = 1;; ++part) {
    Item item;
    const auto found = next_item(item);
    if (!found) return found.error();
    if (!*found && part == 1) {
      at_end_ = true;
      return {};
    }
    if (!*found || item.part != part || (part > 1 && item.key != key_)) return damaged();
    if (part == 1) {
      if (item.key <= key_) return damaged();
      key_ = item.key;
    }
    tag_ += item.tag;
    if (item.last) return {};
  }
}

}  // namespace khobao::write::glass
