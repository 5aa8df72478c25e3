#pragma once
/// Bytes as archives keep them.
#include <string>
#include <string_view>

namespace khobao::test {

std::string gzip_packed(std::string_view bytes);
std::string zstd_packed(std::string_view bytes);

/// With line ends of Windows.
std::string crlf(std::string_view text);

}  // namespace khobao::test
