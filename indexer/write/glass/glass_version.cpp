#include "indexer/write/glass/glass_version.h"

#include <fcntl.h>

#include <algorithm>
#include <random>
#include <string_view>

#include "common/archive/disk/database_folder.h"
#include "common/archive/streams/varint.h"
#include "common/language/say.h"

namespace khobao::write::glass {
namespace {

using archive::put_varint;

// "Xapian Glass" with the day of its format: year from 2014 (7 bits), month (4), day (5).
constexpr std::string_view kHead = "\x0F\x0DXapian Glass";
constexpr unsigned kFormat = (2016 - 2014) << 9 | 3 << 5 | 14;
constexpr size_t kIdentifierBytes = 16;
constexpr unsigned kSequential = 2, kNoBlock = 1;  // flags of a table

std::string version_head() {
  std::string head(kHead);
  head += static_cast<char>(kFormat >> 8);
  head += static_cast<char>(kFormat & 0xFF);
  return head;
}

// A random one (version 4 of RFC 4122); layers are told from one another by it.
std::string new_identifier() {
  std::random_device random;
  std::string bytes;
  while (bytes.size() < kIdentifierBytes) {
    const unsigned number = random();
    for (unsigned shift = 0; shift < 32; shift += 8) bytes += static_cast<char>(number >> shift);
  }
  bytes[6] = static_cast<char>((bytes[6] & 0x0F) | 0x40);
  bytes[8] = static_cast<char>((bytes[8] & 0x3F) | 0x80);
  return bytes;
}

// `fewest`: bytes of a tag that Xapian would compress; 0 for none.
void put_table(std::string& out, const TableRoot& root, unsigned flags, unsigned fewest) {
  put_varint(out, root.block);
  put_varint(out, root.level << 2 | flags);
  put_varint(out, root.entries);
  put_varint(out, kBlockBytes >> 11);
  put_varint(out, fewest);
  std::string free_list;
  if (root.blocks > 0) {
    put_varint(free_list, kRevision);
    put_varint(free_list, root.blocks);
    free_list.append(4, '\0');  // where the free blocks begin and end: there are none
  }
  archive::put_string(out, free_list);
}

}  // namespace

void DatabaseCounts::add_length(uint32_t document_words) {
  words += document_words;
  longest = std::max(longest, document_words);
  if (document_words > 0 && (shortest == 0 || document_words < shortest)) shortest = document_words;
}

void DatabaseCounts::add_times(uint32_t of_a_term) {
  most_of_a_term = std::max(most_of_a_term, of_a_term);
}

Result<ReadRoot> read_version_file(const std::string& folder) {
  const std::string path = folder + '/' + std::string(archive::kXapianVersionFile);
  const auto bytes = archive::read_index_file(path);
  if (!bytes) return bytes.error();
  std::string_view in = *bytes;
  Error damaged{ErrorCode::index_corrupt, say("'{}' is not what was written", path), ""};
  const std::string head = version_head();
  if (!in.starts_with(head) || in.size() < head.size() + kIdentifierBytes) return damaged;
  in.remove_prefix(head.size() + kIdentifierBytes);
  uint64_t revision = 0, block = 0, level = 0, entries = 0, block_units = 0;
  for (uint64_t* number : {&revision, &block, &level, &entries, &block_units}) {
    if (!archive::take_varint(in, *number)) return damaged;
  }
  constexpr uint64_t kMostLevels = 10, kMostBlockUnits = 32;  // of 2 KiB
  ReadRoot root{.block = static_cast<uint32_t>(block),
                .level = static_cast<unsigned>(level >> 2),
                .is_empty = (level & kNoBlock) != 0,
                .block_bytes = block_units << 11};
  if (block > UINT32_MAX || level >> 2 > kMostLevels || block_units == 0 ||
      block_units > kMostBlockUnits)
    return damaged;
  return root;
}

Result<void> write_version_file(const std::string& folder, const TableRoot& postings,
                                const DatabaseCounts& counts) {
  constexpr unsigned kFewestCompressed[] = {4, 4, 0, 4, 4};  // of the other tables
  std::string out = version_head();
  out += new_identifier();
  put_varint(out, kRevision);
  put_table(out, postings, kSequential, 0);
  for (const unsigned fewest : kFewestCompressed)
    put_table(out, {}, kSequential | kNoBlock, fewest);
  put_varint(out, counts.documents);
  put_varint(out, 0);  // numbers beyond the documents
  put_varint(out, counts.shortest);
  put_varint(out, counts.most_of_a_term);
  put_varint(out, std::max(counts.longest, counts.most_of_a_term) - counts.most_of_a_term);
  put_varint(out, 0);  // the oldest set of changes
  put_varint(out, counts.words);
  put_varint(out, 0);  // the commonest word of a spelling table
  const std::string path = folder + '/' + std::string(archive::kXapianVersionFile);
  auto file = archive::OpenFile::open(path, O_WRONLY | O_CREAT | O_TRUNC, "write");
  if (!file) return file.error();
  if (auto written = file->write(out); !written) return written;
  return file->close();
}

}  // namespace khobao::write::glass
