#pragma once
/// Hashes that are part of the index format.
#include <cstdint>
#include <string>
#include <string_view>

namespace khobao::archive {

/// 64-bit XXH64 of `bytes`, as libxxhash computes it.
uint64_t hash64(std::string_view bytes, uint64_t seed = 0);

/// 128-bit XXH3 as its 16 canonical bytes. Names a text so that equal texts are told by
/// it; no protection against forgery.
std::string content_hash(std::string_view bytes);

/// Lower-case hexadecimal.
std::string to_hex(std::string_view bytes);

}  // namespace khobao::archive
