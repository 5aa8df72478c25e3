#pragma once

namespace khobao {

/// Of the project, as CMakeLists.txt has it.
extern const char* const kVersion;

}  // namespace khobao
