#pragma once
/// The slots of a hash table: made here, or lying in the program as the build made them
/// (linked/linked_tables.h), where they are read in place.
#include <cstddef>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace khobao::recognise {

/// A power of two of them; numbers beyond the last begin at the first again.
template <class Slot>
class Slots {
  static_assert(std::has_unique_object_representations_v<Slot>, "an image has no unset bytes");

 public:
  explicit Slots(std::vector<Slot> made) : made_(std::move(made)), slots_(made_) {}
  /// `image`: bytes() of other slots; it must outlive these.
  explicit Slots(std::string_view image)
      : slots_(reinterpret_cast<const Slot*>(image.data()), image.size() / sizeof(Slot)) {}
  Slots(Slots&&) noexcept = default;  // a vector that moves keeps its elements where they are

  const Slot& operator[](size_t number) const { return slots_[number & (slots_.size() - 1)]; }
  std::string_view bytes() const {
    return {reinterpret_cast<const char*>(slots_.data()), slots_.size_bytes()};
  }

 private:
  std::vector<Slot> made_;
  std::span<const Slot> slots_;
};

}  // namespace khobao::recognise
