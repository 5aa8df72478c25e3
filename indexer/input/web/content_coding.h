#pragma once
/// What HTTP does to a body on its way: chunks, and compression.
#include <string>
#include <string_view>

#include "common/base/result.h"

namespace khobao::input {

/// The body without its chunks (Transfer-Encoding: chunked). Bytes that are no chunks come back as
/// they are: some archives keep the field and store the body whole.
std::string without_chunks(std::string_view body);

/// The body without its compression. `codings`: the value of Content-Encoding, as "gzip" or
/// "deflate, br"; gzip, deflate, br and zstd are known. Bodies that are not what they are said to
/// be come back as they are where they are text. Errors (input): damaged data, an unknown coding, a
/// missing library (named), more than `max_bytes`.
Result<std::string> without_coding(std::string body, std::string_view codings, size_t max_bytes);

}  // namespace khobao::input
