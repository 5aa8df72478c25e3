#pragma once
/// The vocabulary as the build lays it out, so that a program that starts neither reads lines nor
/// hashes words: make_vocabulary writes it, Vocabulary takes it as it is.
///
///   uint32 words · uint32 slots (a power of two) · words times uint32 end · slots times uint32 id + 1,
///   0 where empty · the words in turn
///
/// in the byte order of the machine. A word lies in the first slot that was free from
/// vocabulary_hash() on.
#include <cstdint>
#include <string>
#include <string_view>

namespace khobao::text {

/// FNV-1a, 64 bits (http://www.isthe.com/chongo/tech/comp/fnv): the same whatever the library.
constexpr uint64_t vocabulary_hash(std::string_view word) {
  uint64_t hash = 14695981039346656037u;
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
  return hash ^ (hash >> 32);
}

/// `data`: one normalised word a line; see for_each_data_line().
std::string vocabulary_image(std::string_view data);

}  // namespace khobao::text
