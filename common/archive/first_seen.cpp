#include "common/archive/first_seen.h"

#include <algorithm>

#include "common/archive/disk/files.h"
#include "common/archive/disk/hash.h"
#include "common/language/say.h"

namespace khobao::archive {
namespace {

constexpr std::string_view kMark{"KBFS\1\0\0\0", 8};
constexpr size_t kHeadBytes = 16, kSpanBytes = 16;

void put(std::string& out, uint64_t number, size_t bytes) {
  for (size_t i = 0; i < bytes; ++i) out += static_cast<char>(number >> (8 * i) & 0xFF);
}

uint64_t number_at(std::string_view bytes, size_t at, size_t count) {
  uint64_t number = 0;
  for (size_t i = 0; i < count; ++i)
    number |= uint64_t{static_cast<unsigned char>(bytes[at + i])} << (8 * i);
  return number;
}

void tidy(std::vector<uint64_t>& keys) {
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
}

bool holds(const std::vector<uint64_t>& keys, uint64_t key) {
  return std::binary_search(keys.begin(), keys.end(), key);
}

}  // namespace

uint64_t article_key(std::string_view id) { return hash64(id); }

Result<FirstSeen> FirstSeen::open(const std::string& path) {
  const auto bytes = read_index_file(path);
  if (!bytes) return bytes.error();
  const auto damaged = [&] {
    return Error{ErrorCode::index_corrupt, say("'{}' is damaged", path), ""};
  };
  if (!bytes->starts_with(kMark) || bytes->size() < kHeadBytes) return damaged();
  FirstSeen out;
  out.stamp_ = static_cast<Stamp>(number_at(*bytes, kMark.size(), 4));
  const uint64_t spans = number_at(*bytes, kMark.size() + 4, 4);
  if (bytes->size() != kHeadBytes + spans * kSpanBytes) return damaged();
  out.spans_.resize(spans);
  for (size_t i = 0; i < spans; ++i) {
    const size_t at = kHeadBytes + i * kSpanBytes;
    out.spans_[i] = {number_at(*bytes, at, 8), static_cast<Stamp>(number_at(*bytes, at + 8, 4)),
                     static_cast<Stamp>(number_at(*bytes, at + 12, 4))};
  }
  return out;
}

std::vector<uint64_t> FirstSeen::new_since(Stamp moment) const {
  std::vector<uint64_t> keys;
  for (size_t begin = 0, end = 0; begin < spans_.size(); begin = end) {
    bool held_then = false, held_now = false;
    for (; end < spans_.size() && spans_[end].key == spans_[begin].key; ++end) {
      held_then = held_then || (spans_[end].since <= moment && moment < spans_[end].until);
      held_now = held_now || spans_[end].until == kStill;
    }
    if (held_now && !held_then) keys.push_back(spans_[begin].key);
  }
  return keys;
}

FirstSeen FirstSeen::next(std::vector<uint64_t> keys, Stamp now,
                          std::vector<uint64_t> before) const {
  tidy(keys);
  tidy(before);
  FirstSeen out;
  out.stamp_ = std::max(now, stamp_ + 1);
  std::vector<uint64_t> held;  // in spans that go on
  for (Span span : spans_) {
    if (span.until == kStill && !holds(keys, span.key)) span.until = out.stamp_;
    if (span.until == kStill) held.push_back(span.key);
    out.spans_.push_back(span);
  }
  for (const uint64_t key : keys) {
    if (!holds(held, key)) out.spans_.push_back({key, holds(before, key) ? 0 : out.stamp_, kStill});
  }
  out.sort();
  return out;
}

FirstSeen FirstSeen::joined(const std::vector<FirstSeen>& archives) {
  FirstSeen out;
  for (const FirstSeen& archive : archives) {
    out.stamp_ = std::max(out.stamp_, archive.stamp_);
    out.spans_.insert(out.spans_.end(), archive.spans_.begin(), archive.spans_.end());
  }
  out.sort();
  return out;
}

void FirstSeen::sort() {
  std::sort(spans_.begin(), spans_.end(), [](const Span& a, const Span& b) {
    return a.key != b.key ? a.key < b.key : a.since < b.since;
  });
}

Result<void> FirstSeen::write(const std::string& path) const {
  std::string bytes(kMark);
  bytes.reserve(kHeadBytes + spans_.size() * kSpanBytes);
  put(bytes, stamp_, 4);
  put(bytes, spans_.size(), 4);
  for (const Span& span : spans_) {
    put(bytes, span.key, 8);
    put(bytes, span.since, 4);
    put(bytes, span.until, 4);
  }
  return replace_file(path, bytes);
}

}  // namespace khobao::archive
