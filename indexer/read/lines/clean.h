#pragma once
/// The form in which every reader hands text on: one line, valid UTF-8, NFC, single-spaced.
#include <string>
#include <string_view>

namespace khobao::read {

/// `raw` without spaces at its ends, runs of white space of any kind as one space, control
/// characters and invisible ones (zero-width, soft hyphen, text direction) left out, malformed
/// bytes as U+FFFD, composed to NFC. Idempotent.
///
///   "  Ba\u0300 con \t mu\u0300a lu\u0303 " -> "Bà con mùa lũ"
std::string clean_line(std::string_view raw);

/// The text without spaces at its ends; spaces are those of ASCII.
std::string_view trim(std::string_view text);

}  // namespace khobao::read
