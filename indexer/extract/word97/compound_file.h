#pragma once
/// Streams of a compound file ([MS-CFB]), which Word 97 to 2003 wrote: a small file system in a file.
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace khobao::extract {

/// Little-endian; 0 where the bytes end before.
uint64_t number_at(std::string_view bytes, size_t at, size_t count);

/// Of the streams named `wanted` those that are there. Names are compared by their ASCII letters.
/// Nothing where that is no compound file, or its tables are damaged. Chains that run in a circle or out
/// of the file end there.
std::optional<std::map<std::string, std::string>> compound_streams(
    std::string_view file, const std::vector<std::string>& wanted);

}  // namespace khobao::extract
