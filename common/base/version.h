#pragma once

namespace khobao {

inline constexpr const char* kVersion = "0.1.0";

}  // namespace khobao
