#pragma once
/// Lists that lie in an image (image.h) and are read there. Where something is added to one, as the
/// build and the user's own names do, it is copied first.
#include <cstdint>
#include <string_view>
#include <type_traits>
#include <vector>

namespace khobao::names {

/// Numbers, or structs without pointers and unset bytes.
template <class T>
class LaidArray {
  static_assert(std::has_unique_object_representations_v<T>, "an image has no unset bytes");

 public:
  LaidArray() = default;
  /// One element that lies elsewhere and outlives the list.
  explicit LaidArray(const T& only) : data_(&only), size_(1) {}
  LaidArray(LaidArray&&) noexcept = default;  // a vector that moves keeps its elements where they are

  size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  const T* data() const { return data_; }
  const T& operator[](size_t number) const { return data_[number]; }
  const T* begin() const { return data_; }
  const T* end() const { return data_ + size_; }

  /// An element, to be changed.
  T& own(size_t number) { return copied()[number]; }
  void push_back(const T& element) {
    copied().push_back(element);
    look();
  }
  void append(const T* more, size_t count) {
    copied().insert(own_.end(), more, more + count);
    look();
  }
  void resize(size_t size) {
    copied().resize(size);
    look();
  }
  /// `size` fresh elements instead of its own.
  void renew(size_t size) {
    own_.assign(size, T{});
    look();
  }
  /// From now on the list is these, which outlive it.
  void lie_at(const T* data, size_t size) {
    own_.clear();
    data_ = data;
    size_ = size;
  }

 private:
  std::vector<T>& copied() {
    if (own_.data() != data_ || own_.empty()) own_.assign(data_, data_ + size_);
    look();
    return own_;
  }
  void look() {
    data_ = own_.data();
    size_ = own_.size();
  }

  std::vector<T> own_;
  const T* data_ = nullptr;
  size_t size_ = 0;
};

/// Texts by number, from 0 in the order in which they were added.
class LaidTexts {
 public:
  LaidTexts() : ends_(kNothing) {}
  LaidTexts(LaidTexts&&) = default;

  size_t size() const { return ends_.size() - 1; }
  std::string_view operator[](size_t number) const {
    return {bytes_.data() + ends_[number], ends_[number + 1] - ends_[number]};
  }
  void push_back(std::string_view text) {
    bytes_.append(text.data(), text.size());
    ends_.push_back(static_cast<uint32_t>(bytes_.size()));
  }

  template <class Image>
  void exchange(Image& image) {
    image(ends_, bytes_);
  }

 private:
  static constexpr uint32_t kNothing = 0;
  LaidArray<uint32_t> ends_;  ///< in bytes_, of no text and of each
  LaidArray<char> bytes_;     ///< all texts in turn
};

/// The texts numbered `first` to `end`, without that.
class TextRange {
 public:
  class Iterator {
   public:
    Iterator(const LaidTexts& texts, size_t at) : texts_(&texts), at_(at) {}
    std::string_view operator*() const { return (*texts_)[at_]; }
    Iterator& operator++() { return ++at_, *this; }
    bool operator==(const Iterator&) const = default;

   private:
    const LaidTexts* texts_;
    size_t at_;
  };

  TextRange(const LaidTexts& texts, size_t first, size_t end)
      : texts_(texts), first_(first), end_(end) {}
  size_t size() const { return end_ - first_; }
  bool empty() const { return first_ == end_; }
  std::string_view operator[](size_t number) const { return texts_[first_ + number]; }
  Iterator begin() const { return {texts_, first_}; }
  Iterator end() const { return {texts_, end_}; }

 private:
  const LaidTexts& texts_;
  size_t first_, end_;
};

}  // namespace khobao::names
