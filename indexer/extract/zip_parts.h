#pragma once
/// Parts of a zipped document (docx, odt), by libarchive.
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"

namespace khobao::extract {

/// Of the parts named `wanted` those that are there, unpacked. Errors (input): no ZIP file, damaged,
/// a part of more than `most_bytes`, or locked with a password. Other parts are not unpacked.
Result<std::map<std::string, std::string>> zip_parts(std::string_view zip,
                                                     const std::vector<std::string>& wanted,
                                                     size_t most_bytes);

}  // namespace khobao::extract
