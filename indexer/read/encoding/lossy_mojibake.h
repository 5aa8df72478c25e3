#pragma once
/// UTF-8 that was read as windows-1252 and lost bytes on the way: the five that windows-1252 has no
/// sign for were dropped, or quotation marks flattened.
///
///   "Ä'Æ°á»ng" (Ä + 0x91 as ', á» + 0x9D dropped)   -> "đường"
///   "tráº» em"                                        -> "trẻ em"
#include <string>
#include <string_view>

namespace khobao::read {

/// True where the text holds what only double encoding makes: "Ã£", "á»™", "Ä‘", "Æ°".
bool looks_encoded_twice(std::string_view utf8);

/// The text with each such word mended, the lost byte chosen so that a common Vietnamese word comes
/// out; words that none fits stay as they are.
std::string mend_lossy(std::string_view utf8);

}  // namespace khobao::read
