#include "common/archive/disk/checked_map.h"

#include <algorithm>
#include <bit>
#include <utility>

#include "common/language/say.h"

namespace khobao::archive {

Result<CheckedMap> CheckedMap::open(const std::string& path,
                                    std::shared_ptr<const SummedFiles> sums) {
  auto map = MappedFile::open(path);
  if (!map) return map.error();
  CheckedMap checked;
  checked.map_ = std::move(*map);
  if (!sums) return checked;
  checked.file_ = sums->find(path);
  const size_t bytes = checked.bytes().size();
  if (!checked.file_ || checked.file_->size_bytes != bytes)
    return Error{ErrorCode::index_corrupt, say("'{}' is not what was written", path), ""};
  checked.sums_ = std::move(sums);
  checked.block_bits_ = static_cast<unsigned>(std::countr_zero(checked.file_->block_bytes));
  checked.seen_ = std::make_unique<std::atomic<bool>[]>((bytes >> checked.block_bits_) + 1);
  return checked;
}

void CheckedMap::check(size_t block) const {
  const std::string_view bytes = map_.bytes();
  const size_t begin = block << block_bits_;
  // A damaged table may point anywhere; whoever uses its offsets compares them with its size.
  if (begin >= bytes.size()) throw DamagedBytes(say("'{}' is not what was written", file_->path));
  const size_t count = std::min(file_->block_bytes, bytes.size() - begin);
  if (!file_->holds(block, bytes.data() + begin, count)) {
    throw DamagedBytes(say("'{}' is not what was written (block {})", file_->path, block));
  }
  seen_[block].store(true, std::memory_order_relaxed);
}

}  // namespace khobao::archive
