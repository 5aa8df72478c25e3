#include "indexer/publish/shard_copies.h"

#include <fcntl.h>

#include <functional>
#include <memory>

#include "common/archive/disk/block_sums.h"
#include "common/archive/disk/files.h"
#include "common/language/say.h"

namespace khobao::publish {
namespace {

using archive::kSummedBlockBytes;
using Take = std::function<Result<void>(std::string_view block)>;

// Hands on the blocks of a file, each compared.
Result<void> each_block(const archive::SummedFile& file, const Take& take) {
  auto in = archive::OpenFile::open(file.path, O_RDONLY, "read");
  if (!in) return in.error();
  std::string block(kSummedBlockBytes, '\0');
  uint64_t read = 0;
  for (size_t number = 0; read < file.size_bytes; ++number) {
    size_t filled = 0;
    while (filled < block.size()) {
      const auto got = in->read(block.data() + filled, block.size() - filled);
      if (!got) return got.error();
      if (*got == 0) break;
      filled += *got;
    }
    if (filled == 0 || !file.holds(number, block.data(), filled)) {
      return Error{ErrorCode::index_corrupt,
                   say("'{}' is not what was written (block {})", file.path, number), ""};
    }
    read += filled;
    if (auto taken = take(std::string_view(block).substr(0, filled)); !taken) return taken;
  }
  return {};
}

Result<void> copy_file(const archive::SummedFile& file, const std::string& to) {
  auto out = archive::OpenFile::open(to, O_WRONLY | O_CREAT | O_EXCL, "write");
  if (!out) return out.error();
  auto copied = each_block(file, [&](std::string_view block) { return out->write(block); });
  if (!copied) return copied;
  return out->close();
}

}  // namespace

Result<void> copy_shard(const PublicationFolder& from, const PublicationFolder& to, size_t shard) {
  const auto sums = archive::SummedFiles::read(from.database(shard), from.sums(shard));
  if (!sums) return sums.error();
  const auto made = archive::make_folder(to.database(shard));
  if (!made) return made.error();
  for (const archive::SummedFile& file : (*sums)->files) {
    const std::string name = file.path.substr(file.path.rfind('/') + 1);
    if (auto copied = copy_file(file, to.database(shard) + "/" + name); !copied) return copied;
  }
  return {};
}

Result<uint64_t> shard_bytes(const PublicationFolder& folder, size_t shard) {
  const auto sums = archive::SummedFiles::read(folder.database(shard), folder.sums(shard));
  if (!sums) return sums.error();
  uint64_t bytes = 0;
  for (const archive::SummedFile& file : (*sums)->files) bytes += file.size_bytes;
  return bytes;
}

Result<void> compare_shard(const PublicationFolder& folder, size_t shard) {
  const auto sums = archive::SummedFiles::read(folder.database(shard), folder.sums(shard));
  if (!sums) return sums.error();
  for (const archive::SummedFile& file : (*sums)->files) {
    auto whole = each_block(file, [](std::string_view) { return Result<void>(); });
    if (!whole) return whole;
  }
  return {};
}

}  // namespace khobao::publish
