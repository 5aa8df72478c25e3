#pragma once
/// Header fields as mail, HTTP, MIME and WARC have them: "Name: value", folded lines, a blank line at
/// the end.
#include <string>
#include <string_view>

namespace khobao::input {

/// The bytes up to and with the blank line; npos where none comes. CR LF and LF alone end lines.
size_t header_bytes(std::string_view text);

/// The value of the first field `name` (in small letters) of a header, folded lines joined; "" where
/// there is none. Its first line may be a status line.
std::string header_field(std::string_view header, std::string_view name);

/// "text/html" of "Text/HTML; charset=utf-8".
std::string media_type(std::string_view content_type);

/// "utf-8" of "text/html; charset=\"UTF-8\"", for `name` charset; "" where it is not there.
std::string header_parameter(std::string_view value, std::string_view name);

}  // namespace khobao::input
