#pragma once
/// Text files of the database folder that end with a checksum of their own, so that they are told
/// from damaged ones without a second file that could be out of step with them:
///
///   manifest.json, roots.json   … "checksum": "0f3a…"\n}\n
///   corrections.jsonl           {"checksum": "0f3a…"}\n
///   names.tsv                   # checksum 0f3a…\n
///
/// The 32 digits are the content_hash() of the file without them.
#include <string>
#include <string_view>

#include "common/base/result.h"

namespace khobao::archive {

/// What stands after the digits.
inline constexpr std::string_view kBehindInJson = "\"\n}\n";
inline constexpr std::string_view kBehindInJsonLines = "\"}\n";
inline constexpr std::string_view kBehindInTable = "\n";

/// Puts the digits into `bytes`, in front of `behind`, with which they must end.
std::string with_checksum(std::string bytes, std::string_view behind);

/// The bytes without the digits; index_corrupt, naming `path`, where they are not what was written.
Result<std::string> without_checksum(std::string bytes, std::string_view behind,
                                     const std::string& path);

}  // namespace khobao::archive
