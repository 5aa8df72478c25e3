#include "common/archive/postings/posting_file.h"

#include <fcntl.h>
#include <xxhash.h>

#include <algorithm>
#include <bit>
#include <cassert>
#include <cstring>
#include <utility>

#include "common/archive/disk/checked_map.h"
#include "common/language/say.h"

namespace khobao::archive {
namespace {

static_assert(std::endian::native == std::endian::little, "postings are read as they lie");

constexpr std::string_view kPostingHead("KBPO\1\0\0\0", 8);
constexpr size_t kAligned = sizeof(uint64_t);
constexpr unsigned kMostCountBits = 4;
constexpr char kLargePosting = 0;  // both numbers follow
// How the bits of a byte are best shared shows in the first postings of a list.
constexpr size_t kTriedPostings = 512;

struct PostingEntry {
  uint64_t begin;  // in the file
  uint32_t bytes, holders;
  uint32_t sum;  // XXH3 of the list
  uint32_t key_begin;
  uint32_t key_bytes;
  uint32_t count_bits;
};
static_assert(sizeof(PostingEntry) == 32);

struct PostingTail {
  uint64_t entries, key_bytes, sum;
};

size_t aligned(size_t bytes) { return (bytes + kAligned - 1) / kAligned * kAligned; }

template <class Record>
std::string_view bytes_of_record(const Record& record) {
  return {reinterpret_cast<const char*>(&record), sizeof record};
}

uint32_t sum_of_list(std::string_view bytes) {
  return static_cast<uint32_t>(XXH3_64bits(bytes.data(), bytes.size()));
}

}  // namespace

const unsigned char* PostingList::take_large(const unsigned char* at, const unsigned char* end,
                                             uint64_t& docid, unsigned& count) const {
  std::string_view rest(reinterpret_cast<const char*>(at), static_cast<size_t>(end - at));
  uint64_t gap = 0, held = 0;
  if (!take_varint(rest, gap) || !take_varint(rest, held) || gap == 0 || gap > UINT32_MAX ||
      held == 0 || held > INT32_MAX)
    refuse();
  docid += gap;
  count = static_cast<unsigned>(held);
  return end - rest.size();
}

void PostingList::refuse() const {
  throw DamagedBytes(say("'{}' is not what was written", file_));
}

Result<PostingFile> PostingFile::open(const std::string& path, uint64_t articles) {
  auto file = MappedFile::open(path);
  if (!file) return file.error();
  const auto damaged = [&] {
    return Error{ErrorCode::index_corrupt, say("'{}' is not what was written", path), ""};
  };
  const std::string_view bytes = file->bytes();
  if (bytes.size() % kAligned != 0 || !bytes.starts_with(kPostingHead) ||
      bytes.size() < kPostingHead.size() + sizeof(PostingTail))
    return damaged();
  const size_t before_tail = bytes.size() - sizeof(PostingTail);
  PostingTail tail{};
  std::memcpy(&tail, bytes.data() + before_tail, sizeof tail);
  const size_t room = before_tail - kPostingHead.size();
  if (tail.entries > room / sizeof(PostingEntry) || tail.key_bytes > room ||
      tail.entries * sizeof(PostingEntry) + aligned(tail.key_bytes) > room)
    return damaged();
  const size_t table_bytes = tail.entries * sizeof(PostingEntry) + aligned(tail.key_bytes);
  PostingFile out;
  out.lists_ = bytes.substr(0, before_tail - table_bytes);
  out.table_ = bytes.substr(before_tail - table_bytes, table_bytes);
  out.articles_ = articles;
  out.entries_ = tail.entries;
  out.sum_ = tail.sum;
  out.file_ = std::move(*file);
  out.compared_ = std::make_shared<Compared>();
  out.compared_->path = path;
  out.compared_->lists = std::make_unique<std::atomic<bool>[]>(tail.entries);
  return out;
}

// Once, when a list is first asked for.
void PostingFile::compare() const {
  const bool whole =
      compared_->table.get([&] { return XXH3_64bits(table_.data(), table_.size()) == sum_; });
  if (!whole) throw DamagedBytes(say("'{}' is not what was written", compared_->path));
}

std::optional<PostingList> PostingFile::find(std::string_view key) const {
  if (entries_ == 0) return std::nullopt;
  compare();
  const auto refuse = [&] { throw DamagedBytes(say("'{}' is not what was written", compared_->path)); };
  const auto* const entries = reinterpret_cast<const PostingEntry*>(table_.data());
  const std::string_view keys = table_.substr(entries_ * sizeof(PostingEntry));
  const auto key_of = [&](const PostingEntry& entry) {
    if (entry.key_begin > keys.size()) refuse();
    return keys.substr(entry.key_begin, entry.key_bytes);
  };
  const auto* const found =
      std::lower_bound(entries, entries + entries_, key,
                       [&](const PostingEntry& entry, std::string_view wanted) {
                         return key_of(entry) < wanted;
                       });
  if (found == entries + entries_ || key_of(*found) != key) return std::nullopt;
  if (found->begin > lists_.size() || found->bytes > lists_.size() - found->begin ||
      found->count_bits > kMostCountBits)
    refuse();
  const std::string_view list = lists_.substr(found->begin, found->bytes);
  std::atomic<bool>& compared = compared_->lists[static_cast<size_t>(found - entries)];
  if (!compared.load(std::memory_order_relaxed)) {
    if (sum_of_list(list) != found->sum) refuse();
    compared.store(true, std::memory_order_relaxed);
  }
  return PostingList(list, found->count_bits, found->holders, articles_, compared_->path);
}

std::string pair_key(std::string_view first, std::string_view second) {
  std::string key(first);
  return key.append(1, '\t').append(second);
}

void PostingPacker::add(Posting posting) {
  assert(posting.docid > last_ && posting.count > 0);
  const uint32_t gap = posting.docid - last_;
  const uint32_t most_gap = (1u << (8 - count_bits_)) - 1, most_count = 1u << count_bits_;
  if (gap <= most_gap && posting.count <= most_count) {
    bytes_ += static_cast<char>(gap << count_bits_ | (posting.count - 1));
  } else {
    bytes_ += kLargePosting;
    put_varint(bytes_, gap);
    put_varint(bytes_, posting.count);
  }
  last_ = posting.docid;
  ++holders_;
}

PostingPacker packed_postings(std::span<const Posting> postings) {
  const auto packed = [&](unsigned count_bits, size_t most) {
    PostingPacker packer(count_bits);
    for (const Posting& posting : postings.first(std::min(most, postings.size()))) packer.add(posting);
    return packer;
  };
  unsigned best = 0;
  size_t fewest_bytes = SIZE_MAX;
  for (unsigned count_bits = 0; count_bits <= kMostCountBits; ++count_bits) {
    const size_t bytes = packed(count_bits, kTriedPostings).bytes().size();
    if (bytes < fewest_bytes) best = count_bits;
    fewest_bytes = std::min(bytes, fewest_bytes);
  }
  return packed(best, postings.size());
}

Result<PostingWriter> PostingWriter::create(const std::string& path) {
  auto file = OpenFile::open(path, O_WRONLY | O_CREAT | O_TRUNC, "write");
  if (!file) return file.error();
  PostingWriter writer(std::move(*file));
  if (auto written = writer.put(kPostingHead); !written) return written.error();
  return writer;
}

Result<void> PostingWriter::put(std::string_view bytes) {
  at_ += bytes.size();
  return file_.write(bytes);
}

Result<void> PostingWriter::add(std::string key, const PostingPacker& list) {
  lists_.push_back({.key = std::move(key),
                    .begin = at_,
                    .bytes = static_cast<uint32_t>(list.bytes().size()),
                    .holders = list.holders(),
                    .sum = sum_of_list(list.bytes()),
                    .count_bits = list.count_bits()});
  return put(list.bytes());
}

Result<void> PostingWriter::finish() {
  std::sort(lists_.begin(), lists_.end(),
            [](const Written& a, const Written& b) { return a.key < b.key; });
  std::string table, keys;
  for (const Written& list : lists_) {
    const PostingEntry entry{.begin = list.begin,
                             .bytes = list.bytes,
                             .holders = list.holders,
                             .sum = list.sum,
                             .key_begin = static_cast<uint32_t>(keys.size()),
                             .key_bytes = static_cast<uint32_t>(list.key.size()),
                             .count_bits = list.count_bits};
    table += bytes_of_record(entry);
    keys += list.key;
  }
  PostingTail tail{.entries = lists_.size(), .key_bytes = keys.size(), .sum = 0};
  keys.resize(aligned(keys.size()));
  table += keys;
  tail.sum = XXH3_64bits(table.data(), table.size());
  table += bytes_of_record(tail);
  if (auto padded = put(std::string(aligned(at_) - at_, '\0')); !padded) return padded;
  if (auto written = put(table); !written) return written;
  return file_.close();
}

}  // namespace khobao::archive
