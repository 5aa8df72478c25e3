#pragma once
#include <string>
#include <string_view>

namespace khobao::read {

/// The charset that the file's first 4 KiB declare: by byte order mark, <meta charset>, <meta
/// http-equiv="Content-Type"> or <?xml encoding?>; in lower case, "" where there is none.
std::string declared_charset(std::string_view bytes);

}  // namespace khobao::read
