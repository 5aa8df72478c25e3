#pragma once
/// Text in which a program printed its list of strings instead of joining them:
///
///   Lũ rút.['\r\n  ', 'Sáng nay, ', 'xã Hà', ' đã hết ngập.', '\r\n', 'Ông Tư nói.', '\r\n ']
///   -> "Lũ rút.", "Sáng nay, xã Hà đã hết ngập.", "Ông Tư nói."
///
/// Items that hold only white space with a line end separate paragraphs; the rest are pieces of
/// one.
#include <string>
#include <string_view>

namespace khobao::read {

/// True where `text` holds such a list of at least three items.
bool has_list_residue(std::string_view text);

/// `text` with its lists as lines; every escape (\r \n \t \xa0 \u2026 \' \" \\ \/) is resolved.
/// Text outside of lists is kept, a list that never closes is read to the end. Linear.
std::string mend_list_residue(std::string_view text);

}  // namespace khobao::read
