#pragma once
/// Tables as one run of bytes: ImageWriter appends what exchange() members name, ImageReader takes
/// it back in the same order. The build writes, a program reads what it was linked with, so that
/// there is neither a version nor a check of sizes.
///
///   numbers and structs without pointers   as they lie in memory
///   lists of them                          uint64 count · the elements
///   text                                   uint64 bytes · the bytes
///   other lists                            uint64 count · each element
///   maps of texts                          as a list of keys and values, sorted by key
#include <cstdint>
#include <cstring>
#include <map>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <vector>

namespace khobao::names {

using Texts = std::unordered_map<std::string, std::string>;

class ImageWriter {
 public:
  template <class... Parts>
  void operator()(const Parts&... parts) {
    (put(parts), ...);
  }

  const std::string& bytes() const { return bytes_; }

 private:
  void put_bytes(const void* data, size_t bytes) {
    bytes_.append(static_cast<const char*>(data), bytes);
  }

  void put(const std::string& text) {
    put(uint64_t{text.size()});
    bytes_ += text;
  }

  template <class T>
  void put(const std::vector<T>& list) {
    put(uint64_t{list.size()});
    if constexpr (std::is_trivially_copyable_v<T>) {
      put_bytes(list.data(), list.size() * sizeof(T));
    } else {
      for (const T& element : list) put(element);
    }
  }

  void put(const Texts& texts) {
    put(uint64_t{texts.size()});
    for (const auto& [key, value] : std::map<std::string, std::string>(texts.begin(), texts.end()))
      (*this)(key, value);
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
  explicit ImageReader(std::string_view bytes) : left_(bytes) {}

  template <class... Parts>
  void operator()(Parts&... parts) {
    (take(parts), ...);
  }

 private:
  void take_bytes(void* to, size_t bytes) {
    if (bytes > 0) std::memcpy(to, left_.data(), bytes);
    left_.remove_prefix(bytes);
  }

  size_t take_count() {
    uint64_t count = 0;
    take_bytes(&count, sizeof count);
    return count;
  }

  void take(std::string& text) {
    const size_t bytes = take_count();
    text.assign(left_.substr(0, bytes));
    left_.remove_prefix(bytes);
  }

  template <class T>
  void take(std::vector<T>& list) {
    list.resize(take_count());
    if constexpr (std::is_trivially_copyable_v<T>) {
      take_bytes(list.data(), list.size() * sizeof(T));
    } else {
      for (T& element : list) take(element);
    }
  }

  void take(Texts& texts) {
    const size_t count = take_count();
    texts.reserve(count);
    std::string key, value;
    for (size_t i = 0; i < count; ++i) {
      (*this)(key, value);
      texts.emplace(key, value);
    }
  }

  template <class T>
  void take(T& value) {
    if constexpr (std::is_trivially_copyable_v<T>) {
      take_bytes(&value, sizeof value);
    } else {
      value.exchange(*this);
    }
  }

  std::string_view left_;
};

}  // namespace khobao::names
