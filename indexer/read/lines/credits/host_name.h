#pragma once
#include <string>
#include <string_view>

namespace khobao::read {

/// The host of a URL or bare host name, in lower case without "www."; "" where `text` is neither.
std::string host_of(std::string_view text);

}  // namespace khobao::read
