#pragma once
/// From the bytes of a file to text: whatever the encoding, or an error that names the reason;
/// never mojibake.
#include <string>
#include <string_view>

#include "common/base/result.h"

namespace khobao::read {

/// The text of `bytes` as UTF-8 in NFC, lines ended by '\n' (U+0085, U+2028 and U+2029 stay:
/// split_lines ends lines at them), without a byte order mark and without control characters other
/// than '\n' and
/// '\t'. `declared_charset`: what a header or the page says,
/// "" if nothing; valid UTF-8 outranks it.
///
/// Read are UTF-8 (up to one broken byte in a thousand becomes U+FFFD; text that was encoded twice,
/// or stored from a legacy encoding as it stood, is mended where that is beyond doubt), UTF-16 of
/// both byte orders, with or without its mark, windows-1258, TCVN3, VNI, VISCII, and windows-1252
/// where it adds no more than a few signs and foreign words to ASCII.
///
/// Errors: ErrorCode::input where the bytes hold NULs (a binary file), or where no encoding gives
/// Vietnamese. Valid UTF-8 in NFC, the common case, costs little more than a copy (over 1 GB/s).
/// `syntax`: what the text is written in. Of JSON words that lost bytes are not mended (mend_text) and
/// letters not composed before it is parsed: a quotation mark there ends a string, and is no lost byte
/// of a letter; a combining mark behind the escape "\\n" would make "\\ń" of it.
enum class Syntax : bool { text, json };
Result<std::string> to_utf8_text(std::string_view bytes, std::string_view declared_charset,
                                 Syntax syntax = Syntax::text);

/// Text that came out of something else, as to_utf8_text gives it: NFC, without control characters
/// and byte order mark. Little more than a look at text that is so already.
std::string plain_text(std::string text);

/// The same for text that came out of something else: lines of mojibake inside sound text,
/// as the escapes of JSON hide them ("X\\u00c3\\u00a3"), or one headline among good paragraphs.
/// Lines that lost bytes are mended word by word (lossy_mojibake.h). Cheap where there is none.
std::string mend_text(std::string text);

/// The same for text out of a document of several fonts, perhaps lost: each line tells by itself which
/// code it is in, where that is beyond doubt. Lines of a page with a run in a font from before Unicode
/// (<font face=".VnTime">) stay: that tells better.
std::string mend_lines(std::string_view text);

}  // namespace khobao::read
