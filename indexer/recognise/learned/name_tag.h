#pragma once
/// The three kinds of names, and the tags that mark their words.
///
///   Chủ tịch UBND tỉnh Bình Định Trần Văn Tám   ->   O O B I I I B I I   (organisation, person)
#include <cstddef>
#include <cstdint>

namespace khobao::recognise {

enum class NameKind : uint8_t { organisation, person, place };
inline constexpr size_t kNameKinds = 3;

/// 0 is no name; 1 + 2 * kind begins one, 2 + 2 * kind goes on with it.
using Tag = uint8_t;
inline constexpr size_t kTags = 1 + 2 * kNameKinds;
inline constexpr Tag kNoName = 0;

constexpr Tag begin_tag(NameKind kind) { return static_cast<Tag>(1 + 2 * static_cast<int>(kind)); }
constexpr Tag inner_tag(NameKind kind) { return static_cast<Tag>(2 + 2 * static_cast<int>(kind)); }
constexpr bool is_inner(Tag tag) { return tag != kNoName && tag % 2 == 0; }
/// Names begin with a begin_tag(); the first word of a text has `previous` kNoName.
constexpr bool may_follow(Tag previous, Tag tag) {
  return !is_inner(tag) || previous == tag || previous + 1 == tag;
}

/// A name in its paragraph: words, half-open.
struct NameSpan {
  size_t paragraph = 0;
  size_t first = 0, end = 0;
  NameKind kind = NameKind::organisation;

  bool operator==(const NameSpan&) const = default;
};

}  // namespace khobao::recognise
