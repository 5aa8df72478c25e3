#pragma once
#include <atomic>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

#include "common/archive/disk/block_sums.h"
#include "common/archive/disk/mapped_file.h"

namespace khobao::archive {

/// Bytes were read that are not what was written; guarded() makes index_corrupt of it.
class DamagedBytes : public std::runtime_error {
 public:
  explicit DamagedBytes(const Message& what) : std::runtime_error(what), message_(what) {}
  const Message& message() const { return message_; }

 private:
  Message message_;
};

/// A mapped file whose blocks are compared with their sums before they are first used: a search
/// looks at a few of a table's, and reading all of it at each start would take a tenth of the
/// start. May be shared by threads as const.
class CheckedMap {
 public:
  CheckedMap() = default;

  /// Of one of the files of `sums`; with none given, nothing is compared (verify has done so, or
  /// the caller has). Fails as MappedFile does, and with index_corrupt where `sums` lacks the file.
  static Result<CheckedMap> open(const std::string& path,
                                 std::shared_ptr<const SummedFiles> sums = nullptr);

  std::string_view bytes() const { return map_.bytes(); }

  /// To be called before bytes are used. Throws DamagedBytes.
  void need(const void* begin, size_t bytes) const {
    if (!file_ || bytes == 0) return;
    const auto first = static_cast<size_t>(static_cast<const char*>(begin) - map_.bytes().data());
    for (size_t block = first >> block_bits_; block <= (first + bytes - 1) >> block_bits_; ++block) {
      if (!seen_[block].load(std::memory_order_relaxed)) check(block);
    }
  }
  /// The same for one number.
  template <class Number>
  Number at(const Number* place) const {
    need(place, sizeof *place);
    return *place;
  }

 private:
  void check(size_t block) const;

  MappedFile map_;
  std::shared_ptr<const SummedFiles> sums_;
  const SummedFile* file_ = nullptr;
  unsigned block_bits_ = 0;  // a block has so many times twice a byte
  std::unique_ptr<std::atomic<bool>[]> seen_;
};

}  // namespace khobao::archive
