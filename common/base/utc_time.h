#pragma once
#include <ctime>
#include <string>

namespace khobao {

/// "2026-11-22T01:30:11Z".
std::string utc_text(std::time_t time);

}  // namespace khobao
