#pragma once
/// UTF-16, as Windows programs save "Unicode" text.
#include <optional>
#include <string>
#include <string_view>

namespace khobao::read {

enum class ByteOrder : unsigned char { little_endian, big_endian };

/// The byte order, by the byte order mark, else by where the high bytes of letters stand:
/// Vietnamese has 00, 01 and 1E there, and every space is 00 20. nullopt where it is not UTF-16.
std::optional<ByteOrder> detect_utf16(std::string_view bytes);

/// As UTF-8; the mark left out, lone surrogates as U+FFFD, an odd last byte dropped.
std::string decode_utf16(std::string_view bytes, ByteOrder order);

}  // namespace khobao::read
