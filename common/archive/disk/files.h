#pragma once
/// Small files read and written whole.
#include <string>
#include <string_view>

#include "common/base/result.h"

namespace khobao::archive {

/// The whole file; an input error names it and the system's reason.
Result<std::string> read_file(const std::string& path);

/// Replaces `path` atomically: written beside it, synced, then renamed.
Result<void> replace_file(const std::string& path, std::string_view bytes);

/// "cannot ACTION 'PATH': REASON" with the reason of errno.
Error file_error(std::string_view action, const std::string& path);

}  // namespace khobao::archive
