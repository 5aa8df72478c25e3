#pragma once
/// Tables as one run of bytes: ImageWriter appends what exchange() members name, ImageReader has
/// the lists of other objects lie there (laid_array.h), in the same order. The build writes, a
/// program reads what it was linked with, so that there is neither a version nor a check of sizes.
///
///   numbers   as they lie in memory
///   lists     uint64 count · the elements
///
/// each filled up to a multiple of eight bytes. Nothing of a list is read before somebody asks for
/// it.
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>

#include "common/names/image/laid_array.h"

namespace khobao::names {

inline constexpr size_t kImageAlignment = 8;
constexpr size_t filled_up(size_t bytes) {
  return (bytes + kImageAlignment - 1) / kImageAlignment * kImageAlignment;
}

class ImageWriter {
 public:
  template <class... Parts>
  void operator()(const Parts&... parts) {
    (put(parts), ...);
  }

  const std::string& bytes() const { return bytes_; }

 private:
  void put_bytes(const void* data, size_t bytes) {
    if (bytes > 0) bytes_.append(static_cast<const char*>(data), bytes);
    bytes_.resize(filled_up(bytes_.size()));
  }

  template <class T>
  void put(const LaidArray<T>& list) {
    static_assert(alignof(T) <= kImageAlignment);
    put(uint64_t{list.size()});
    put_bytes(list.data(), list.size() * sizeof(T));
  }

  template <class T>
  void put(const T& value) {
    if constexpr (std::is_trivially_copyable_v<T>) {
      put_bytes(&value, sizeof value);
    } else {
      const_cast<T&>(value).exchange(*this);  // which changes nothing when it writes
    }
  }

  std::string bytes_;
};

class ImageReader {
 public:
  /// `bytes`: of an ImageWriter, at an address that is a multiple of eight; they outlive what is
  /// read.
  explicit ImageReader(std::string_view bytes) : left_(bytes) {}

  template <class... Parts>
  void operator()(Parts&... parts) {
    (take(parts), ...);
  }

 private:
  const char* take_bytes(size_t bytes) {
    const char* const begin = left_.data();
    left_.remove_prefix(filled_up(bytes));
    return begin;
  }

  template <class T>
  void take(LaidArray<T>& list) {
    uint64_t count = 0;
    take(count);
    list.lie_at(reinterpret_cast<const T*>(take_bytes(count * sizeof(T))), count);
  }

  template <class T>
  void take(T& value) {
    if constexpr (std::is_trivially_copyable_v<T>) {
      std::memcpy(&value, take_bytes(sizeof value), sizeof value);
    } else {
      value.exchange(*this);
    }
  }

  std::string_view left_;
};

}  // namespace khobao::names
