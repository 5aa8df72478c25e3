#pragma once
#include <cstddef>
#include <string>

#include "common/base/message.h"

namespace khobao::cli {

/// The path of the file that is mapped at an address, and the address's place in it; null where
/// none is. Called in a signal handler.
using MappedAt = const char* (*)(const void* address, size_t& offset);

/// From now on the program does not end in SIGBUS where a file that it has in memory was cut, but
/// with a message and the status of a damaged index; with that of an input error where the file is
/// as long as it was and the disk did not give its bytes.
void end_at_cut_files(const std::string& program, MappedAt mapped_at, Language language);

}  // namespace khobao::cli
