#pragma once
/// Texts side by side in one run of bytes, each after its length, a uint16, read where they lie:
/// what a table that the build makes has for a list.
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <iterator>
#include <string>
#include <string_view>

namespace khobao {

class PackedTexts {
 public:
  class Iterator {
   public:
    using iterator_category = std::forward_iterator_tag;
    using value_type = std::string_view;
    using difference_type = std::ptrdiff_t;
    using pointer = const std::string_view*;
    using reference = std::string_view;

    explicit Iterator(const char* at = nullptr) : at_(at) {}
    std::string_view operator*() const { return {at_ + kLengthBytes, length()}; }
    Iterator& operator++() {
      at_ += kLengthBytes + length();
      return *this;
    }
    Iterator operator++(int) {
      const Iterator before = *this;
      ++*this;
      return before;
    }
    bool operator==(const Iterator&) const = default;

   private:
    size_t length() const {
      uint16_t length;
      std::memcpy(&length, at_, sizeof length);
      return length;
    }

    const char* at_;
  };

  /// `bytes`: what pack_text() appended to one string; they must outlive the list.
  explicit PackedTexts(std::string_view bytes = {}) : bytes_(bytes) {}

  Iterator begin() const { return Iterator(bytes_.data()); }
  Iterator end() const { return Iterator(bytes_.data() + bytes_.size()); }
  bool empty() const { return bytes_.empty(); }
  /// The first text; "" where there is none.
  std::string_view front() const { return empty() ? std::string_view() : *begin(); }

 private:
  friend void pack_text(std::string_view text, std::string& bytes);
  static constexpr size_t kLengthBytes = sizeof(uint16_t);

  std::string_view bytes_;
};

/// Appends a text of under 65,536 bytes.
inline void pack_text(std::string_view text, std::string& bytes) {
  assert(text.size() <= UINT16_MAX);
  const auto length = static_cast<uint16_t>(text.size());
  bytes.append(reinterpret_cast<const char*>(&length), sizeof length);
  bytes += text;
}

}  // namespace khobao
